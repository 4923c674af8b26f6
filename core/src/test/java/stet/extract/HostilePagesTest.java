package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import stet.ProcessorTime;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.Extraction.NotAnArticle;
import stet.extract.Extraction.Reason;
import stet.extract.read.Extractors;
import stet.extract.read.StandardExtractor;

/** Pages made to hurt: each is answered within seconds, and nothing of them stays dangerous. */
class HostilePagesTest {
  /** A second or two alone on a machine; more where other builds share it. */
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static final String PARAGRAPH =
      "<p>The harbour council of Port Ellery voted on Tuesday to keep the old ferry running for"
          + " another year, although repairs would cost more than a new boat.</p>";

  private static Extraction read(byte[] bytes, String mediaType) {
    Page page =
        new Page(
            "https://ellery.example/a",
            mediaType,
            Instant.parse("2026-01-01T00:00:00Z"),
            "",
            bytes);
    return ProcessorTime.within(SECONDS, mediaType, () -> Extractors.standard().extract(page));
  }

  private static ArticleVersion article(String html) {
    return ((Extraction.Article) read(html.getBytes(StandardCharsets.UTF_8), "text/html"))
        .version();
  }

  @Test
  void scriptInEveryFieldStaysText() {
    String bad = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    String escaped = bad.replace("<", "&lt;");
    ArticleVersion v =
        article(
            "<html><head><title>"
                + escaped
                + "</title><meta property='og:title' content='"
                + escaped
                + "'><link rel=canonical href='javascript:alert(3)'></head><body><article><h1>"
                + escaped
                + "</h1><p class=byline>By "
                + escaped
                + "</p><figure><img src='javascript:"
                + "alert(4)' alt='"
                + escaped
                + "'><figcaption>"
                + escaped
                + "</figcaption></figure>"
                + PARAGRAPH.repeat(4)
                + "<p>"
                + bad
                + "</p></article></body></html>");
    assertThat(v.canonicalUrl()).isEmpty();
    assertThat(v.images()).noneMatch(i -> i.url().toLowerCase(Locale.ROOT).contains("javascript"));
    assertThat(v.body()).hasSize(4).allMatch(b -> b.text().startsWith("The harbour council"));
  }

  @Test
  void fiftyMegabytesOfNestingAreRefused() {
    byte[] nested = "<div><b>".repeat(50 * 1024 * 1024 / 8).getBytes(StandardCharsets.US_ASCII);
    assertThat(read(nested, "text/html"))
        .isInstanceOfSatisfying(
            NotAnArticle.class, none -> assertThat(none.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void deepNestingBelowTheSizeLimitEnds() {
    for (String tag :
        new String[] {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"}) {
      String html = "<h1>Ferry</h1>" + tag.repeat(1_000_000 / tag.length()) + PARAGRAPH;
      assertThat(read(html.getBytes(StandardCharsets.US_ASCII), "text/html")).isNotNull();
    }
    byte[] tags = "<i>".repeat(StandardExtractor.MAX_TAGS + 1).getBytes(StandardCharsets.US_ASCII);
    assertThat(read(tags, "text/html"))
        .isInstanceOfSatisfying(
            NotAnArticle.class, none -> assertThat(none.detail()).contains("tags"));
  }

  @Test
  void oneWordOfFiveMegabytesIsReadAsOneWord() {
    String html = "<article><h1>Ferry stays</h1>" + PARAGRAPH.repeat(3);
    String word = "a".repeat(5_000_000);
    Extraction read =
        read((html + "<p>" + word + "</p>").getBytes(StandardCharsets.US_ASCII), "text/html");
    assertThat(read).isInstanceOf(Extraction.Article.class);
    assertThat(read(word.getBytes(StandardCharsets.US_ASCII), "text/plain")).isNotNull();
    assertThat(read(word.getBytes(StandardCharsets.US_ASCII), "text/markdown")).isNotNull();
  }

  @Test
  void markdownOfNothingButMarksEnds() {
    for (String marks : new String[] {"[", "](", "*_", "> ", "![", "{{", "<!--", "`", "- "}) {
      byte[] bytes = marks.repeat(1_000_000 / marks.length()).getBytes(StandardCharsets.US_ASCII);
      assertThat(read(bytes, "text/markdown")).isNotNull();
      assertThat(read(bytes, "text/plain")).isNotNull();
      assertThat(read(bytes, "text/html")).isNotNull();
    }
  }

  @Test
  void datesByTheThousandEnd() {
    String line = "<p>Published 11/12/2015 10:51 pm IST Updated Mar 27 2019 </p>";
    byte[] bytes = ("<h1>Ferry</h1>" + line.repeat(10_000)).getBytes(StandardCharsets.US_ASCII);
    assertThat(read(bytes, "text/html")).isNotNull();
    String digits = "<p>" + "1.2.".repeat(500_000) + "</p>";
    assertThat(read(digits.getBytes(StandardCharsets.US_ASCII), "text/html")).isNotNull();
  }

  @Test
  void controlCharactersAndNulBytesLeaveTheText() {
    ArticleVersion v =
        article(
            "<h1>Fer\0ry \u001bstays</h1>" + PARAGRAPH.replace("ferry", "fe\0r\u0007ry").repeat(3));
    assertThat(v.body()).allMatch(b -> b.text().chars().noneMatch(Character::isISOControl));
  }

  @Test
  void brokenUtf8KeepsTheRest() {
    byte[] good =
        ("<h1>Fähre bleibt</h1>" + PARAGRAPH.replace("ferry", "Fähre").repeat(20))
            .getBytes(StandardCharsets.UTF_8);
    good[good.length / 2] = (byte) 0xff;
    ArticleVersion v = ((Extraction.Article) read(good, "text/html; charset=utf-8")).version();
    assertThat(v.headline()).isEqualTo("Fähre bleibt");
  }

  @Test
  void aWronglyDeclaredCharsetIsOverruledByTheBytes() {
    byte[] bytes =
        ("<meta charset=iso-8859-1><h1>Fähre bleibt</h1>" + PARAGRAPH.repeat(3))
            .getBytes(StandardCharsets.UTF_8);
    ArticleVersion v = ((Extraction.Article) read(bytes, "text/html; charset=latin1")).version();
    assertThat(v.headline()).isEqualTo("Fähre bleibt");
    byte[] cyrillic =
        ("<meta charset=windows-1251><h1>Паром остаётся</h1>" + PARAGRAPH.repeat(3))
            .getBytes(Charset.forName("windows-1251"));
    assertThat(((Extraction.Article) read(cyrillic, "text/html")).version().headline())
        .isEqualTo("Паром остаётся");
  }

  @Test
  void loneSurrogatesAndBidiMarksDoNotStopIt() {
    ArticleVersion v =
        article("<h1>Ferry \u202egnissim</h1>" + PARAGRAPH.repeat(3) + "<p>&#xD800;x</p>");
    assertThat(v.body()).extracting(Block::text).noneMatch(t -> t.contains("\ud800"));
  }

  @Test
  void picturesAndArchivesAreNoText() {
    byte[] png = new byte[4000];
    png[0] = (byte) 0x89;
    assertThat(read(png, "text/html"))
        .isEqualTo(new NotAnArticle(Reason.NOT_TEXT, "the bytes are no text"));
    assertThat(read(new byte[0], "text/html"))
        .isEqualTo(new NotAnArticle(Reason.EMPTY, "no bytes"));
    assertThat(read(" \n\t ".getBytes(StandardCharsets.US_ASCII), "text/plain"))
        .isEqualTo(new NotAnArticle(Reason.EMPTY, "nothing but white space"));
  }
}
