package stet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pages made to do harm, for every test that reads pages or writes them out. A payload that is
 * executed sets {@code window.stetExecuted}; one that is fetched asks for a host under {@code
 * evil.example}. Tests look for both.
 */
public final class HostilePages {
  /** The global variable that an executed payload sets. */
  public static final String MARK = "stetExecuted";

  private static final String HTML = "text/html; charset=utf-8";

  private HostilePages() {}

  /** Every page, large ones included. */
  public static List<HostilePage> all() {
    List<HostilePage> pages = new ArrayList<>();
    markup(pages);
    addresses(pages);
    HostileBytes.add(pages);
    text(pages);
    HostileSizes.add(pages);
    return pages;
  }

  /** The pages below a megabyte or so. */
  public static List<HostilePage> small() {
    return all().stream().filter(p -> !p.large()).toList();
  }

  /**
   * Saves pages as a person would have saved them.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void save(List<HostilePage> pages, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (HostilePage page : pages) {
      Files.write(folder.resolve(page.name() + page.extension()), page.bytes());
    }
  }

  static void html(List<HostilePage> pages, String name, Supplier<String> page) {
    pages.add(new HostilePage(name, HTML, () -> page.get().getBytes(UTF_8)));
  }

  /** An article in which {@code value} stands, as it is, in every place that is read. */
  static String article(String value) {
    return article(value, value, json(value), value);
  }

  /** The same, with the form that fits each place. */
  static String article(String text, String attribute, String json, String raw) {
    return """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
        <title>%1$s</title><meta name="author" content="%2$s">
        <meta property="og:title" content="%2$s"><meta name="description" content="%2$s">
        <meta property="article:section" content="%2$s"><meta property="article:published_time" content="2026-03-01T10:00:00Z">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"%3$s","description":"%3$s","author":{"name":"%3$s"},
        "articleSection":"%3$s","datePublished":"2026-03-01T10:00:00Z","dateModified":"%3$s"}</script></head>
        <body><article><h1>Hostile %1$s</h1><p class="standfirst">%1$s</p><p class="byline">By %1$s</p>
        <p>Published <time datetime="%2$s">%1$s</time></p>
        <figure><img src="%2$s" alt="%2$s"><figcaption>%1$s (Photo: %1$s)</figcaption></figure>
        <p>The first paragraph is long enough to be taken for the text of an article, and it goes on for a while. %1$s</p>
        <h2>%1$s</h2><p>%4$s The second paragraph too says something in several words, so that nobody takes it for a menu.</p>
        <blockquote>%1$s</blockquote><ul><li>%1$s</li></ul>
        <p class="correction">Correction: %1$s</p></article></body></html>
        """
        .formatted(text, attribute, json, raw);
  }

  static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String json(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("</", "<\\/");
  }

  /** The payload as text: what a reader must be shown letter by letter. */
  private static String shown(String payload) {
    return article(escaped(payload), escaped(payload), json(payload), escaped(payload));
  }

  private static void markup(List<HostilePage> pages) {
    List<String> payloads = HostilePayloads.all();
    for (int i = 0; i < payloads.size(); i++) {
      String payload = payloads.get(i);
      html(pages, "payload-%03d-shown".formatted(i), () -> shown(payload));
      html(pages, "payload-%03d-raw".formatted(i), () -> article(payload));
    }
    html(pages, "payload-all-shown", () -> shown(String.join(" ", payloads)));
    html(
        pages,
        "json-ld-breakout",
        () -> article("a", "a", "</script><script>window." + MARK + "='ld'</script>", "a"));
    html(
        pages,
        "title-breakout",
        () -> article("</title></h1><script>window." + MARK + "=1</script>"));
    html(
        pages,
        "billion-laughs",
        () ->
            "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + article("&c; &x;"));
  }

  private static void addresses(List<HostilePage> pages) {
    List<String> urls =
        List.of(
            "javascript:window." + MARK + "=1",
            "JaVaScRiPt&colon;window." + MARK + "=1",
            " \tjava\nscript:window." + MARK + "=1",
            "data:text/html,<script>window." + MARK + "=1</script>",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "//evil.example/x",
            "https://evil.example/../../../../etc/passwd",
            "https://evil.example/..%2f..%2f..%2fetc%2fpasswd",
            "https://evil.example/..\\..\\windows\\system32",
            "https://evil.example/CON",
            "https://evil.example/a\u0000b",
            "https://user:password@evil.example:99999/",
            "https://[::1]:/",
            "http://\u202egro.elpmaxe.live/",
            "https://evil.example/" + "a/".repeat(5_000),
            "https://evil.example/#\"><script>window." + MARK + "=1</script>",
            "urn:stet:../../x",
            "");
    for (int i = 0; i < urls.size(); i++) {
      String url = escaped(urls.get(i));
      html(pages, "address-%02d".formatted(i), () -> withAddress(url));
    }
    html(
        pages,
        "meta-refresh-and-base",
        () ->
            "<meta http-equiv=refresh content='0;url=https://evil.example/'>"
                + "<base href='https://evil.example/' target=_top>"
                + article("<a href=/x>here</a>"));
    html(
        pages,
        "title-path",
        () -> article(escaped("../../../etc/passwd ..\\..\\x C:\\NUL .. / \0")));
  }

  private static String withAddress(String url) {
    String page =
        "<link rel=canonical href='@'><meta property='og:url' content='@'>"
            + "<meta property='og:image' content='@'><a rel=author href='@'>A. Author</a>"
            + article("x", "@", "@", "<a href='@'>a link</a><img src='@' alt=picture>");
    return page.replace("@", url.replace("'", "&#39;"));
  }

  private static void text(List<HostilePage> pages) {
    html(
        pages,
        "bidi-overrides",
        () -> article("\u202e\u2066\u202dabc\u2067 (12 dead) \u200f\u061c 34"));
    html(
        pages,
        "invisible",
        () -> article("a\u200b\u200c\u200d\u2060\ufeff\u00adb\u180e\u3164\udb40\udc41"));
    html(pages, "stacked-marks", () -> article("z" + "\u0301\u0489".repeat(2_000) + "algo"));
    html(
        pages,
        "terminal-escapes",
        () -> article("\u001b[2J\u001b]0;owned\u0007\u009b31m\u0008\u0008x"));
    html(
        pages,
        "line-breaks",
        () -> article("a\r\nSet-Cookie: x\n\n\u2028\u2029\u0085WARC/1.1\r\n"));
    html(pages, "formula", () -> article("=cmd|' /C calc'!A0 +1 @SUM(1) -2"));
    html(pages, "sql", () -> article("x'); DROP TABLE version;-- \"' OR 1=1 \\"));
    html(pages, "not-dates", HostilePages::dates);
    pages.add(
        plain(
            "plain-terminal-escapes",
            "Headline \u001b[2J\n\nBy \u0007\n\nText\0text <script>x</script>\n"));
    pages.add(
        plain(
            "plain-script",
            "<script>window." + MARK + "=1</script>\n\nPublished <b>now</b>\n\nText.\n"));
    pages.add(plain("plain-white-space", " \n\t\n\u3000\u00a0\n"));
    pages.add(
        new HostilePage(
            "markdown-script",
            "text/markdown",
            () ->
                ("# [x](javascript:window."
                        + MARK
                        + "=1)\n\n<script>window."
                        + MARK
                        + "=1</script>\n\n![a](https://evil.example/x.png \"onerror=1\")\n")
                    .getBytes(UTF_8)));
  }

  private static HostilePage plain(String name, String text) {
    return new HostilePage(name, "text/plain; charset=utf-8", () -> text.getBytes(UTF_8));
  }

  private static String dates() {
    StringBuilder out = new StringBuilder();
    for (String date :
        List.of(
            "+999999999-12-31T23:59:59.999999999Z",
            "-0001-01-01",
            "0000-00-00T00:00:00Z",
            "2026-02-30T25:61:61+99:99",
            "2026-03-01T10:00:00+18:01",
            "99999999999999999999",
            "1e309",
            "9".repeat(10_000),
            "Published: Updated: Published: IST IST GMT+25",
            "31/31/3131, 13:13 pm am")) {
      out.append("<p>Updated <time datetime='").append(date).append("'>").append(date);
      out.append("</time></p><meta property='article:modified_time' content='")
          .append(date)
          .append("'>");
    }
    return article("x").replace("<article>", "<article>" + out);
  }
}
