package stet.app.edits;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import stet.text.time.TimeUnits;

/**
 * Times between which edits are asked for, as people write them: a day such as {@code 2026-11-20},
 * {@code today}, {@code yesterday}, so long ago as {@code 2h}, {@code 3d} or {@code 45m}, or a time
 * with its offset.
 */
public final class EditTimes {
  private final Instant now;
  private final ZoneId zone;

  /**
   * @param now UTC
   * @param zone in which days begin
   */
  public EditTimes(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * The first moment that is meant, UTC: of a day its beginning.
   *
   * @throws IllegalArgumentException when it is no such time
   */
  public Instant since(String text) {
    return at(text, 0);
  }

  /**
   * The first moment that is not meant any more, UTC: of a day the beginning of the next.
   *
   * @throws IllegalArgumentException when it is no such time
   */
  public Instant until(String text) {
    return at(text, 1);
  }

  private Instant at(String text, int more) {
    try {
      Optional<Duration> ago = TimeUnits.parse(text);
      if (ago.isPresent()) {
        return now.minus(ago.get());
      }
      return switch (text) {
        case "today" -> begin(today().plusDays(more), zone);
        case "yesterday" -> begin(today().plusDays(more - 1L), zone);
        default ->
            // A sign stands before years that no page was ever seen in.
            text.matches("[0-9].*T.*")
                ? OffsetDateTime.parse(text).toInstant()
                : begin(LocalDate.parse(text.replace('+', '?')).plusDays(more), zone);
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** When a day begins, UTC. */
  public static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
