package stet.extract.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Pages of every kind that is read. */
public final class ReadFuzz {
  private static final Instant AT = Instant.parse("2026-03-05T14:00:00Z");
  private static final String URI = "https://portaldercourier.example/2026/03/05/harbour";

  private static final List<String> MARKUP =
      List.of(
          "<div>",
          "</div>",
          "<p>",
          "<article>",
          "<section>",
          "<h1>",
          "<time datetime=\"2026\">",
          "<script type=\"application/ld+json\">",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "<svg>",
          "<math>",
          "<template>",
          "<table><tr><td>",
          "<select><option>",
          "<a href=\"#\">",
          "<meta",
          "property=\"article:modified_time\"",
          "content=\"",
          "charset=utf-7",
          "charset=utf-16",
          "&amp;",
          "&#xd83d;",
          "&#0;",
          "&#x202e;",
          "\ufeff",
          "\u2028",
          "\u00a0",
          "Updated: ",
          "Correction: ",
          "Published 3 hours ago",
          "5 March 2026, 14:05",
          "class=\"paywall\"",
          "<noscript>",
          "<style>",
          "<base href=\"//\">",
          "<title>",
          "<plaintext>",
          "\u0000");

  private static final List<String> JSON =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "null",
          "true",
          "-1e400",
          "\"@graph\":[",
          "\"@type\":\"NewsArticle\",",
          "\"@type\":\"LiveBlogPosting\",",
          "\"@id\":\"#a\",",
          "\"liveBlogUpdate\":[",
          "\"articleBody\":\"",
          "\"headline\":\"",
          "\"author\":{\"name\":",
          "\"datePublished\":\"2026-03-05T14:00:00+99:99\",",
          "\"dateModified\":",
          "\\ud83d",
          "\\u0000",
          "&quot;",
          "<\\/script>",
          "</script>",
          "\n",
          "//",
          "/*",
          "'");

  private static final String LINKED_DATA =
      """
      {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","@id":"#a",
      "headline":"The harbour closes","datePublished":"2026-03-05T09:00:00Z",
      "dateModified":"2026-03-05T12:00:00+01:00","author":[{"@type":"Person","name":"Ada Quill"}],
      "image":["https://portaldercourier.example/a.jpg"],
      "articleBody":"The harbour office said on Tuesday that the crane would be taken down."},
      {"@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Noon",
      "datePublished":"2026-03-05T12:00:00Z","articleBody":"The crane is down."}]}]}""";

  private static final String STORY =
      "<h1>The harbour closes</h1><p>The harbour office said on Tuesday that the crane would be"
          + " taken down before the winter, and that no ship would wait.</p><p>Nobody was hurt, and"
          + " the council meets again next week to decide who pays for the new one.</p>";

  private ReadFuzz() {}

  public static List<FuzzTarget> targets() {
    Extractor extractor = Extractors.standard();
    return List.of(
        new FuzzTarget(
            "html",
            270,
            Seeds.pages(".html"),
            MARKUP,
            in -> check(extractor.extract(new Page(URI, "text/html", AT, "", in)))),
        new FuzzTarget(
            "linked-data",
            330,
            Seeds.texts(LINKED_DATA),
            JSON,
            in -> check(extractor.extract(new Page(URI, "text/html", AT, "", linkedData(in))))),
        new FuzzTarget(
            "plain-text",
            330,
            texts(".txt"),
            List.of("\n\n", "\r", "By ", "Correction: ", "5 March 2026", "\ufeff", "* ", "> "),
            in -> check(extractor.extract(new Page(URI, "text/plain", AT, "Harbour", in)))),
        new FuzzTarget(
            "markdown",
            330,
            texts(".md"),
            List.of(
                "---\n",
                "+++\n",
                "# ",
                "> ",
                "[a](b)",
                "![c](d)",
                "\n\n",
                "- ",
                "&a ",
                "*a",
                "!!",
                "title: ",
                "date: 2026-03-05",
                "<<: *a",
                "```",
                "<div>",
                "{{",
                "\t"),
            in -> check(extractor.extract(new Page(URI, "text/markdown", AT, "", in)))),
        new FuzzTarget(
            "charset",
            1_300,
            charsets(),
            List.of("charset=", "<meta ", "utf-8", "utf-16", "x-user-defined", "iso-2022-kr"),
            ReadFuzz::decode));
  }

  private static List<byte[]> texts(String ending) {
    List<byte[]> seeds = new ArrayList<>(Seeds.pages(ending));
    seeds.addAll(
        Seeds.texts(
            "---\ntitle: \"The harbour closes\"\ndate: 2026-03-05\nauthors: [Ada Quill]\n---\n\n"
                + "# The harbour closes\n\nBy Ada Quill\n\nThe harbour office said on Tuesday that"
                + " the crane would be taken down.\n\n> Nobody was hurt.\n\n## Updates\n\n"
                + "- 5 March 2026: a name was corrected.\n",
            "+++\ntitle = 'Harbour'\ndate = 2026-03-05T12:00:00Z\n+++\nThe crane is down.\n"));
    return seeds;
  }

  private static List<byte[]> charsets() {
    String page = "<meta charset=\"%s\"><p>Größe, naïve café “quoted” – Zażółć €</p>";
    List<byte[]> seeds = new ArrayList<>();
    for (String name : List.of("utf-8", "windows-1252", "iso-8859-2", "utf-16le", "shift_jis")) {
      seeds.add(page.formatted(name).getBytes(Charset.forName(name)));
    }
    return seeds;
  }

  private static byte[] linkedData(byte[] json) {
    String page =
        "<!doctype html><html><head><title>Harbour</title><script type=\"application/ld+json\">"
            + new String(json, UTF_8)
            + "</script></head><body><article>"
            + STORY
            + "</article></body></html>";
    return page.getBytes(UTF_8);
  }

  private static void decode(byte[] input) {
    Decoder.Decoded decoded = Decoder.decode(input, "text/html");
    assertThat(Charset.forName(decoded.charset())).isNotNull();
    assertThat(decoded.text().length()).isLessThanOrEqualTo(2 * input.length);
    String declared = new String(input, 0, Math.min(60, input.length), UTF_8);
    assertThat(Decoder.decode(input, "text/html; charset=" + declared).text()).isNotNull();
  }

  /** What is read can be told apart from other versions, and be stored and read back. */
  private static void check(Extraction extraction) {
    if (extraction instanceof Extraction.Article article) {
      ArticleVersion version = article.version();
      assertThat(ArticleDigest.full(version)).isNotNull();
      assertThat(ArticleDigest.compared(version)).isNotNull();
      storable(version.headline());
      for (Block block : version.body()) {
        assertThat(block.text()).isNotBlank();
        storable(block.text());
      }
    }
  }

  private static void storable(String text) {
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
  }
}
