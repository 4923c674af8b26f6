package stet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Supplier;

/** Pages that are too much: too deep, too long, too many. */
final class HostileSizes {
  private static final int MB = 1 << 20;

  private HostileSizes() {}

  static void add(List<HostilePage> pages) {
    deep(pages);
    HostilePages.html(
        pages, "large-word-5mb", () -> HostilePages.article("x", "x", "x", "w".repeat(5 * MB)));
    HostilePages.html(
        pages,
        "large-headline-1mb",
        () -> HostilePages.article("head ".repeat(MB / 5), "x", "x", "x"));
    HostilePages.html(
        pages, "large-attribute-1mb", () -> HostilePages.article("x", "a".repeat(MB), "x", "x"));
    many(pages, "large-paragraphs", "<p>One more paragraph of a few words, %d.</p>", 100_000);
    many(
        pages,
        "large-times",
        "<p>Updated <time datetime='2026-03-01T10:00:00Z'>Mar 1, 2026, 10:%d am IST</time></p>",
        20_000);
    many(
        pages,
        "large-json-ld",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"h%d\"}</script>",
        20_000);
    many(
        pages,
        "large-meta",
        "<meta property='article:modified_time' content='2026-03-01T10:00:0%d'>",
        50_000);
    many(
        pages,
        "large-links",
        "<a href='https://evil.example/%d'>one of very many links</a> ",
        100_000);
    many(pages, "large-inline", "<b><i><u><a href=#%d>x", 20_000);
    HostilePages.html(
        pages,
        "large-entities",
        () -> HostilePages.article("x", "x", "x", "&amp;&#x41;&notit;".repeat(300_000)));
    HostilePages.html(
        pages,
        "large-updated-words",
        () -> HostilePages.article("x", "x", "x", "Updated Published ".repeat(200_000)));
    HostilePages.html(
        pages,
        "large-digits",
        () -> HostilePages.article("x", "x", "x", "1:1-1/1.1, ".repeat(300_000)));
    HostilePages.html(
        pages,
        "large-json-ld-nesting",
        () -> HostilePages.article("x", "x", "\",\"a\":" + "[".repeat(MB), "x"));
    HostilePages.html(
        pages,
        "large-attributes",
        () -> HostilePages.article("x", "x", "x", "<p " + attributes(200_000) + ">x</p>"));
    pages.add(
        new HostilePage(
            "large-plain-line-5mb", "text/plain", () -> "words ".repeat(900_000).getBytes(UTF_8)));
    pages.add(
        new HostilePage(
            "large-plain-lines", "text/plain", () -> "l\n\n".repeat(1_000_000).getBytes(UTF_8)));
  }

  private static void deep(List<HostilePage> pages) {
    nested(pages, "large-nested-div-50mb", "<div>", 50 * MB);
    nested(pages, "large-nested-span-5mb", "<span>", 5 * MB);
    nested(pages, "large-nested-table-5mb", "<table><tr><td>", 5 * MB);
    nested(pages, "large-nested-list-5mb", "<ul><li>", 5 * MB);
    nested(pages, "large-nested-quote-5mb", "<blockquote><p>", 5 * MB);
    nested(pages, "large-nested-font-1mb", "<font><b><p>", MB);
    nested(pages, "large-nested-svg-1mb", "<svg><math><mi>", MB);
    nested(pages, "large-nested-form-1mb", "<select><option><optgroup>", MB);
    nested(pages, "nested-2000", "<div>", 2_000 * 5);
  }

  private static void nested(List<HostilePage> pages, String name, String tags, int size) {
    HostilePages.html(
        pages,
        name,
        () -> HostilePages.article("x", "x", "x", tags.repeat(size / tags.length()) + "deep"));
  }

  private static void many(List<HostilePage> pages, String name, String form, int count) {
    Supplier<String> page =
        () -> {
          StringBuilder out = new StringBuilder();
          for (int i = 0; i < count; i++) {
            out.append(form.formatted(i % 60));
          }
          return HostilePages.article("x", "x", "x", out.toString());
        };
    HostilePages.html(pages, name, page);
  }

  private static String attributes(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(" a").append(i).append("=1");
    }
    return out.toString();
  }
}
