package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.read.Extractors;

/**
 * Pages that were read wrongly, kept outside this repository, each with what is right beside it.
 */
class SharedPagesTest {
  private static final Path CASES = Path.of("../shared/cases");
  private static final Pattern PARAGRAPH = Pattern.compile("<p>(.{60,}?)</p>");

  /** Pages whose note holds the whole text behind its first empty line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "affiliate-notice-in-text",
        "consent-box-outweighs-short-story",
        "cut-at-more-from-mid-story",
        "cut-at-rail-mid-story",
        "hidden-copy-of-the-text",
        "hidden-settings-in-the-text",
        "paragraph-repeated-as-caption",
        "sidebar-outweighs-short-story",
        "story-in-several-named-blocks"
      })
  void readsTheWholeTextAndNothingElse(String name) throws IOException {
    ArticleVersion version = read("extract/" + name);
    String note = Files.readString(CASES.resolve("extract/" + name + ".expected.txt"));
    String body = note.substring(note.indexOf("\n\n")).strip();
    assertThat(text(version)).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extract/class-names-body-and-footer | Pupils of all five schools in Port Ellery may",
        "extract/short-blog-post-under-description | They have closed the bridge.",
      })
  void opensTheText(String name, String start) throws IOException {
    assertThat(text(read(name))).startsWith(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages/paragraph-all-link"})
  void readsAllParagraphsOfTheMarkup(String name) throws IOException {
    ArticleVersion version = read(name);
    Matcher marked = PARAGRAPH.matcher(Files.readString(CASES.resolve(name + ".html")));
    List<String> paragraphs =
        marked.results().map(m -> m.group(1).replaceAll("<[^>]+>", "")).toList();
    assertThat(version.body()).extracting(Block::text).isEqualTo(paragraphs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extract/short-blog-post-under-description | Lorries",
        "extract/site-name-in-h1-title-in-h3 | How we copied floppy disks in 2009",
      })
  void findsTheHeadline(String name, String headline) throws IOException {
    assertThat(read(name).headline()).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extract/by-alone-german-agency | APA",
        "extract/by-alone-in-its-element | Maren Holt",
        "extract/byline-with-paper-name | Maren Holt",
        "extract/commenter-as-author-and-date | ''",
        "extract/date-of-other-box-near-headline | Maren Holt",
        "extract/short-blog-post-under-description | Old Michel",
        "pages/author-by-id-in-graph | Maren Holt",
        "pages/byline-with-date-before-name | Maren Holt",
      })
  void findsTheAuthors(String name, String authors) throws IOException {
    assertThat(String.join(", ", read(name).byline().authors())).isEqualTo(authors);
  }

  private static ArticleVersion read(String name) throws IOException {
    Path file = CASES.resolve(name + ".html");
    assumeTrue(Files.exists(file), file + " is not here");
    Page page =
        new Page(
            "urn:stet:case",
            "text/html",
            Instant.parse("2026-04-01T00:00:00Z"),
            "",
            Files.readAllBytes(file));
    Extraction read = Extractors.standard().extract(page);
    assertThat(read).isInstanceOf(Extraction.Article.class);
    return ((Extraction.Article) read).version();
  }

  private static String text(ArticleVersion version) {
    return String.join("\n\n", version.body().stream().map(Block::text).toList());
  }
}
