package stet.notify.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.notify.rule.Timing.Pace;

/** Clocks go forward in Berlin on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00. */
class TimingTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Timing timing(Pace pace, String at, @Nullable String quiet) {
    Quiet hours =
        quiet == null
            ? null
            : new Quiet(LocalTime.parse(quiet.split("-")[0]), LocalTime.parse(quiet.split("-")[1]));
    return new Timing(pace, LocalTime.parse(at), DayOfWeek.MONDAY, BERLIN, hours, 0);
  }

  @ParameterizedTest
  @CsvSource({
    // An ordinary day: 08:30 is 06:30 UTC in summer and 07:30 UTC in winter.
    "08:30, 2026-07-01T06:29:59Z, 2026-07-01T06:30:00Z",
    "08:30, 2026-07-01T06:30:00Z, 2026-07-02T06:30:00Z",
    "08:30, 2026-12-01T07:29:00Z, 2026-12-01T07:30:00Z",
    // From winter to summer: the day is 23 hours long.
    "08:30, 2026-03-28T07:30:00Z, 2026-03-29T06:30:00Z",
    // 02:30 is left out on that day: it is the moment of the change.
    "02:30, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "02:30, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    // 02:30 comes twice in October: it is told at the first and not again at the second.
    "02:30, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "02:30, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "02:30, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z"
  })
  void dailyIsToldAtTheLocalTime(String at, String found, String due) {
    assertThat(timing(Pace.DAILY, at, null).due(Instant.parse(found))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T06:29:59Z, 2026-07-01T07:00:00Z",
    "2026-07-01T07:00:00Z, 2026-07-01T08:00:00Z",
    "2026-03-29T00:59:00Z, 2026-03-29T01:00:00Z",
    "2026-10-25T00:10:00Z, 2026-10-25T01:00:00Z",
    "2026-10-25T01:10:00Z, 2026-10-25T02:00:00Z"
  })
  void hourlyIsToldAtFullHours(String found, String due) {
    assertThat(timing(Pace.HOURLY, "00:00", null).due(Instant.parse(found))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // Wednesday; the next Monday is the 6th.
    "2026-07-01T06:00:00Z, 2026-07-06T07:00:00Z",
    "2026-07-06T06:59:59Z, 2026-07-06T07:00:00Z",
    "2026-07-06T07:00:00Z, 2026-07-13T07:00:00Z",
    // The week in which clocks go back.
    "2026-10-19T07:00:00Z, 2026-10-26T08:00:00Z"
  })
  void weeklyIsToldOnItsDay(String found, String due) {
    assertThat(timing(Pace.WEEKLY, "09:00", null).due(Instant.parse(found))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-07-01T19:59:59Z, 2026-07-01T19:59:59Z",
    "22:00-07:00, 2026-07-01T20:00:00Z, 2026-07-02T05:00:00Z",
    "22:00-07:00, 2026-07-02T04:59:59Z, 2026-07-02T05:00:00Z",
    "22:00-07:00, 2026-07-02T05:00:00Z, 2026-07-02T05:00:00Z",
    // The night in which clocks go forward is an hour shorter, the other an hour longer.
    "22:00-07:00, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "22:00-07:00, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    // They end at 02:30, which comes twice: at the first of them, and do not begin again.
    "22:00-02:30, 2026-10-25T00:29:00Z, 2026-10-25T00:30:00Z",
    "22:00-02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:10:00Z",
    // They end at 02:30, which is left out.
    "22:00-02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
    // By day.
    "12:00-13:30, 2026-07-01T10:15:00Z, 2026-07-01T11:30:00Z",
    "12:00-13:30, 2026-07-01T11:30:00Z, 2026-07-01T11:30:00Z"
  })
  void quietHoursHoldTheDelivery(String quiet, String found, String due) {
    Timing timing = timing(Pace.AT_ONCE, "00:00", quiet);
    assertThat(timing.due(Instant.parse(found))).isEqualTo(due);
    assertThat(timing.isGathered(Instant.parse(found))).isEqualTo(!found.equals(due));
  }

  @ParameterizedTest
  @CsvSource({
    // 06:00 lies in the quiet hours: it is told when they end.
    "06:00, 2026-07-01T12:00:00Z, 2026-07-02T05:00:00Z",
    "07:00, 2026-07-01T12:00:00Z, 2026-07-02T05:00:00Z",
    "22:00, 2026-07-01T12:00:00Z, 2026-07-02T05:00:00Z"
  })
  void aDigestWithinQuietHoursIsToldWhenTheyEnd(String at, String found, String due) {
    assertThat(timing(Pace.DAILY, at, "22:00-07:00").due(Instant.parse(found))).isEqualTo(due);
  }

  @Property(tries = 500)
  void whatIsDueIsNeverQuietNorBeforeItWasFound(
      @ForAll @IntRange(max = 366 * 24 * 60) int minute,
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int to,
      @ForAll @IntRange(max = 3) int pace) {
    if (from == to) {
      return;
    }
    Quiet quiet = new Quiet(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    Timing timing =
        new Timing(Pace.values()[pace], LocalTime.of(6, 45), DayOfWeek.SUNDAY, BERLIN, quiet, 0);
    Instant found = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
    Instant due = timing.due(found);
    assertThat(due).isAfterOrEqualTo(found);
    assertThat(quiet.end(due, BERLIN)).isEqualTo(Optional.empty());
    assertThat(due).isBefore(found.plusSeconds(9L * 24 * 3600));
  }
}
