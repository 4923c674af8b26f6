package stet.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.SiteRules;

/** Tables of HTML and of Markdown, from the page to the comparison. All fictional. */
class TablesTest {
  private static final String BEFORE =
      """
      <!doctype html><html lang="en"><head><title>Voyages of the season</title></head><body><main>
      <h1>Voyages of the season</h1>
      <p>The harbour office of Port Alder has told which voyages there will be this spring, and
      from which of the town's seven piers they begin.</p>""";

  private static final String AFTER =
      """
      <p>Tickets are sold at the pier from an hour before each voyage, the office said, and children
      under six travel with their parents for nothing.</p></main></body></html>""";

  private static ArticleVersion html(String table) {
    String page = BEFORE + table + AFTER;
    Extraction read =
        HtmlReader.read(
            new Page(
                "https://port-alder-courier.example/voyages",
                "text/html",
                Instant.parse("2026-03-14T10:00:00Z"),
                "",
                page.getBytes(StandardCharsets.UTF_8)),
            page,
            "test/1",
            SiteRules.none());
    return ((Extraction.Article) read).version();
  }

  private static List<List<String>> rows(ArticleVersion version) {
    return version.body().stream()
        .filter(Block.TableRow.class::isInstance)
        .map(b -> ((Block.TableRow) b).cells())
        .toList();
  }

  private static final String VOYAGES =
      """
      <table><thead><tr><th></th><th>Date</th><th>Port</th></tr></thead><tbody>
      <tr><td></td><td>23 April</td><td><p>Alder Sound (North)</p></td></tr>
      <tr><td>late</td><td colspan="2">by request</td></tr></tbody></table>""";

  @Test
  void aRowOfCellsIsOneBlock() {
    assertThat(rows(html(VOYAGES)))
        .containsExactly(
            List.of("", "Date", "Port"),
            List.of("", "23 April", "Alder Sound (North)"),
            List.of("late", "by request", ""));
  }

  @Test
  void aTableThatLaysAPageOutIsNone() {
    String nested =
        "<table><tr><td><table>" + VOYAGES.substring(7) + "</td><td>Aside</td></tr></table>";
    String prose = "The pilot boat goes out at dawn and comes home at dusk. ".repeat(20);
    String wide =
        "<table><tr><td>"
            + prose
            + "</td><td>Left</td></tr><tr><td>One</td><td>Two</td></tr></table>";

    assertThat(rows(html(wide))).isEmpty();
    assertThat(rows(html(nested))).hasSizeLessThanOrEqualTo(3);
    assertThat(
            rows(html("<table role=presentation><tr><td>A quay</td><td>A pier</td></tr></table>")))
        .isEmpty();
  }

  /** Rows are compared with rows, and in them cells with cells. */
  @Test
  void aChangedCellIsTheOnlyChange() {
    ArticleVersion before = html(VOYAGES);
    ArticleVersion after = html(VOYAGES.replace("23 April", "24 April"));
    Revision revision = Differs.standard().diff(before, after);

    assertThat(revision.hunks().stream().filter(Hunk::isChange))
        .singleElement()
        .satisfies(h -> assertThat(h.deltas().get(0).after()).isEqualTo("\t"))
        .satisfies(
            h ->
                assertThat(h.deltas().stream().filter(d -> d.isChange()).map(d -> d.after()))
                    .containsExactlyInAnyOrder("", "24"));
  }

  @Test
  void aNewRowMovesNoOther() {
    ArticleVersion before = html(VOYAGES);
    ArticleVersion after =
        html(
            VOYAGES.replace(
                "<tr><td>late",
                "<tr><td></td><td>30 April</td><td>Long Reef</td></tr><tr><td>late"));

    assertThat(Differs.standard().diff(before, after).hunks().stream().filter(Hunk::isChange))
        .singleElement()
        .isInstanceOf(Hunk.Inserted.class);
  }

  @Test
  void markdownHasTablesToo() {
    List<Block> blocks =
        Markdown.parse(
                "| Purpose | Data |\n| --- | :-: |\n| To *tell*<br>you | Name \\\\ `date` |\n\nEnd|of\n")
            .blocks();

    assertThat(blocks)
        .containsExactly(
            Block.TableRow.of(List.of("Purpose", "Data"), ""),
            Block.TableRow.of(List.of("To tell you", "Name \\ date"), ""),
            new Block.Paragraph("End|of"));
    assertThat(Markdown.parse("| | 23 April | Alder Sound (North)|\n").blocks())
        .containsExactly(Block.TableRow.of(List.of("", "23 April", "Alder Sound (North)"), ""));
  }
}
