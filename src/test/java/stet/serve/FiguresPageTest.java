package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.stats.OutletStats;
import stet.app.stats.ServedFigures;
import stet.app.stats.StatsQuery;
import stet.stats.Grouping;
import stet.track.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures about outlets where they are served. */
class FiguresPageTest {
  private static final StatsQuery ALL = new StatsQuery(Set.of(), null, null, Grouping.OUTLET);

  @TempDir static Path home;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.sample(home);
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void outletsStandSideBySideWithTheirNumbersAsFiles() throws IOException {
    HttpResponse<String> page = served.get("/figures.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Outlets side by side", "href=\"figures.csv\"", "href=\"figures.json\"")
        .contains("Looked at less often than every 8 hours");
    HttpResponse<String> csv = served.get("/figures.csv");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).startsWith("outlet,name,from,until,");
    JsonNode json = JsonMapper.shared().readTree(served.get("/figures.json").body());
    assertThat(json.get("groups")).hasSize(2);
    assertThat(JsonMapper.shared().readTree(served.get("/api/v1/figures").body())).isEqualTo(json);
  }

  @Test
  void anOutletHasItsOwnPage() throws IOException {
    String sources = served.get("/outlets.html").body();
    assertThat(sources).contains("figures.html?outlet=portaldercourier.example");
    HttpResponse<String> page = served.get("/figures.html?outlet=portaldercourier.example");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Articles that were", "figures.csv?outlet=portaldercourier.example")
        .contains("Weekday,");
    JsonNode json =
        JsonMapper.shared()
            .readTree(served.get("/figures.json?outlet=portaldercourier.example").body());
    assertThat(json.at("/groups/0/watching/articles").asInt()).isEqualTo(7);
    assertThat(json.get("groups")).hasSize(1);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    assertThat(served.get("/figures.html?outlet=nowhere.example").statusCode()).isEqualTo(404);
    assertThat(served.get("/figures.html?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(served.get("/figures.csv?by=moon").statusCode()).isEqualTo(400);
    HttpResponse<String> none = served.get("/figures.json?since=2031-01-01");
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(none.body()).contains("\"groups\":[]");
    assertThat(served.get("/figures.html?since=2031-01-01").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerTakesNoLongerThanItMayAndTheNextGoesOn() throws Exception {
    try (ServedCollection collection =
        ServedCollection.open(new CollectionHome(home), Served.CLOCK)) {
      ServedFigures hasty = new ServedFigures(Duration.ZERO);
      collection.ask(
          c -> {
            assertThatThrownBy(() -> hasty.of(c, ALL))
                .isInstanceOf(ServedFigures.NotYet.class)
                .hasMessageContaining("of 9 articles are read. Ask again");
            return c;
          });
      ServedFigures patient = new ServedFigures(Duration.ofMinutes(1));
      OutletStats twice = collection.ask(c -> twice(patient, c));
      OutletStats read = collection.ask(c -> OutletStats.of(c, ALL, Progress.NONE));
      assertThat(stet.rows.FigureCsv.of(twice.groups()))
          .isEqualTo(stet.rows.FigureCsv.of(read.groups()));
    }
  }

  private static OutletStats twice(ServedFigures figures, stet.track.Collection collection) {
    try {
      figures.of(collection, ALL);
      return figures.of(collection, ALL);
    } catch (ServedFigures.NotYet e) {
      throw new AssertionError(e);
    }
  }
}
