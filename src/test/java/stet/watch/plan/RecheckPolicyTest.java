package stet.watch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecheckPolicyTest {
  private static final Instant BORN = Instant.parse("2026-03-01T08:00:00Z");

  private final RecheckPolicy policy = new RecheckPolicy();

  /** The checks of an article that never changes, for so many days. */
  private List<Instant> quiet(int days) {
    List<Instant> checks = new ArrayList<>();
    RecheckHistory history = RecheckHistory.born(BORN, BORN);
    OutletHistory outlet = OutletHistory.NONE;
    Instant end = BORN.plus(Duration.ofDays(days));
    for (Instant at = BORN; at.isBefore(end); at = policy.next(history, outlet)) {
      checks.add(at);
      history = policy.observe(history, outlet, at, false);
    }
    return checks;
  }

  private static Duration longest(List<Instant> checks) {
    Duration longest = Duration.ZERO;
    for (int i = 1; i < checks.size(); i++) {
      Duration gap = Duration.between(checks.get(i - 1), checks.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  @Test
  void looksOftenAtFirstThenLessAndNeverStopsInTheFirstYear() {
    List<Instant> checks = quiet(365);
    List<Instant> firstDay =
        checks.stream().filter(c -> c.isBefore(BORN.plusSeconds(86_400))).toList();
    List<Instant> tenthDay =
        checks.stream()
            .filter(c -> c.isAfter(BORN.plus(Duration.ofDays(9))))
            .filter(c -> c.isBefore(BORN.plus(Duration.ofDays(10))))
            .toList();
    assertThat(firstDay).hasSizeGreaterThan(6);
    assertThat(tenthDay.size()).isLessThan(firstDay.size());
    assertThat(longest(checks)).isLessThanOrEqualTo(Duration.ofDays(60));
    assertThat(Duration.between(checks.get(checks.size() - 1), BORN.plus(Duration.ofDays(365))))
        .isLessThanOrEqualTo(Duration.ofDays(60));
  }

  @Test
  void aChangeBringsTheNextCheckForward() {
    RecheckHistory history = RecheckHistory.born(BORN, BORN);
    Instant later = BORN.plus(Duration.ofHours(6));
    RecheckHistory same = policy.observe(history, OutletHistory.NONE, later, false);
    RecheckHistory changed = policy.observe(history, OutletHistory.NONE, later, true);
    assertThat(policy.next(changed, OutletHistory.NONE))
        .isBefore(policy.next(same, OutletHistory.NONE));
  }

  @Test
  void anArticleOfALivelyOutletIsLookedAtSooner() {
    RecheckHistory history = RecheckHistory.born(BORN.minus(Duration.ofHours(20)), BORN);
    OutletHistory lively = new OutletHistory(60, 100, DayRhythm.EVEN);
    OutletHistory calm = new OutletHistory(1, 500, DayRhythm.EVEN);
    assertThat(policy.next(history, lively)).isBefore(policy.next(history, OutletHistory.NONE));
    assertThat(policy.next(history, OutletHistory.NONE)).isBefore(policy.next(history, calm));
  }

  @Test
  void anArticleThatWasOldWhenFirstSeenIsNotLookedAtAsIfItWereNew() {
    RecheckHistory fresh = RecheckHistory.born(BORN, BORN);
    RecheckHistory old = RecheckHistory.born(BORN.minus(Duration.ofDays(300)), BORN);
    assertThat(Duration.between(BORN, policy.next(old, OutletHistory.NONE)))
        .isGreaterThan(
            Duration.between(BORN, policy.next(fresh, OutletHistory.NONE)).multipliedBy(5));
  }

  /** An article that changes at a steady pace is believed to, however irregular the checks. */
  @Test
  void findsTheRateFromIrregularChecks() {
    RecheckPolicy.Shape even = new RecheckPolicy.Shape(1, 0, 1, 1e-3, 1e-3, 0, 0.25, 1_440);
    RecheckPolicy steady = new RecheckPolicy(0.1, even);
    RecheckHistory history = RecheckHistory.born(BORN, BORN);
    // A Poisson process, 20 hours between changes on average; checks after 1 to 32 hours.
    Random chance = new Random(11);
    Instant at = BORN;
    for (int i = 0; i < 4_000; i++) {
      int hours = 1 << (i % 6);
      at = at.plus(Duration.ofHours(hours));
      boolean changed = chance.nextDouble() < 1 - Math.exp(-hours / 20.0);
      history = steady.observe(history, OutletHistory.NONE, at, changed);
    }
    assertThat(history.changes() / history.exposure()).isCloseTo(1.0 / 20, within(0.005));
  }

  @Property
  void isAlwaysWithinItsBounds(
      @ForAll @IntRange(max = 5_000) int ageHours,
      @ForAll @DoubleRange(max = 300) double changes,
      @ForAll @DoubleRange(max = 1_000) double exposure,
      @ForAll @DoubleRange(max = 400) double outletChanges,
      @ForAll @IntRange(max = 100_000) int minutes,
      @ForAll boolean changed) {
    Instant checked = BORN.plus(Duration.ofHours(ageHours));
    RecheckHistory history = new RecheckHistory(BORN, checked, BORN, changes, exposure);
    OutletHistory outlet = new OutletHistory(outletChanges, 50, DayRhythm.EVEN);
    Instant at = checked.plus(Duration.ofMinutes(minutes));
    RecheckHistory after = policy.observe(history, outlet, at, changed);
    Instant next = policy.next(after, policy.learn(outlet, history, after));
    Duration wait = Duration.between(after.checked(), next);
    assertThat(wait).isBetween(Duration.ofMinutes(15), Duration.ofDays(180));
    assertThat(after.changes()).isNotNegative().isFinite();
    assertThat(after.exposure()).isNotNegative().isFinite();
    assertThat(policy.observe(history, outlet, at, changed)).isEqualTo(after);
  }

  @Test
  void aClockThatWasSetBackTeachesNothing() {
    RecheckHistory history = RecheckHistory.born(BORN, BORN.plusSeconds(3_600));
    RecheckHistory after = policy.observe(history, OutletHistory.NONE, BORN, false);
    assertThat(after).isEqualTo(history);
  }

  @Test
  void refusesAKeennessThatIsNoProbability() {
    assertThatThrownBy(() -> new RecheckPolicy(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new RecheckPolicy(1)).hasMessageContaining("1.0");
  }
}
