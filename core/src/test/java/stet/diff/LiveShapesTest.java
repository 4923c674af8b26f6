package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.diff.LiveShapes.blog;
import static stet.diff.LiveShapes.page;
import static stet.diff.LiveShapes.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Label.Kind;
import stet.diff.LiveShapes.Blog;
import stet.diff.LiveShapes.Post;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.LivePosts;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.read.Extractors;

/** What editors and templates do to live blogs: each shape with each change. */
class LiveShapesTest {
  /** What happens to a blog, and the label that is right for it. */
  private record Change(UnaryOperator<Blog> of, String expected) {}

  private static Map<String, Change> changes(String[] t) {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("a post on top", new Change(b -> b.with(front(b.posts(), post(t, 4))), "posted 1"));
    changes.put(
        "three posts on top",
        new Change(
            b -> b.with(front(front(front(b.posts(), post(t, 4)), post(t, 5)), post(t, 6))),
            "posted 3"));
    changes.put("the order turned round", new Change(b -> b.with(reversed(b.posts())), "cosmetic"));
    changes.put(
        "turned round and one added at the end",
        new Change(b -> b.with(reversed(front(b.posts(), post(t, 4)))), "posted 1"));
    changes.put(
        "oldest on an older page",
        new Change(
            b ->
                new Blog(
                    b.summary(),
                    front(front(b.posts().subList(0, 2), post(t, 4)), post(t, 5)),
                    true),
            "posted 2 older 2"));
    changes.put(
        "oldest gone without a link",
        new Change(b -> b.with(front(b.posts().subList(0, 3), post(t, 4))), "edit"));
    changes.put(
        "oldest gone to a page, nothing new",
        new Change(b -> new Blog(b.summary(), b.posts().subList(0, 3), true), "cosmetic"));
    changes.put(
        "a post gone from the middle",
        new Change(
            b ->
                new Blog(
                    b.summary(),
                    List.of(b.posts().get(0), b.posts().get(2), b.posts().get(3)),
                    true),
            "edit"));
    changes.put(
        "an edit in a post",
        new Change(
            b -> {
              List<Post> posts = new ArrayList<>(b.posts());
              Post p = posts.get(1);
              posts.set(1, new Post(p.time(), p.head(), edited(p.text())));
              return b.with(posts);
            },
            "edit"));
    changes.put(
        "an edit in a post and a new one",
        new Change(
            b -> {
              List<Post> posts = new ArrayList<>(front(b.posts(), post(t, 4)));
              Post p = posts.get(2);
              posts.set(2, new Post(p.time(), p.head(), edited(p.text())));
              return b.with(posts);
            },
            "edit"));
    changes.put(
        "the summary on top changed",
        new Change(b -> new Blog(edited(t[6]), b.posts(), b.older()), "edit"));
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
    LiveShapes.SHAPES.forEach(
        (name, shape) -> {
          Blog start = new Blog(shape.texts()[6], blog(shape.texts()).posts(), false);
          ArticleVersion before = read(shape.html().apply(start), 14);
          changes(shape.texts())
              .forEach(
                  (what, change) -> {
                    Blog from = what.contains("three") ? blog(shape.texts()) : start;
                    ArticleVersion old =
                        from == start ? before : read(shape.html().apply(from), 14);
                    ArticleVersion now = read(shape.html().apply(change.of.apply(from)), 18);
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
        String text = LiveShapes.texts("en")[times.size() - 1 - i];
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
    LiveShapes.SHAPES.forEach(
        (name, shape) -> {
          ArticleVersion v = read(shape.html().apply(blog(shape.texts())), 14);
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
