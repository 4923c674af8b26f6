package stet.app.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditTimesTest {
  /** In Berlin it is already Saturday, and the clocks go forward on Sunday. */
  private final EditTimes times =
      new EditTimes(Instant.parse("2026-03-27T23:30:00Z"), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "today, 2026-03-27T23:00:00Z, 2026-03-28T23:00:00Z",
    "yesterday, 2026-03-26T23:00:00Z, 2026-03-27T23:00:00Z",
    "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2h, 2026-03-27T21:30:00Z, 2026-03-27T21:30:00Z",
    "3d, 2026-03-24T23:30:00Z, 2026-03-24T23:30:00Z",
    "45m, 2026-03-27T22:45:00Z, 2026-03-27T22:45:00Z",
    "90s, 2026-03-27T23:28:30Z, 2026-03-27T23:28:30Z",
    "2026-03-01T08:30:00+01:00, 2026-03-01T07:30:00Z, 2026-03-01T07:30:00Z",
  })
  void daysBeginInTheZone(String text, Instant since, Instant until) {
    assertThat(times.since(text)).isEqualTo(since);
    assertThat(times.until(text)).isEqualTo(until);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-02-30",
        "2026-3-1",
        "0d",
        "2w",
        "-1d",
        "+12026-01-01",
        "2026-03-01T08",
        "2026-03-01T08:30:00",
        "Today",
        "٣d",
        "99999999d",
        "T",
        "+12026-01-01T00:00:00Z"
      })
  void nothingElseIsATime(String text) {
    assertThatThrownBy(() -> times.since(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> times.until(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
