package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.PostOutcome.Answered;
import stet.fetch.PostOutcome.Deferred;
import stet.fetch.PostOutcome.Failed;

/** Forms that are sent to hubs. */
class FormPostTest {
  private final List<String> got = new CopyOnWriteArrayList<>();
  private HttpServer hub;
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.start();
    desk = new Desk(options(Desk.HASTY));
  }

  @AfterEach
  void close() {
    desk.close();
    hub.stop(0);
  }

  private FetchOptions options(Politeness politeness) {
    return FetchOptions.STANDARD
        .withPoliteness(politeness)
        .withLimits(Desk.limits(Duration.ofSeconds(10)))
        .withAllowedPrivateHosts(Set.of("127.0.0.1:" + hub.getAddress().getPort()));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + hub.getAddress().getPort() + path;
  }

  private void on(String path, int status, String location, String body) {
    hub.createContext(
        path,
        exchange -> {
          String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          got.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
          }
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private PostOutcome post(String path) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", "https://paper.example/a?b=c&d é");
    return desk.fetcher.post(url(path), form);
  }

  @Test
  void arriveAsTheyAreWithoutARobotsTxt() {
    on("/hub", 202, "", "");
    assertThat(post("/hub")).isEqualTo(new Answered(202, "", null));
    assertThat(post("/hub")).isEqualTo(new Answered(202, "", null));
    String form =
        "POST /hub hub.mode=subscribe&hub.topic=https%3A%2F%2Fpaper.example%2Fa%3Fb%3Dc%26d+%C3%A9";
    assertThat(got).containsExactly(form, form);
  }

  @Test
  void aRefusalIsToldInOneShortLine() {
    on("/hub", 400, "", "no\r\n  such \u001b[31mtopic " + "x".repeat(100_000));
    assertThat((Answered) post("/hub"))
        .satisfies(a -> assertThat(a.isTaken()).isFalse())
        .satisfies(a -> assertThat(a.words()).startsWith("no such").hasSizeLessThan(220));
  }

  @Test
  void redirectsThatSayToSendItAgainAreFollowed() {
    on("/hub", 202, "", "");
    on("/307", 307, "/hub", "");
    on("/308", 308, url("/307"), "");
    assertThat(post("/308")).isEqualTo(new Answered(202, "", null));
    assertThat(got).hasSize(3).allMatch(g -> g.startsWith("POST ") && g.contains("hub.topic="));
    on("/302", 302, "/hub", "");
    assertThat(post("/302")).isEqualTo(new Answered(302, "", null));
    on("/round", 307, "/round", "");
    assertThat(post("/round")).isInstanceOf(Failed.class);
  }

  @Test
  void privateAddressesAreRefusedAlsoBehindARedirect() {
    on("/out", 307, "http://private.example:" + hub.getAddress().getPort() + "/hub", "");
    on("/hub", 202, "", "");
    assertThat((Failed) post("/out")).matches(f -> f.detail().contains("loopback"));
    assertThat(got).hasSize(1);
  }

  @Test
  void aHostIsAskedNoSoonerThanItMay() {
    desk.close();
    desk = new Desk(options(Politeness.STANDARD));
    on("/hub", 503, "", "");
    assertThat(post("/hub")).isInstanceOf(Answered.class);
    assertThat((Deferred) post("/hub"))
        .matches(d -> d.until().isAfter(Desk.MORNING.plusSeconds(30)));
    assertThat(got).hasSize(1);
  }
}
