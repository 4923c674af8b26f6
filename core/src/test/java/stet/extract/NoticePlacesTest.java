package stet.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.Block;
import stet.extract.read.Extractors;

/** Where on a made-up page a notice stands, and in which markup. */
class NoticePlacesTest {
  private static final String STORY =
      "<p>The harbour board of Port Ellery voted on Tuesday to close the swing bridge to lorries"
          + " for eighteen months while its bearings are replaced.</p><p>Engineers told the meeting"
          + " that two of the four main bearings had worn down by more than a third since the last"
          + " inspection, nine years ago.</p><p>Lorries bound for the fish market will have to take"
          + " the northern road, which adds eleven minutes to the journey.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CORRECTION | %s<p><em>An earlier version of this report misstated the cost.</em></p>",
        "CORRECTION | <p><small>This article was amended on 5 March 2024 to correct the"
            + " cost.</small></p>%s",
        "CORRECTION | %s<hr><p>• This article was amended on 5 March 2024. The bridge opened in"
            + " 1931.</p>",
        "CORRECTION | %s<h4>Correction</h4><p>The ferry carries 240 people, and not 420 as"
            + " stated.</p>",
        "CORRECTION | %s<div class=\"correction\"><strong>Correction:</strong> The ferry carries"
            + " 240 people.</div>",
        "CORRECTION | %s<div class=\"note\"><p><b>Correction</b></p><p>The ferry carries 240"
            + " people, not 420.</p></div>",
        "CLARIFICATION | <blockquote>Clarification: the estimate did not include the"
            + " ferry.</blockquote>%s",
        "EDITORS_NOTE | %s<h3>Editor's note:</h3><p>The writer's brother works on the ferry.</p>",
        "CORRECTION | %s<p>Cet article a été modifié le 5 mars 2024 pour corriger le coût.</p>",
        "none | %s<h3>Updates to the road plan</h3><p>The northern road gets a second lane in May,"
            + " they said.</p>",
        "none | %s<p>Updated 5 March 2024, 14:05</p>",
        "none | %s<p>The minister corrected himself a moment later and said it was six million.</p>"
      })
  void isFound(String expected, String form) {
    String html =
        "<!doctype html><html lang=\"en\"><head><title>Bridge closes</title></head><body><main>"
            + "<article><h1>Council closes the swing bridge</h1>"
            + form.replace("%s", STORY)
            + "</article></main><footer>© Harbour Ledger</footer></body></html>";
    Page page =
        new Page(
            "https://ledger.example/bridge",
            "text/html",
            Instant.parse("2024-03-06T10:00:00Z"),
            "",
            html.getBytes(StandardCharsets.UTF_8));
    var version = ((Extraction.Article) Extractors.standard().extract(page)).version();
    List<String> kinds = version.notices().stream().map(n -> n.kind().name()).toList();
    assertEquals(expected.equals("none") ? List.of() : List.of(expected), kinds);
    List<String> body = version.body().stream().map(Block::text).toList();
    int lines =
        expected.equals("none") && form.contains("<h3>") ? 5 : form.contains("minister") ? 4 : 3;
    assertEquals(lines, body.size(), body.toString());
  }
}
