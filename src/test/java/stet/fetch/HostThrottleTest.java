package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.HostThrottle.Result;

class HostThrottleTest {
  private static final String HOST = "news.example";
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private final HostThrottle throttle = new HostThrottle(Politeness.STANDARD);

  @Test
  void unknownHostMayBeAskedAtOnceAndThenAfterTheDelay() {
    assertThat(throttle.mayAskAt(HOST, NOW)).isEqualTo(NOW);
    throttle.record(HOST, Result.ANSWERED, null, NOW);
    assertThat(throttle.mayAskAt(HOST, NOW)).isEqualTo(NOW.plusSeconds(2));
    assertThat(throttle.mayAskAt("other.example", NOW)).isEqualTo(NOW);
    assertThat(throttle.mayAskAt(HOST, NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void oneRequestAtATime() {
    assertThat(throttle.take(HOST, NOW)).isTrue();
    assertThat(throttle.take(HOST, NOW)).isFalse();
    assertThat(throttle.mayAskAt(HOST, NOW)).isAfter(NOW);
    throttle.release(HOST);
    assertThat(throttle.take(HOST, NOW)).isTrue();
  }

  @Test
  void crawlDelayIsKeptAndCapped() {
    throttle.crawlDelay(HOST, Duration.ofSeconds(10), NOW);
    assertThat(throttle.record(HOST, Result.ANSWERED, null, NOW)).isEqualTo(NOW.plusSeconds(10));
    throttle.crawlDelay(HOST, Duration.ofDays(1), NOW);
    assertThat(throttle.record(HOST, Result.ANSWERED, null, NOW)).isEqualTo(NOW.plusSeconds(120));
    throttle.crawlDelay(HOST, Duration.ZERO, NOW);
    assertThat(throttle.record(HOST, Result.ANSWERED, null, NOW)).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void retryAfterIsKeptAndCapped() {
    Instant later = NOW.plus(Duration.ofHours(3));
    assertThat(throttle.record(HOST, Result.TROUBLE, later, NOW)).isEqualTo(later);
    Instant muchLater = NOW.plus(Duration.ofDays(400));
    assertThat(throttle.record("b.example", Result.TROUBLE, muchLater, NOW))
        .isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(throttle.record("c.example", Result.ANSWERED, NOW.minusSeconds(9), NOW))
        .isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void failuresAreForgivenTheDelayAndTheHostsOwnWishAreNot() {
    for (int i = 0; i < 8; i++) {
      throttle.record(HOST, Result.TROUBLE, null, NOW);
    }
    assertThat(throttle.mayAskAt(HOST, NOW)).isAfter(NOW.plusSeconds(600));
    throttle.forgive(HOST, NOW);
    assertThat(throttle.mayAskAt(HOST, NOW)).isEqualTo(NOW.plusSeconds(2));
    Instant wish = NOW.plusSeconds(1200);
    throttle.record(HOST, Result.TROUBLE, wish, NOW.plusSeconds(2));
    throttle.forgive(HOST, NOW.plusSeconds(3));
    assertThat(throttle.mayAskAt(HOST, NOW.plusSeconds(3))).isEqualTo(wish);
    // A wish holds over a later failure without one, and ends.
    throttle.record(HOST, Result.TROUBLE, null, NOW.plusSeconds(4));
    throttle.forgive(HOST, NOW.plusSeconds(5));
    assertThat(throttle.mayAskAt(HOST, NOW.plusSeconds(5))).isEqualTo(wish);
    throttle.record(HOST, Result.TROUBLE, null, wish.plusSeconds(1));
    throttle.forgive(HOST, wish.plusSeconds(2));
    assertThat(throttle.mayAskAt(HOST, wish.plusSeconds(2))).isEqualTo(wish.plusSeconds(3));
    throttle.forgive("never-asked.example", NOW);
    assertThat(throttle.mayAskAt("never-asked.example", NOW)).isEqualTo(NOW);
  }

  @Test
  void aDelayLongerThanTheBackOffIsNotMadeLonger() {
    throttle.crawlDelay(HOST, Duration.ofSeconds(120), NOW);
    Instant free = throttle.record(HOST, Result.TROUBLE, null, NOW);
    throttle.forgive(HOST, NOW);
    assertThat(throttle.mayAskAt(HOST, NOW)).isBeforeOrEqualTo(free).isAfter(NOW);
  }

  @Test
  void backOffDoublesUpToItsBoundAndEndsWithAnAnswer() {
    Duration before = Duration.ZERO;
    for (int i = 0; i < 5; i++) {
      Duration wait = Duration.between(NOW, throttle.record(HOST, Result.TROUBLE, null, NOW));
      Duration full = Duration.ofMinutes(1L << i);
      assertThat(wait)
          .isBetween(full.multipliedBy(3).dividedBy(4), full.multipliedBy(5).dividedBy(4));
      assertThat(wait).isGreaterThan(before);
      before = wait;
    }
    for (int i = 0; i < 2000; i++) {
      throttle.record(HOST, Result.TROUBLE, null, NOW);
    }
    assertThat(throttle.mayAskAt(HOST, NOW)).isBefore(NOW.plus(Duration.ofHours(16)));
    assertThat(throttle.record(HOST, Result.ANSWERED, null, NOW)).isEqualTo(NOW.plusSeconds(2));
    assertThat(throttle.state(HOST).failures()).isZero();
  }

  @Test
  void waitsAreTheSameForTheSameHostAndNotForAll() {
    HostThrottle other = new HostThrottle(Politeness.STANDARD);
    Instant wait = throttle.record(HOST, Result.TROUBLE, null, NOW);
    assertThat(other.record(HOST, Result.TROUBLE, null, NOW)).isEqualTo(wait);
    assertThat(other.record("other.example", Result.TROUBLE, null, NOW)).isNotEqualTo(wait);
  }

  @Test
  void budgetEndsWithTheDay() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(throttle.mayAskAt(HOST, NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
      throttle.record(HOST, Result.ANSWERED, null, NOW);
    }
    Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
    assertThat(throttle.mayAskAt(HOST, NOW.plusSeconds(60)))
        .isBetween(midnight, midnight.plusSeconds(600));
    assertThat(throttle.mayAskAt(HOST, midnight)).isEqualTo(midnight);
    assertThat(throttle.take(HOST, NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void clockThatWasSetBackSilencesNoHost() {
    throttle.record(HOST, Result.TROUBLE, null, NOW.plus(Duration.ofDays(3650)));
    assertThat(throttle.mayAskAt(HOST, NOW)).isEqualTo(NOW);
  }

  @Test
  void whatIsKnownOutlivesTheProcess() {
    throttle.crawlDelay(HOST, Duration.ofSeconds(9), NOW);
    throttle.record(HOST, Result.TROUBLE, null, NOW);
    HostThrottle restored = new HostThrottle(Politeness.STANDARD);
    restored.restore(throttle.states());
    assertThat(restored.states()).isEqualTo(throttle.states());
    assertThat(restored.mayAskAt(HOST, NOW)).isEqualTo(throttle.mayAskAt(HOST, NOW));
  }

  @Property(tries = 200)
  void noHostIsEverAskedSoonerThanItsDelay(
      @ForAll @Size(max = 40) java.util.List<@IntRange(max = 300_000) Integer> steps) {
    HostThrottle any = new HostThrottle(Politeness.STANDARD);
    Instant now = NOW;
    Instant last = null;
    for (int step : steps) {
      now = now.plusMillis(step);
      if (any.take(HOST, now)) {
        assertThat(last == null || !now.isBefore(last.plusSeconds(2))).isTrue();
        any.record(HOST, step % 7 == 0 ? Result.TROUBLE : Result.ANSWERED, null, now);
        any.release(HOST);
        last = now;
      }
    }
  }
}
