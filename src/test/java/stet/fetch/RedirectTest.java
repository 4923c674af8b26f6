package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Deferred;
import stet.fetch.FetchOutcome.Failed;

class RedirectTest {
  private final Newsroom newsroom = new Newsroom();
  private Desk desk;

  @BeforeEach
  void open() {
    desk =
        new Desk(
            Desk.hastyOptions(newsroom)
                .withAllowedPrivateHosts(Set.of("one.example", "two.example")));
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    newsroom.close();
  }

  private String one(String path) {
    return "http://one.example:" + newsroom.port() + path;
  }

  private String two(String path) {
    return "http://two.example:" + newsroom.port() + path;
  }

  @Test
  void eachHopIsACaptureOfItsOwnAddress() throws IOException {
    newsroom.redirect("/a", "/b").redirect("/b", two("/c"));
    newsroom.page("/c", "<p>moved");
    Answered outcome = (Answered) desk.get(one("/a"));
    assertThat(outcome.captures().stream().map(Capture::uri).toList())
        .containsExactly(one("/a"), one("/b"), two("/c"));
    assertThat(outcome.captures().stream().map(c -> ((Http) c.exchange()).status()).toList())
        .containsExactly(302, 302, 200);
    assertThat(outcome.captures().stream().map(Capture::source).toList())
        .containsExactly(
            new Live(one("/a"), Role.PAGE, ""),
            new Live(one("/a"), Role.PAGE, one("/a")),
            new Live(one("/a"), Role.PAGE, one("/b")));
    assertThat(outcome.captures()).allMatch(c -> ((Http) c.exchange()).took() != null);
    assertThat(outcome.uri()).isEqualTo(two("/c"));
  }

  @Test
  void circleEndsWithAFailure() {
    newsroom.redirect("/a", "/b").redirect("/b", "/a");
    Failed outcome = (Failed) desk.get(one("/a"));
    assertThat(outcome.failure()).isEqualTo(Failure.NOT_HTTP);
    assertThat(outcome.detail()).contains("circle");
    assertThat(outcome.captures()).hasSize(3);
    assertThat(outcome.captures().get(2).exchange()).isInstanceOf(Exchange.Failed.class);
    assertThat(outcome.captures().get(2).ordinal()).isEqualTo(1);
  }

  @Test
  void endlessRedirectsEndWithAFailure() {
    newsroom.on(
        "/a",
        visit ->
            visit.say(
                Newsroom.answer("302 F", "Location: " + visit.path() + "x\r\n", new byte[0])));
    newsroom.on(
        "/n",
        visit -> {
          int n = Integer.parseInt(visit.path().split("=")[1]);
          visit.say(Newsroom.answer("302 F", "Location: /n?i=" + (n + 1) + "\r\n", new byte[0]));
        });
    Failed outcome = (Failed) desk.get(one("/n?i=0"));
    assertThat(outcome.failure()).isEqualTo(Failure.NOT_HTTP);
    assertThat(outcome.detail()).contains("more than 5 times");
    assertThat(newsroom.asked()).hasSize(7);
  }

  @Test
  void consentRedirectWithACookieEnds() {
    newsroom.on(
        "/a",
        visit ->
            visit.say(
                visit.field("cookie").contains("seen=1")
                    ? Newsroom.answer("200 OK", "", "story".getBytes(UTF_8))
                    : Newsroom.answer(
                        "302 Found",
                        "Location: /a\r\nSet-Cookie: seen=1; Path=/\r\nSet-Cookie: b=2\r\n",
                        new byte[0])));
    Answered outcome = (Answered) desk.get(one("/a"));
    assertThat(outcome.status()).isEqualTo(200);
    assertThat(newsroom.requests().get(2)).contains("\r\nCookie: seen=1; b=2\r\n");
    assertThat(outcome.captures().get(1).ordinal()).isEqualTo(1);
  }

  @Test
  void cookiesNeitherLeaveTheirHostNorLastLongerThanTheChain() {
    newsroom.on(
        "/a",
        Newsroom.answer(
            "302 F",
            "Set-Cookie: id=7; Domain=example\r\nLocation: " + two("/b") + "\r\n",
            new byte[0]));
    newsroom.page("/b", "hello");
    desk.get(one("/a"));
    desk.get(one("/b"));
    assertThat(String.join("", newsroom.requests())).doesNotContain("Cookie:");
  }

  @Test
  void cookiesThatWouldInjectFieldsAreNotSent() {
    newsroom.on(
        "/a",
        Newsroom.answer(
            "302 F",
            "Set-Cookie: id=caf\u00e9\r\nSet-Cookie: a=b c\r\nSet-Cookie: gone=1; Max-Age=0\r\n"
                + "Location: /b\r\n",
            new byte[0]));
    newsroom.page("/b", "hello");
    desk.get(one("/a"));
    assertThat(newsroom.requests().get(2)).doesNotContain("Cookie:");
  }

  @Test
  void redirectWithoutLocationIsAnAnswer() {
    newsroom.on("/a", Newsroom.answer("301 Moved", "", new byte[0]));
    assertThat(((Answered) desk.get(one("/a"))).status()).isEqualTo(301);
  }

  @Test
  void redirectsOfOneHostDoNotWaitAndThoseToABusyOneWaitALittle() {
    Politeness polite =
        new Politeness(
            Duration.ofSeconds(4),
            Duration.ofMinutes(2),
            100,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofSeconds(5));
    FetchOptions options =
        Desk.hastyOptions(newsroom)
            .withPoliteness(polite)
            .withAllowedPrivateHosts(Set.of("one.example", "two.example"));
    newsroom.redirect("/a", "/b").redirect("/b", two("/c")).page("/c", "x");
    try (Desk slow = new Desk(options)) {
      assertThat(slow.get(two("/c"))).isInstanceOf(Answered.class);
      assertThat(slow.get(one("/a"))).isInstanceOf(Answered.class);
      assertThat(slow.clock.instant()).isEqualTo(Desk.MORNING.plusSeconds(4));
    }
  }

  @Test
  void redirectToAHostThatMustNotBeAskedForLongIsDeferredWithWhatIsKnown() {
    newsroom.redirect("/a", two("/c")).page("/c", "x");
    String authority = Fetcher.authority(two("/"));
    desk.throttle.record(
        authority, HostThrottle.Result.TROUBLE, Desk.MORNING.plusSeconds(3600), Desk.MORNING);
    Deferred outcome = (Deferred) desk.get(one("/a"));
    assertThat(outcome.until()).isEqualTo(Desk.MORNING.plusSeconds(3600));
    assertThat(outcome.authority()).isEqualTo(authority);
    assertThat(outcome.captures().stream().map(Capture::uri).toList())
        .isEqualTo(List.of(one("/a")));
    assertThat(desk.throttle.take(Fetcher.authority(one("/")), Desk.MORNING)).isTrue();
  }
}
