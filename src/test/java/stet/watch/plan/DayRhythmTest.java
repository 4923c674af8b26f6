package stet.watch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayRhythmTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

  /** An outlet that changes its articles between eight and ten. */
  private static DayRhythm mornings() {
    DayRhythm rhythm = DayRhythm.EVEN;
    for (int day = 0; day < 60; day++) {
      Instant eight = MIDNIGHT.plus(Duration.ofHours(24L * day + 8));
      rhythm = rhythm.with(eight, eight.plusSeconds(7_200));
    }
    return rhythm;
  }

  @Test
  void withoutEvidenceAnHourIsAnHour() {
    assertThat(DayRhythm.EVEN.lively(MIDNIGHT, 7.5)).isCloseTo(7.5, within(1e-6));
    assertThat(DayRhythm.EVEN.until(MIDNIGHT, 60)).isCloseTo(60, within(1e-6));
  }

  @Test
  void aCheckWaitsForTheHoursInWhichSomethingHappens() {
    Instant ten = MIDNIGHT.plus(Duration.ofHours(22));
    double wait = mornings().until(ten, 3);
    assertThat(wait).isBetween(8.0, 11.0);
    assertThat(mornings().until(MIDNIGHT.plus(Duration.ofHours(8)), 3)).isLessThan(1);
  }

  @Test
  void aWholeDayCountsForAWholeDay() {
    assertThat(mornings().lively(MIDNIGHT.plusSeconds(12_345), 24)).isCloseTo(24, within(1e-3));
    assertThat(mornings().lively(MIDNIGHT, 1_000)).isCloseTo(1_000, within(1e-3));
  }

  @Test
  void whatCannotBePlacedTeachesNothing() {
    assertThat(DayRhythm.EVEN.with(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))))
        .isSameAs(DayRhythm.EVEN);
    assertThat(DayRhythm.EVEN.with(MIDNIGHT, MIDNIGHT.minusSeconds(60))).isSameAs(DayRhythm.EVEN);
  }

  @Property
  void untilIsTheInverseOfLively(
      @ForAll @IntRange(max = 86_399) int second,
      @ForAll @DoubleRange(min = 0.01, max = 200) double hours) {
    Instant from = MIDNIGHT.plusSeconds(second);
    DayRhythm rhythm = mornings();
    assertThat(rhythm.until(from, rhythm.lively(from, hours))).isCloseTo(hours, within(0.01));
  }

  @Test
  void isReadAsItWasStored() {
    assertThat(DayRhythm.of(DayRhythm.EVEN.text()).text()).isEqualTo(DayRhythm.EVEN.text());
    assertThat(DayRhythm.of(mornings().text()).text()).isEqualTo(mornings().text());
  }
}
