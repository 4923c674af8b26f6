package stet.notify.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Hours of each night, or day, in which nothing is delivered.
 *
 * @param from first minute in which it is quiet, local
 * @param to first minute in which it is not any more, local; before {@code from} where it is the
 *     next day's
 */
public record Quiet(LocalTime from, LocalTime to) {
  /** When the quiet hours end within which this moment lies; empty where it lies in none. */
  Optional<Instant> end(Instant at, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return end(at, today.minusDays(1), zone).or(() -> end(at, today, zone));
  }

  private Optional<Instant> end(Instant at, LocalDate begins, ZoneId zone) {
    LocalDate ends = to.isAfter(from) ? begins : begins.plusDays(1);
    Instant start = LocalMoments.of(begins.atTime(from), zone);
    Instant end = LocalMoments.of(ends.atTime(to), zone);
    return !at.isBefore(start) && at.isBefore(end) ? Optional.of(end) : Optional.empty();
  }
}
