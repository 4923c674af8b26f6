package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.serve.http.Access;
import stet.watch.store.WatchStore;

/** Figures as Prometheus reads them. */
class MetricsTest {
  private static final String NUMBER = "[0-9]+";
  private static final String NAME = "[a-z_]+";

  @TempDir Path home;

  /** Holds the text against the format and reads its samples. */
  private static Map<String, Long> samples(String text) {
    Map<String, Long> samples = new TreeMap<>();
    Set<String> declared = new HashSet<>();
    assertThat(text).endsWith("\n").doesNotContain("\r");
    for (String line : text.split("\n")) {
      if (line.startsWith("# TYPE ")) {
        assertThat(line).matches("# TYPE " + NAME + " (gauge|counter)");
        assertThat(declared.add(line.split(" ")[2])).as(line).isTrue();
      } else if (!line.startsWith("# HELP ")) {
        assertThat(line).matches(NAME + "(\\{" + NAME + "=\"[a-z0-9-]+\"})? " + NUMBER);
        assertThat(declared).contains(line.split("[{ ]")[0]);
        String[] parts = line.split(" ");
        assertThat(samples.put(parts[0], Long.valueOf(parts[1]))).as(line).isNull();
      }
    }
    return samples;
  }

  @Test
  void tellsOfCollectionWatchAndServer() throws IOException {
    Served.fill(home);
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.track(
          List.of("https://courier.example/a", "https://courier.example/b"),
          Served.CLOCK.instant().minusSeconds(7_200));
    }
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      served.get("/nothing");
      HttpResponse<String> answer = served.get("/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      Map<String, Long> samples = samples(answer.body());
      assertThat(samples)
          .containsEntry("stet_articles", 9L)
          .containsEntry("stet_edits", 18L)
          .containsEntry("stet_tracked{kind=\"page\"}", 2L)
          .containsEntry("stet_tracked{kind=\"list\"}", 0L)
          .containsEntry("stet_due", 2L)
          .containsEntry("stet_checks{outcome=\"never\"}", 2L)
          .containsEntry("stet_checks{outcome=\"changed\"}", 0L)
          .containsEntry("stet_watch_stale", 1L)
          .containsEntry("stet_http_responses_total{code=\"4xx\"}", 1L)
          .doesNotContainKey("stet_last_check_timestamp_seconds");
      assertThat(samples.get("stet_captures")).isGreaterThan(20);
      assertThat(samples.get("stet_http_connections")).isPositive();
      assertThat(samples(served.get("/metrics").body()))
          .containsEntry("stet_http_responses_total{code=\"2xx\"}", 1L);
      assertThat(served.faults()).isEmpty();
    }
  }

  /** As the Watch page: not for who reads without a token. */
  @Test
  void isForReaders() throws IOException {
    Served.fill(home);
    Access keys = Access.of(List.of("reader reader-token-0123456789"), true);
    try (Served served = Served.of(home, keys)) {
      assertThat(served.get("/").statusCode()).isEqualTo(200);
      assertThat(served.get("/metrics").statusCode()).isEqualTo(403);
      assertThat(served.get("/metrics", "Authorization", "Bearer reader-token-0123456789").body())
          .contains("stet_articles 9\n");
    }
  }
}
