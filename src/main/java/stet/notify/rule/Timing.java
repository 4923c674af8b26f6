package stet.notify.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When people are told.
 *
 * @param pace whether each finding is told by itself or what came in a while is told together
 * @param at of which local time, with a daily or weekly pace
 * @param day of which day, with a weekly pace
 * @param zone of local times
 * @param quiet when nothing is delivered; null for never
 * @param mostPerHour messages within an hour after which findings are gathered; 0 for no limit
 */
public record Timing(
    Pace pace, LocalTime at, DayOfWeek day, ZoneId zone, @Nullable Quiet quiet, int mostPerHour) {
  /** How long what is counted against {@link #mostPerHour} counts. */
  public static final Duration HOUR = Duration.ofHours(1);

  /** How findings are told. */
  public enum Pace {
    /** Each by itself, as soon as it is found. */
    AT_ONCE,
    /** Together, at each full hour that brought any. */
    HOURLY,
    /** Together, once a day. */
    DAILY,
    /** Together, once a week. */
    WEEKLY
  }

  /** At once, at any time of the day. */
  public static Timing atOnce(ZoneId zone) {
    return new Timing(Pace.AT_ONCE, LocalTime.MIDNIGHT, DayOfWeek.MONDAY, zone, null, 0);
  }

  /**
   * When what is found at a moment is to be told.
   *
   * @param found UTC
   * @return {@code found} itself or later, UTC
   */
  public Instant due(Instant found) {
    return afterQuiet(
        switch (pace) {
          case AT_ONCE -> found;
          case HOURLY -> found.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
          case DAILY -> daily(found);
          case WEEKLY -> weekly(found);
        });
  }

  /** Whether what is found at a moment is told together with other findings. */
  public boolean isGathered(Instant found) {
    return pace != Pace.AT_ONCE || due(found).isAfter(found);
  }

  /** The moment itself, or the end of the quiet hours in which it lies. */
  public Instant afterQuiet(Instant at) {
    return quiet == null ? at : quiet.end(at, zone).orElse(at);
  }

  private Instant daily(Instant found) {
    LocalDate day = LocalDate.ofInstant(found, zone);
    Instant today = LocalMoments.of(day.atTime(at), zone);
    return today.isAfter(found) ? today : LocalMoments.of(day.plusDays(1).atTime(at), zone);
  }

  private Instant weekly(Instant found) {
    LocalDate next = LocalDate.ofInstant(found, zone).with(TemporalAdjusters.nextOrSame(day));
    Instant moment = LocalMoments.of(next.atTime(at), zone);
    return moment.isAfter(found) ? moment : LocalMoments.of(next.plusWeeks(1).atTime(at), zone);
  }
}
