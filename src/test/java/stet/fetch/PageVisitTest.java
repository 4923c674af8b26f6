package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.Exchange;

/** What belongs to a page is fetched at once, from where a page may be fetched. */
class PageVisitTest {
  @Test
  void filesAreFetchedWithoutPausesAndRedirectsAreHandedOver() throws Exception {
    try (Newsroom newsroom = new Newsroom();
        Fetcher fetcher = fetcher(newsroom)) {
      PageVisit visit = fetcher.visit(newsroom.url("/page"));
      newsroom.page("/a.css", "b { color: red }");
      Capture file = visit.get(newsroom.url("/a.css"), "text/css").orElseThrow();
      assertThat(new String(file.payload().bytes(), StandardCharsets.UTF_8)).contains("red");
      String asked = ((Exchange.Http) file.exchange()).request().first("Accept").orElse("");
      assertThat(asked).isEqualTo("text/css");
      long from = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertThat(visit.get(newsroom.url("/" + i), "*/*")).isPresent();
      }
      // Two seconds would lie between two pages.
      assertThat(System.nanoTime() - from).isLessThan(30_000_000_000L);
    }
  }

  @Test
  void aHostThatAsksForItIsLeftAlone() throws Exception {
    try (Newsroom newsroom = new Newsroom();
        Fetcher fetcher = fetcher(newsroom)) {
      newsroom.on(
          "/busy",
          v -> v.say("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
      PageVisit visit = fetcher.visit(newsroom.url("/page"));
      assertThat(visit.get(newsroom.url("/busy"), "*/*")).isPresent();
      assertThat(visit.get(newsroom.url("/other"), "*/*")).isEmpty();
      assertThat(fetcher.visit(newsroom.url("/page")).get(newsroom.url("/other"), "*/*"))
          .isPresent();
    }
  }

  @Test
  void addressesThatMustNotBeAskedAreNot() throws Exception {
    try (Newsroom newsroom = new Newsroom();
        Fetcher fetcher = new Fetcher(FetchOptions.STANDARD, Clock.systemUTC())) {
      PageVisit visit = fetcher.visit("https://courier.example/");
      newsroom.page("/a", "secret");
      assertThat(visit.get(newsroom.url("/a"), "*/*")).isEmpty();
      assertThat(visit.get("http://169.254.169.254/latest/meta-data/", "*/*")).isEmpty();
      assertThat(visit.get("file:///etc/passwd", "*/*")).isEmpty();
      assertThat(visit.get("http://localhost:22/", "*/*")).isEmpty();
      assertThat(newsroom.requests()).isEmpty();
    }
  }

  private static Fetcher fetcher(Newsroom newsroom) {
    String host = newsroom.url("/").replaceAll("^http://|/$", "");
    return new Fetcher(
        FetchOptions.STANDARD.withAllowedPrivateHosts(Set.of(host)), Clock.systemUTC());
  }
}
