package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Label.Kind;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.LivePosts;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.read.Extractors;

/**
 * Made-up live blogs in several page shapes and languages, and what editors and templates do to
 * them: each shape with each change.
 */
class LiveShapesTest {
  private record Post(String time, String head, String text) {}

  /** A page to be: its posts, newest first, a summary above them, a link below. */
  private record Blog(String summary, List<Post> posts, boolean older) {
    Blog with(List<Post> posts) {
      return new Blog(summary, posts, older);
    }
  }

  private static final String[] EN = {
    "The harbour board of Port Ellery voted on Tuesday to close the swing bridge to lorries for"
        + " eighteen months.",
    "Engineers told the meeting that two of the four main bearings had worn down by more than a"
        + " third.",
    "The work is to begin in May and will cost the county about four million pounds from last"
        + " year's budget.",
    "Lorries bound for the fish market will have to take the northern road, which adds eleven"
        + " minutes.",
    "Market traders had asked for an exception at night, but the harbour master said it was not"
        + " safe.",
    "A second vote, on charges for parking beside the quay, was put off until the summer after some"
        + " debate.",
    "The ferry company said it would run two more boats a day while the bridge stays closed to"
        + " lorries."
  };

  private static final String[] DE = {
    "Der Hafenrat von Port Ellery hat am Dienstag beschlossen, die Drehbrücke achtzehn Monate lang"
        + " für Lastwagen zu sperren.",
    "Ingenieure sagten in der Sitzung, zwei der vier Hauptlager seien um mehr als ein Drittel"
        + " abgenutzt.",
    "Die Arbeiten sollen im Mai beginnen und kosten den Kreis etwa vier Millionen aus dem Haushalt"
        + " des Vorjahres.",
    "Lastwagen zum Fischmarkt müssen die nördliche Straße nehmen, was die Fahrt um elf Minuten"
        + " verlängert.",
    "Händler hatten um eine Ausnahme in der Nacht gebeten, doch der Hafenmeister hielt das nicht"
        + " für sicher.",
    "Eine zweite Abstimmung über Gebühren für das Parken am Kai wurde nach längerer Debatte auf den"
        + " Sommer vertagt.",
    "Die Fährgesellschaft will zwei Boote mehr am Tag fahren lassen, solange die Brücke gesperrt"
        + " bleibt."
  };

  private static final String[] JA = {
    "ポートエラリーの港湾委員会は火曜日、回転橋を十八か月間トラック通行止めにすることを決めた。",
    "技術者は会議で、四つの主軸受けのうち二つが三分の一以上すり減っていると説明した。",
    "工事は五月に始まり、昨年の予算から約四百万ポンドが支出される見通しだと郡は述べた。",
    "魚市場に向かうトラックは北側の道路を通らなければならず、所要時間が十一分延びる。",
    "市場の業者は夜間の例外を求めたが、港長はどの時間帯でも安全ではないと答えた。",
    "岸壁の駐車料金をめぐる二度目の採決は、議論の末に夏まで延期されることになった。",
    "フェリー会社は橋の通行止めの間、一日に二便を増やして運航すると発表した。"
  };

  private static final String[] AR = {
    "قرر مجلس ميناء إليري يوم الثلاثاء إغلاق الجسر الدوار أمام الشاحنات مدة ثمانية عشر شهرا.",
    "قال المهندسون في الجلسة إن اثنين من المحامل الأربعة الرئيسية تآكلا بأكثر من الثلث.",
    "تبدأ الأعمال في مايو وتكلف المقاطعة نحو أربعة ملايين من ميزانية العام الماضي كما أعلن.",
    "على الشاحنات المتجهة إلى سوق السمك أن تسلك الطريق الشمالي الذي يطيل الرحلة إحدى عشرة دقيقة.",
    "طلب التجار استثناء في الليل لكن مدير الميناء قال إن ذلك ليس آمنا في أي ساعة كانت.",
    "أجل تصويت ثان على رسوم الوقوف عند الرصيف حتى الصيف بعد نقاش طويل بين الأعضاء.",
    "قالت شركة العبارات إنها ستسير رحلتين إضافيتين كل يوم ما دام الجسر مغلقا أمام الشاحنات."
  };

  private static Blog blog(String[] texts) {
    List<Post> posts = new ArrayList<>();
    for (int i = 3; i >= 0; i--) {
      posts.add(post(texts, i));
    }
    return new Blog("", posts, false);
  }

  private static Post post(String[] texts, int i) {
    return new Post((10 + i) + ":05", "", texts[i]);
  }

  private static String page(String lang, String title, String head, String body) {
    return "<!doctype html><html lang=\""
        + lang
        + "\"><head><meta charset=\"utf-8\"><title>"
        + title
        + " | Harbour Ledger</title>"
        + head
        + "</head><body><header><a href=\"/\">Harbour Ledger</a></header><main><h1>"
        + title
        + "</h1>"
        + body
        + "</main><footer>© Harbour Ledger</footer></body></html>";
  }

  private static String posts(Blog blog, Function<Post, String> form) {
    StringBuilder out = new StringBuilder();
    blog.posts.forEach(post -> out.append(form.apply(post)));
    return out.toString();
  }

  private static String older(Blog blog, String words) {
    return blog.older ? "<a href=\"?page=2\">" + words + "</a>" : "";
  }

  private static String summary(Blog blog) {
    return blog.summary.isEmpty() ? "" : "<div class=\"summary\"><p>" + blog.summary + "</p></div>";
  }

  private static String stamp(Post post) {
    return "2024-03-05T" + post.time + ":00Z";
  }

  private record Shape(String[] texts, Function<Blog, String> html) {}

  private static final Map<String, Shape> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put(
        "articles with time elements",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Bridge vote live: council decides",
                    "",
                    summary(b)
                        + "<div class=\"live-blog\">"
                        + posts(
                            b,
                            p ->
                                "<article class=\"live-post\"><time datetime=\""
                                    + stamp(p)
                                    + "\">"
                                    + p.time
                                    + "</time><p>"
                                    + p.text
                                    + "</p></article>")
                        + "</div>"
                        + older(b, "Older posts"))));
    SHAPES.put(
        "list items, clock text alone",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Bridge vote: live updates",
                    "",
                    summary(b)
                        + "<ul class=\"entries\">"
                        + posts(
                            b,
                            p ->
                                "<li class=\"entry e"
                                    + p.time.hashCode()
                                    + "\"><span class=\"clock\">"
                                    + p.time
                                    + "</span><p>"
                                    + p.text
                                    + "</p></li>")
                        + "</ul>"
                        + older(b, "Show earlier"))));
    SHAPES.put(
        "headings with times, flat",
        new Shape(
            DE,
            b ->
                page(
                    "de",
                    "Liveticker zur Drehbrücke",
                    "",
                    summary(b)
                        + "<div class=\"content\">"
                        + posts(b, p -> "<h3>" + p.time + " Uhr</h3><p>" + p.text + "</p>")
                        + "</div>"
                        + older(b, "Ältere Beiträge"))));
    SHAPES.put(
        "paragraphs that begin with a time",
        new Shape(
            DE,
            b ->
                page(
                    "de",
                    "Drehbrücke: der Newsticker",
                    "",
                    "<div class=\"text\">"
                        + (b.summary.isEmpty() ? "" : "<p>" + b.summary + "</p>")
                        + posts(
                            b,
                            p ->
                                "<p><strong>"
                                    + p.time.replace(':', '.')
                                    + " Uhr:</strong> "
                                    + p.text
                                    + "</p>")
                        + older(b, "Frühere Meldungen")
                        + "</div>")));
    SHAPES.put(
        "microdata",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Council decides on the bridge",
                    "",
                    "<div itemscope itemtype=\"https://schema.org/LiveBlogPosting\">"
                        + summary(b)
                        + posts(
                            b,
                            p ->
                                "<div itemprop=\"liveBlogUpdate\" itemscope"
                                    + " itemtype=\"https://schema.org/BlogPosting\"><meta"
                                    + " itemprop=\"datePublished\" content=\""
                                    + stamp(p)
                                    + "\"><time datetime=\""
                                    + stamp(p)
                                    + "\">"
                                    + p.time
                                    + "</time><div itemprop=\"articleBody\"><p>"
                                    + p.text
                                    + "</p></div></div>")
                        + "</div>"
                        + older(b, "Load more updates"))));
    SHAPES.put(
        "stated in JSON-LD alone",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Council decides on the bridge",
                    "<script"
                        + " type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"LiveBlogPosting\",\"headline\":\"Council"
                        + " decides on the bridge\",\"liveBlogUpdate\":["
                        + String.join(
                            ",",
                            b.posts.stream()
                                .map(
                                    p ->
                                        "{\"@type\":\"BlogPosting\",\"datePublished\":\""
                                            + stamp(p)
                                            + "\",\"articleBody\":\""
                                            + p.text
                                            + "\"}")
                                .toList())
                        + "]}</script>",
                    "<div class=\"text\">"
                        + (b.summary.isEmpty() ? "" : "<p>" + b.summary + "</p>")
                        + posts(b, p -> "<p>" + p.text + "</p>")
                        + "</div>"
                        + older(b, "Earlier updates"))));
    SHAPES.put(
        "a day heading, Japanese",
        new Shape(
            JA,
            b ->
                page(
                    "ja",
                    "回転橋の採決 ライブ",
                    "",
                    summary(b)
                        + "<section class=\"timeline\"><h2>2024年3月5日</h2>"
                        + posts(
                            b,
                            p ->
                                "<div class=\"item\"><div class=\"t\">"
                                    + p.time
                                    + "</div><div class=\"b\"><p>"
                                    + p.text
                                    + "</p></div></div>")
                        + "</section>"
                        + older(b, "過去の投稿"))));
    SHAPES.put(
        "Arabic, right to left",
        new Shape(
            AR,
            b ->
                page(
                    "ar",
                    "مباشر: التصويت على الجسر",
                    "",
                    summary(b)
                        + "<div class=\"updates\">"
                        + posts(
                            b,
                            p ->
                                "<section><time datetime=\""
                                    + stamp(p)
                                    + "\">"
                                    + p.time
                                    + "</time><h3>"
                                    + "تحديث الساعة "
                                    + p.time.substring(0, 2)
                                    + "</h3><p>"
                                    + p.text
                                    + "</p></section>")
                        + "</div>"
                        + older(b, "منشورات أقدم"))));
  }

  static {
    SHAPES.put(
        "a definition list",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Bridge vote: minute by minute",
                    "",
                    summary(b)
                        + "<dl class=\"protocol\">"
                        + posts(b, p -> "<dt>" + p.time + "</dt><dd><p>" + p.text + "</p></dd>")
                        + "</dl>"
                        + older(b, "Previous updates"))));
    SHAPES.put(
        "days and times in each post",
        new Shape(
            EN,
            b ->
                page(
                    "en",
                    "Bridge vote live",
                    "",
                    summary(b)
                        + "<div class=\"stream\">"
                        + posts(
                            b,
                            p ->
                                "<div class=\"card\"><p class=\"meta\">5 March 2024, "
                                    + p.time
                                    + "</p><p>"
                                    + p.text
                                    + "</p></div>")
                        + "</div>"
                        + older(b, "View older"))));
  }

  /** What happens to a blog, and the label that is right for it. */
  private record Change(UnaryOperator<Blog> of, String expected) {}

  private static Map<String, Change> changes(String[] t) {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("a post on top", new Change(b -> b.with(front(b.posts, post(t, 4))), "posted 1"));
    changes.put(
        "three posts on top",
        new Change(
            b -> b.with(front(front(front(b.posts, post(t, 4)), post(t, 5)), post(t, 6))),
            "posted 3"));
    changes.put("the order turned round", new Change(b -> b.with(reversed(b.posts)), "cosmetic"));
    changes.put(
        "turned round and one added at the end",
        new Change(b -> b.with(reversed(front(b.posts, post(t, 4)))), "posted 1"));
    changes.put(
        "oldest on an older page",
        new Change(
            b ->
                new Blog(
                    b.summary, front(front(b.posts.subList(0, 2), post(t, 4)), post(t, 5)), true),
            "posted 2 older 2"));
    changes.put(
        "oldest gone without a link",
        new Change(b -> b.with(front(b.posts.subList(0, 3), post(t, 4))), "edit"));
    changes.put(
        "oldest gone to a page, nothing new",
        new Change(b -> new Blog(b.summary, b.posts.subList(0, 3), true), "cosmetic"));
    changes.put(
        "a post gone from the middle",
        new Change(
            b -> new Blog(b.summary, List.of(b.posts.get(0), b.posts.get(2), b.posts.get(3)), true),
            "edit"));
    changes.put(
        "an edit in a post",
        new Change(
            b -> {
              List<Post> posts = new ArrayList<>(b.posts);
              Post p = posts.get(1);
              posts.set(1, new Post(p.time, p.head, edited(p.text)));
              return b.with(posts);
            },
            "edit"));
    changes.put(
        "an edit in a post and a new one",
        new Change(
            b -> {
              List<Post> posts = new ArrayList<>(front(b.posts, post(t, 4)));
              Post p = posts.get(2);
              posts.set(2, new Post(p.time, p.head, edited(p.text)));
              return b.with(posts);
            },
            "edit"));
    changes.put(
        "the summary on top changed",
        new Change(b -> new Blog(edited(t[6]), b.posts, b.older), "edit"));
    return changes;
  }

  private static String edited(String text) {
    int half = text.length() / 2;
    int space = text.indexOf(' ', half);
    String word = text.chars().anyMatch(c -> c > 0x3000) ? "九百" : " 900";
    int at = space < 0 ? half : space;
    return text.substring(0, at) + word + text.substring(at);
  }

  private static List<Post> front(List<Post> posts, Post fresh) {
    List<Post> all = new ArrayList<>(List.of(fresh));
    all.addAll(posts);
    return all;
  }

  private static List<Post> reversed(List<Post> posts) {
    List<Post> all = new ArrayList<>(posts);
    Collections.reverse(all);
    return all;
  }

  private static ArticleVersion read(String html, int hour) {
    Extraction read =
        Extractors.standard()
            .extract(
                new Page(
                    "https://ledger.example/news/bridge",
                    "text/html",
                    Instant.parse("2024-03-05T" + hour + ":00:00Z"),
                    "",
                    html.getBytes(StandardCharsets.UTF_8)));
    return ((Extraction.Article) read).version();
  }

  private static String told(ArticleVersion before, ArticleVersion after) {
    if (ArticleDigest.compared(before).equals(ArticleDigest.compared(after))) {
      return "cosmetic";
    }
    JudgedRevision judged =
        JudgedRevision.of(before, after, Differs.standard().diff(before, after));
    List<Label> labels = Differs.labeller().label(judged, List.of());
    Kind kind = labels.get(0).kind();
    boolean removed = labels.stream().anyMatch(l -> l.kind() == Kind.PARAGRAPH_REMOVED);
    boolean dated =
        labels.stream().anyMatch(l -> l.kind() == Kind.POSTDATED || l.kind() == Kind.BACKDATED);
    LivePosts posts = judged.facts().posts;
    String base =
        switch (kind) {
          case POSTED ->
              "posted "
                  + posts.fresh().size()
                  + (posts.older().isEmpty() ? "" : " older " + posts.older().size())
                  + (removed ? " removed" : "");
          case COSMETIC, RESTAMPED -> "cosmetic";
          default -> "edit";
        };
    return base + (dated ? " dated" : "");
  }

  @Test
  void everyShapeWithEveryChange() {
    List<String> wrong = new ArrayList<>();
    SHAPES.forEach(
        (name, shape) -> {
          Blog start = new Blog(shape.texts[6], blog(shape.texts).posts, false);
          ArticleVersion before = read(shape.html.apply(start), 14);
          changes(shape.texts)
              .forEach(
                  (what, change) -> {
                    Blog from = what.contains("three") ? blog(shape.texts) : start;
                    ArticleVersion old = from == start ? before : read(shape.html.apply(from), 14);
                    ArticleVersion now = read(shape.html.apply(change.of.apply(from)), 18);
                    String told = told(old, now);
                    if (!told.equals(change.expected)) {
                      wrong.add(name + ", " + what + ": " + told + ", not " + change.expected);
                    }
                  });
        });
    assertThat(String.join("\n", wrong)).isEmpty();
  }

  @Test
  void timesToldFromTheVisitRunOn() {
    Map<String, List<String>> said = new LinkedHashMap<>();
    said.put("first", List.of("5 minutes ago", "1 hour ago", "2 hours ago", "3 hours ago"));
    said.put(
        "later",
        List.of("2 minutes ago", "2 hours ago", "3 hours ago", "4 hours ago", "5 hours ago"));
    List<ArticleVersion> read = new ArrayList<>();
    for (List<String> times : said.values()) {
      StringBuilder posts = new StringBuilder();
      for (int i = 0; i < times.size(); i++) {
        String text = EN[times.size() - 1 - i];
        posts.append(
            "<div class=\"post\"><span class=\"ago\">"
                + times.get(i)
                + "</span><p>"
                + text
                + "</p></div>");
      }
      String body = "<div class=\"liveblog\">" + posts + "</div>";
      read.add(read(page("en", "Bridge vote live", "", body), 14 + 2 * read.size()));
    }
    assertThat(told(read.get(0), read.get(1))).isEqualTo("posted 1");
    assertThat(read.get(0).dates()).isEmpty();
  }

  @Test
  void noArticleDateIsTakenFromAPost() {
    List<String> wrong = new ArrayList<>();
    SHAPES.forEach(
        (name, shape) -> {
          ArticleVersion v = read(shape.html.apply(blog(shape.texts)), 14);
          for (StatedDate date : v.dates()) {
            wrong.add(name + ": " + date.role() + ' ' + date.printed() + ' ' + date.evidence());
          }
          long posts = v.liveBlog() == null ? 0 : v.liveBlog().posts().size();
          if (posts != 4 || v.liveBlog().posts().stream().anyMatch(p -> p.time() == null)) {
            wrong.add(name + ": " + posts + " posts, " + v.liveBlog());
          }
        });
    assertThat(String.join("\n", wrong)).isEmpty();
  }
}
