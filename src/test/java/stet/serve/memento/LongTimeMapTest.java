package stet.serve.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.serve.Served;
import stet.serve.http.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page with ten thousand captures: its TimeMap comes in pages, which together are whole. */
class LongTimeMapTest {
  private static final String PAGE = "https://portaldercourier.example/bridge";
  private static final int CAPTURES = 10_000;

  @Test
  void aLongTimeMapIsReadPageByPage(@TempDir Path home) throws IOException {
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < CAPTURES; i++) {
      // A page in which no article can be read is a memento, too, and quickly taken in.
      captures.add(Kept.page(PAGE, i, "<title>Bridge</title>"));
    }
    Kept.keep(home, captures);
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      Set<String> mementos = new LinkedHashSet<>();
      List<String> open = new ArrayList<>(List.of(served.at("/timemap/link/" + PAGE)));
      for (int i = 0; i < open.size(); i++) {
        Map<String, List<String>> links = page(served, open.get(i));
        assertThat(links.get("self")).containsExactly(open.get(i));
        assertThat(links.get("memento")).hasSizeLessThanOrEqualTo(TimeMap.PAGE);
        mementos.addAll(links.get("memento"));
        links.get("timemap").stream().filter(t -> !open.contains(t)).forEach(open::add);
      }
      assertThat(open).hasSize(CAPTURES / TimeMap.PAGE);
      assertThat(List.copyOf(mementos)).hasSize(CAPTURES).isSorted();
      assertThat(served.get("/timemap/link/11/" + PAGE).statusCode()).isEqualTo(404);
      jsonHasThePagesToo(served);
      theTimeGateFindsOneInTheMiddle(served);
    }
  }

  private static Map<String, List<String>> page(Served served, String url) throws IOException {
    HttpResponse<String> response = served.get(url.substring(served.at("").length()));
    assertThat(response.statusCode()).as(url).isEqualTo(200);
    assertThat(response.body())
        .contains("rel=\"timemap\"; type=\"application/link-format\"; from=");
    return Kept.links(response.body());
  }

  private static void jsonHasThePagesToo(Served served) throws IOException {
    JsonNode second = JsonMapper.shared().readTree(served.get("/timemap/json/2/" + PAGE).body());
    assertThat(second.path("mementos").path("list").size()).isEqualTo(TimeMap.PAGE);
    assertThat(second.path("timemap_index").size()).isEqualTo(CAPTURES / TimeMap.PAGE);
    assertThat(second.path("timemap_index").path(1).path("from").asString())
        .isEqualTo(second.path("mementos").path("list").path(0).path("datetime").asString())
        .isEqualTo(Kept.DAWN.plusSeconds(60L * TimeMap.PAGE).toString());
  }

  private static void theTimeGateFindsOneInTheMiddle(Served served) throws IOException {
    String wanted = "Tue, 17 Mar 2026 09:00:31 GMT";
    HttpResponse<String> gate = served.get("/timegate/" + PAGE, "Accept-Datetime", wanted);
    assertThat(gate.headers().firstValue("Location"))
        .hasValue(served.at("/memento/20260317090100/" + PAGE));
  }
}
