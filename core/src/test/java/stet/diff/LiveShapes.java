package stet.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Made-up live blogs in several page shapes and languages. */
final class LiveShapes {
  private LiveShapes() {}

  record Post(String time, String head, String text) {}

  /** A page to be: its posts, newest first, a summary above them, a link below. */
  record Blog(String summary, List<Post> posts, boolean older) {
    Blog with(List<Post> posts) {
      return new Blog(summary, posts, older);
    }
  }

  static Blog blog(String[] texts) {
    List<Post> posts = new ArrayList<>();
    for (int i = 3; i >= 0; i--) {
      posts.add(post(texts, i));
    }
    return new Blog("", posts, false);
  }

  static Post post(String[] texts, int i) {
    return new Post((10 + i) + ":05", "", texts[i]);
  }

  static String page(String lang, String title, String head, String body) {
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

  static String posts(Blog blog, Function<Post, String> form) {
    StringBuilder out = new StringBuilder();
    blog.posts.forEach(post -> out.append(form.apply(post)));
    return out.toString();
  }

  static String older(Blog blog, String words) {
    return blog.older ? "<a href=\"?page=2\">" + words + "</a>" : "";
  }

  static String summary(Blog blog) {
    return blog.summary.isEmpty() ? "" : "<div class=\"summary\"><p>" + blog.summary + "</p></div>";
  }

  static String stamp(Post post) {
    return "2024-03-05T" + post.time + ":00Z";
  }

  record Shape(String[] texts, Function<Blog, String> html) {}

  static final Map<String, Shape> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put(
        "articles with time elements",
        new Shape(
            texts("en"),
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
            texts("en"),
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
            texts("de"),
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
            texts("de"),
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
            texts("en"),
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
            texts("en"),
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
            texts("ja"),
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
            texts("ar"),
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
            texts("en"),
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
            texts("en"),
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

  /** What posts say in a language, oldest first. */
  static String[] texts(String language) {
    try (InputStream in = LiveShapes.class.getResourceAsStream("live-posts.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .dropWhile(l -> !l.equals('[' + language + ']'))
          .skip(1)
          .takeWhile(l -> !l.isEmpty())
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
