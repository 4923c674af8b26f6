package stet.text.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time as a text states it, which may be less than an instant: a day, or a time of day on a clock
 * that is not named.
 *
 * @param local on the clock of {@code offset}; what is smaller than {@code unit} is zero, but for
 *     the fraction of a second
 * @param unit the smallest one that is stated: years, months, days, minutes or seconds
 * @param zone the zone as written; empty where none is
 * @param offset what {@code zone} means; null where none is written, or letters that may mean
 *     several
 */
public record WrittenTime(
    LocalDateTime local, ChronoUnit unit, String zone, @Nullable ZoneOffset offset) {

  /**
   * The instant, where a time of day is stated; read as UTC where no zone is written. Empty where
   * one is written that may be several.
   */
  public Optional<Instant> instant() {
    boolean timed = unit == ChronoUnit.MINUTES || unit == ChronoUnit.SECONDS;
    if (!timed || offset == null && !zone.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(local.toInstant(offset == null ? ZoneOffset.UTC : offset));
  }
}
