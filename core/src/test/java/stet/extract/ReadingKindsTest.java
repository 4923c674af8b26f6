package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.extract.read.Extractors;

/**
 * Kinds of pages that were read wrongly, a row a page in {@code kinds.txt}. The outlet is
 * fictional. Paragraphs are written {@code {1}} to {@code {6}}.
 */
class ReadingKindsTest {
  private static final Path TABLE = Path.of("core/src/test/resources/cases/kinds.txt");

  private static final List<String> PARAGRAPHS =
      List.of(
          "The dyke board of Lower Marrow decided on Monday night that the old sluice at Tern Point"
              + " will be shut to pleasure boats until the autumn.",
          "Divers had found that three of the oak doors no longer meet at the sill, so that every"
              + " high tide lets brackish water into the meadows behind.",
          "Repairs are put at two and a half million crowns, of which the province pays one third"
              + " and the farmers along the canal the rest.",
          "Skippers of the small ferries will be let through twice a day, at slack water, if they"
              + " book with the keeper before eight in the morning.",
          "The angling club had offered to pay for a temporary lock, but its plan was turned down"
              + " because the bank there is too soft for a crane.",
          "In May the board will hear what the repair would cost if steel were used in place of"
              + " oak, as two younger members have asked.");

  record Row(String name, List<String> expected, String html) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String section : Files.readString(TABLE).split("(?m)^=== ")) {
      int cut = section.indexOf("\n---\n");
      if (cut >= 0) {
        List<String> head = section.substring(0, cut).lines().toList();
        String html = section.substring(cut + 5);
        rows.add(new Row(head.get(0), head.subList(1, head.size()), html));
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsTheStoryAlone(Row row) {
    ArticleVersion version = read(row.html());
    for (String line : row.expected()) {
      String want = line.substring(line.indexOf(':') + 1).strip();
      switch (line.substring(0, line.indexOf(':'))) {
        case "body" -> assertThat(body(version)).as("body").isEqualTo(want);
        case "authors" ->
            assertThat(String.join(" / ", version.byline().authors()))
                .as("authors")
                .isEqualTo(want);
        case "headline" -> assertThat(version.headline()).as("headline").isEqualTo(want);
        case "captions" ->
            assertThat(version.captions().stream().map(c -> digits(c.text())).toList())
                .as("captions")
                .hasToString(want);
        default -> throw new IllegalArgumentException(line);
      }
    }
  }

  private static ArticleVersion read(String html) {
    String filled = html;
    for (int i = 0; i < PARAGRAPHS.size(); i++) {
      filled = filled.replace("{" + (i + 1) + "}", PARAGRAPHS.get(i));
    }
    boolean whole = filled.contains("<head>");
    String page =
        whole
            ? "<!doctype html><html lang=en>" + filled + "</html>"
            : "<!doctype html><html lang=en><head><title>Sluice shut to pleasure boats | The Marrow"
                + " Gazette</title><meta property='og:type' content='article'><meta"
                + " property='og:title' content='Sluice shut to pleasure boats'><meta"
                + " property='og:site_name' content='The Marrow Gazette'></head><body><header><a"
                + " href='/'>The Marrow Gazette</a></header>"
                + filled
                + "<footer>© The Marrow Gazette</footer></body></html>";
    Page source =
        new Page(
            "https://gazette.example/news/sluice-shut",
            "text/html",
            Instant.parse("2026-04-01T00:00:00Z"),
            "",
            page.getBytes(StandardCharsets.UTF_8));
    Extraction read = Extractors.standard().extract(source);
    assertThat(read).isInstanceOf(Extraction.Article.class);
    return ((Extraction.Article) read).version();
  }

  private static String body(ArticleVersion version) {
    return String.join(" ", version.body().stream().map(Block::text).map(t -> digits(t)).toList());
  }

  /** A paragraph of the story by its number; any other text as it is, in brackets. */
  private static String digits(String text) {
    int at = PARAGRAPHS.indexOf(text);
    return at >= 0 ? String.valueOf(at + 1) : "[" + text + "]";
  }
}
