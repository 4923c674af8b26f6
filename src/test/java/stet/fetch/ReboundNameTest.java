package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Exchange.Failure;
import stet.fetch.FetchOptions.Limits;
import stet.fetch.FetchOutcome.Failed;

/**
 * Names whose addresses change between two look-ups, so that what was checked is not what is asked.
 * {@code TRAP} stands for the port of a server on loopback that counts who comes.
 */
class ReboundNameTest {
  private final Newsroom trap = new Newsroom();
  private final Newsroom newsroom = new Newsroom();

  @AfterEach
  void close() throws IOException {
    newsroom.close();
    trap.close();
  }

  @Test
  void nameIsResolvedOnceForEachConnectionAndOnlyThatAnswerIsUsed() {
    AtomicInteger calls = new AtomicInteger();
    // Global unicast that nobody was given: no route leads there.
    HostResolver changing =
        host ->
            List.of(
                calls.incrementAndGet() == 1
                    ? InetAddress.getByName("2d00::1")
                    : InetAddress.getLoopbackAddress());
    Limits usual = Desk.limits(Duration.ofSeconds(5));
    Limits quick =
        new Limits(
            usual.maxHead(),
            usual.maxBody(),
            usual.maxDecoded(),
            usual.maxRedirects(),
            Duration.ofMillis(300),
            usual.idleTimeout(),
            usual.totalTime(),
            1,
            usual.patience(),
            4);
    FetchOptions options = FetchOptions.STANDARD.withPoliteness(Desk.HASTY).withLimits(quick);
    try (Desk other = new Desk(options, changing)) {
      String uri = "http://rebinding.example:" + trap.port() + "/";
      Failed first = (Failed) other.get(uri);
      assertThat(first.failure()).isNotEqualTo(Failure.ADDRESS_REFUSED);
      assertThat(calls).hasValue(1);
      other.clock.pass(Duration.ofHours(1));
      Failed second = (Failed) other.get(uri);
      assertThat(second.failure()).isEqualTo(Failure.ADDRESS_REFUSED);
      assertThat(calls).hasValue(2);
    }
    assertThat(trap.connections()).isZero();
  }

  /**
   * A name whose answers change between a public address and this machine, asked as often as a
   * watch would, by itself and by way of a redirect.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"http://turncoat.example:TRAP/", "/there", "http://twoface.example:TRAP/"})
  void aNameThatChangesItsMindNeverLeadsInside(String target) {
    AtomicInteger calls = new AtomicInteger();
    InetAddress inside = InetAddress.getLoopbackAddress();
    HostResolver changing =
        host -> {
          // Global unicast that nobody was given: no route leads there.
          InetAddress outside = InetAddress.getByName("2d00::1");
          if (host.equals("news.example")) {
            return List.of(inside);
          }
          boolean in = calls.incrementAndGet() % 2 == 0;
          boolean both = host.equals("twoface.example");
          return both && in ? List.of(outside, inside) : List.of(in ? inside : outside);
        };
    String start = "http://news.example:" + newsroom.port();
    String trapped = target.replace("TRAP", Integer.toString(trap.port()));
    newsroom.redirect("/there", "http://turncoat.example:" + trap.port() + "/admin");
    FetchOptions options =
        Desk.hastyOptions(newsroom)
            .withAllowedPrivateHosts(Set.of("news.example:" + newsroom.port()));
    int refused = 0;
    try (Desk other = new Desk(options, changing)) {
      for (int i = 0; i < 4; i++) {
        other.clock.pass(Duration.ofHours(13));
        Failed failed = (Failed) other.get(trapped.startsWith("/") ? start + trapped : trapped);
        refused += failed.failure() == Failure.ADDRESS_REFUSED ? 1 : 0;
      }
    }
    assertThat(calls).hasValueGreaterThanOrEqualTo(4);
    assertThat(refused).isEqualTo(2);
    assertThat(trap.connections()).isZero();
  }
}
