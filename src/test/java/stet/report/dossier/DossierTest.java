package stet.report.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.report.Stories;
import stet.report.page.dossier.DossierOptions;
import stet.timeline.Timeline;

/** One document about fictional stories. */
class DossierTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private static Document page(Dossier dossier) throws IOException {
    return Jsoup.parse(new String(dossier.page(dossier.figures(), NOW), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void itHasAllItsPartsInEachLanguage(String language) throws IOException {
    Document page = page(Stories.dossier(language));
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    for (Element link : page.select("nav a")) {
      assertThat(page.select(link.attr("href")).select("h2").text()).isEqualTo(link.text());
    }
    assertThat(page.select("nav a")).hasSize(6);
    assertThat(page.select(".edit")).hasSize(8);
    assertThat(page.select(".edit .proofs code").eachText())
        .anyMatch(t -> t.startsWith("sha256:"))
        .anyMatch(t -> t.startsWith("stet evidence "));
    assertThat(page.select(".edit del, .edit ins")).hasSizeGreaterThan(8);
    long edits = Stories.all().stream().mapToLong(t -> t.revisions().size()).sum();
    assertThat(page.select("#revisions tbody tr")).hasSize((int) edits);
    assertThat(page.select("[src]:not([src^=data:]), link, script, [onload]")).isEmpty();
  }

  @Test
  void theMostTellingComesFirstAndTheListIsInOrderOfTime() throws IOException {
    Document page = page(Stories.dossier("en"));
    assertThat(page.select(".edit .rank").eachText()).startsWith("1.", "2.", "3.");
    List<String> times = page.select("#revisions .when").eachText();
    assertThat(times.stream().map(t -> t.substring(t.length() - 16)).toList()).isSorted();
  }

  @Test
  void onlyThePeriodIsInIt() throws IOException {
    Timeline bridge = Stories.bridge();
    Instant cut = bridge.revisions().get(1).at();
    Dossier dossier = dossier(null, cut, "en");
    dossier.add(bridge);
    assertThat(dossier.edits()).isEqualTo(1);
    assertThat(page(dossier).select("#revisions tbody tr")).hasSize(1);
    Dossier later = dossier(cut, null, "en");
    later.add(bridge);
    assertThat(later.edits()).isEqualTo(bridge.revisions().size() - 1);
    // It was first seen before.
    assertThat(page(later).select("#figures").text()).contains("there are no figures");
  }

  @Test
  void nothingInItRuns() throws IOException {
    Dossier dossier =
        new Dossier(
            new DossierOptions(
                "<script>x</script>",
                "\"><img src=x onerror=x>",
                "",
                "<b>bold</b>",
                Map.of(Stories.COURIER, "</bdi><script>x</script>"),
                "<svg onload=x>",
                true,
                null,
                null,
                3,
                "en",
                ZoneId.of("UTC"),
                "stet test"));
    dossier.add(Stories.bridge());
    Document page = page(dossier);
    assertThat(page.select("script, img, b, svg[onload]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo("Edits of <svg onload=x>");
  }

  @Test
  void theTableHasALineForEachEdit() {
    Dossier dossier = dossier(null, null, "en");
    dossier.add(Stories.bridge());
    List<String> lines = dossier.table().lines().toList();
    assertThat(lines).hasSize(1 + Stories.bridge().revisions().size());
    assertThat(lines.get(0)).startsWith("not_before,not_after,outlet,key,uri,version,labels,");
    assertThat(lines.get(1))
        .matches("2026-03-14T[0-9:]+Z,2026-03-14T09:55:00Z,port-alder-courier.example,.*")
        .contains(",2,");
  }

  private static Dossier dossier(Instant since, Instant until, String language) {
    return new Dossier(
        new DossierOptions(
            "",
            "",
            "",
            "",
            Map.of(),
            Stories.COURIER,
            true,
            since,
            until,
            5,
            language,
            ZoneId.of("UTC"),
            "stet test"));
  }
}
