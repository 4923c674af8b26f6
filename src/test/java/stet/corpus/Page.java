package stet.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * A story as the HTML of its outlet: with the styles, scripts, menus and teasers that make up most
 * of a real page. Their size is chosen so that a page weighs 23 kB on average, as the 7,869 real
 * captures at hand do.
 */
final class Page {
  private static final int STYLE_RULES = 170;
  private static final int TEASERS = 20;

  private final String host;
  private final String name;
  private final String before;
  private final String after;
  private final Wording wording;

  Page(Wording wording, int outlet, long seed) {
    this.wording = wording;
    Random random = new Random(seed * 1_000_003 + outlet);
    String word = wording.content(random);
    this.name = "The " + Wording.capital(word) + " " + Wording.capital(wording.content(random));
    this.host = word + "-" + outlet + ".example";
    this.before = menu(random);
    this.after = footer(random);
  }

  String host() {
    return host;
  }

  String address(long article) {
    return "https://" + host + "/news/story-" + (100_000 + article);
  }

  private String menu(Random random) {
    StringBuilder out = new StringBuilder("<style>\n");
    for (int i = 0; i < STYLE_RULES; i++) {
      out.append(
          ".%s-%d{margin:%dpx;color:#%06x}\n"
              .formatted(wording.content(random), i, random.nextInt(40), random.nextInt(1 << 24)));
    }
    out.append("</style>\n<script>window.site={");
    for (int i = 0; i < STYLE_RULES; i++) {
      out.append(wording.content(random))
          .append(i)
          .append(":")
          .append(random.nextInt())
          .append(',');
    }
    out.append("};</script>\n</head>\n<body>\n<header><a href=\"/\">").append(name);
    out.append("</a><nav><ul>");
    for (int i = 0; i < 14; i++) {
      String section = wording.content(random);
      out.append("<li><a href=\"/%s\">%s</a></li>".formatted(section, Wording.capital(section)));
    }
    return out.append("</ul></nav></header>\n<main>\n<article>\n").toString();
  }

  private String footer(Random random) {
    StringBuilder out = new StringBuilder("<footer><ul>");
    for (int i = 0; i < 20; i++) {
      String page = wording.content(random);
      out.append("<li><a href=\"/about/%s\">%s</a></li>".formatted(page, page));
    }
    return out.append("</ul><p>Copyright ")
        .append(name)
        .append("</p></footer>\n</body>\n</html>\n")
        .toString();
  }

  /**
   * The page.
   *
   * @param teasers seed of what stands beside the story: it changes while the story does not
   */
  byte[] html(long article, Story story, long teasers) {
    StringBuilder out = new StringBuilder(32_000);
    head(out, address(article), story);
    out.append(before);
    out.append("<h1>").append(story.headline()).append("</h1>\n<p class=\"standfirst\">");
    out.append(story.dek()).append("</p>\n<p class=\"byline\">By ");
    out.append(String.join(" and ", story.bylines())).append("</p>\n");
    time(out, "Published", story.published());
    if (!story.updated().equals(story.published())) {
      time(out, "Updated", story.updated());
    }
    out.append("<div class=\"story\">\n");
    story.paragraphs().forEach(p -> out.append("<p>").append(p).append("</p>\n"));
    out.append("</div>\n");
    story
        .notices()
        .forEach(
            n ->
                out.append("<p class=\"correction\"><strong>Correction:</strong> ")
                    .append(n)
                    .append("</p>\n"));
    out.append("</article>\n</main>\n");
    aside(out, new Random(teasers));
    return out.append(after).toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head(StringBuilder out, String address, Story story) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    out.append(story.headline()).append(" | ").append(name).append("</title>\n");
    out.append("<link rel=\"canonical\" href=\"").append(address).append("\">\n");
    meta(out, "og:type", "article");
    meta(out, "og:title", story.headline());
    meta(out, "og:site_name", name);
    meta(out, "article:published_time", story.published().toString());
    meta(out, "article:modified_time", story.updated().toString());
    out.append("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",");
    out.append("\"@type\":\"NewsArticle\",\"headline\":\"").append(story.headline());
    out.append("\",\"datePublished\":\"").append(story.published());
    out.append("\",\"dateModified\":\"").append(story.updated());
    out.append("\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"").append(name);
    out.append("\"}}</script>\n");
  }

  private static void meta(StringBuilder out, String property, String content) {
    out.append("<meta property=\"").append(property).append("\" content=\"").append(content);
    out.append("\">\n");
  }

  private static void time(StringBuilder out, String word, Instant at) {
    String text = at.toString().replace('T', ' ').substring(0, 16);
    out.append("<p class=\"date\">").append(word).append(" <time datetime=\"").append(at);
    out.append("\">").append(text).append(" UTC</time></p>\n");
  }

  private void aside(StringBuilder out, Random random) {
    out.append("<aside><h2>Most read</h2><ul>");
    for (int i = 0; i < TEASERS; i++) {
      out.append("<li><a href=\"/news/story-").append(100_000 + random.nextInt(1_000_000));
      out.append("\"><img src=\"/i/").append(random.nextInt(1 << 30)).append(".jpg\" alt=\"\"> ");
      out.append(wording.headline(random)).append("</a></li>\n");
    }
    out.append("</ul></aside>\n");
  }
}
