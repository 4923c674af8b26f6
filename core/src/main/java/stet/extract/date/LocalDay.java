package stet.extract.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.extract.page.DateContext;

/**
 * Content systems write instants in UTC while the page and its address print the newsroom's own
 * day. Where the two days differ, the instant is shown on the newsroom's clock: the moment stays,
 * the day agrees with what readers see.
 */
final class LocalDay {
  private static final int QUARTER = 15;

  private LocalDay() {}

  static DateCandidate shown(
      DateCandidate chosen, List<DateCandidate> others, DateContext context) {
    Moment moment = chosen.moment();
    if (!ZoneOffset.UTC.equals(moment.offset()) || !moment.precision().hasTime()) {
      return chosen;
    }
    DateCandidate own = stated(moment, others);
    ZoneOffset clock = own == null ? null : own.moment().offset();
    if (own != null && clock != null) {
      return at(chosen, clock, "because the page states it so: '" + own.printed() + "'");
    }
    DateCandidate line = null;
    DateCandidate address = null;
    for (DateCandidate other : others) {
      boolean url = other.rule().startsWith("url");
      if (!url && !other.rule().startsWith("visible") || !nextDay(moment, other.moment())) {
        continue;
      }
      address = url && address == null ? other : address;
      line = !url && line == null ? other : line;
      ZoneOffset offset = offset(moment, other.moment(), context);
      if (offset != null) {
        return moved(chosen, offset, other);
      }
    }
    ZoneOffset home = midnight(moment, context);
    if (home != null) {
      return at(chosen, home, "where it is midnight, the clock of " + context.countryReason());
    }
    // No clock is known: where line and address print one other day, that day is what is stated.
    if (line == null || address == null) {
      return chosen;
    }
    return line.moment().sameDay(address.moment()) ? line : chosen;
  }

  /** The same instant stated on another clock than that of UTC: the newsroom's. */
  private static @Nullable DateCandidate stated(Moment utc, List<DateCandidate> others) {
    return others.stream()
        .filter(o -> o.moment().precision().hasTime() && o.moment().offset() != null)
        .filter(o -> !ZoneOffset.UTC.equals(o.moment().offset()) && o.moment().same(utc))
        .max(Comparator.comparingInt(DateCandidate::weight))
        .orElse(null);
  }

  /** The country's offset where the instant is midnight there: a day written as an instant. */
  private static @Nullable ZoneOffset midnight(Moment utc, DateContext context) {
    ZoneId zone = Zones.of(context.country());
    if (zone == null) {
      return null;
    }
    boolean midnight = utc.roughly().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight ? zone.getRules().getOffset(utc.roughly()) : null;
  }

  /** A printed time without a zone is on the clock of the site's country, where it has but one. */
  static Moment clock(Moment printed, DateContext context) {
    ZoneId zone = Zones.of(context.country());
    if (printed.offset() != null || zone == null) {
      return printed;
    }
    ZoneOffset offset = zone.getRules().getOffset(printed.local());
    String reason =
        "no zone printed; " + zone + " is the clock of the site's country " + context.country();
    return new Moment(printed.local(), offset, printed.precision(), reason);
  }

  private static boolean nextDay(Moment utc, Moment printed) {
    LocalDate a = utc.local().toLocalDate();
    LocalDate b = printed.local().toLocalDate();
    return Math.abs(a.toEpochDay() - b.toEpochDay()) == 1;
  }

  /** The newsroom's offset: read off a printed time, else the country's, else one on the page. */
  private static @Nullable ZoneOffset offset(Moment utc, Moment printed, DateContext context) {
    if (printed.precision().hasTime()) {
      long minutes = Duration.between(utc.local(), printed.local()).toMinutes();
      long rounded = Math.round((double) minutes / QUARTER) * QUARTER;
      boolean real = Math.abs(minutes - rounded) <= 2 && Math.abs(rounded) <= 14 * 60;
      if (real) {
        return ZoneOffset.ofTotalSeconds((int) rounded * 60);
      }
    }
    Instant at = utc.roughly();
    LocalDate day = printed.local().toLocalDate();
    ZoneId zone = Zones.of(context.country());
    if (zone != null && at.atZone(zone).toLocalDate().equals(day)) {
      return zone.getRules().getOffset(at);
    }
    return context.offsets().stream()
        .filter(o -> at.atOffset(o).toLocalDate().equals(day))
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static DateCandidate moved(DateCandidate chosen, ZoneOffset offset, DateCandidate other) {
    return at(chosen, offset, "because the page prints '" + other.printed() + "'");
  }

  private static DateCandidate at(DateCandidate chosen, ZoneOffset offset, String why) {
    Moment utc = chosen.moment();
    LocalDateTime local = LocalDateTime.ofInstant(utc.roughly(), offset);
    String reason = "written in UTC; shown at " + offset + " " + why;
    Moment moment = new Moment(local, offset, utc.precision(), reason);
    return new DateCandidate(
        chosen.role(), chosen.weight(), chosen.rule(), chosen.printed(), moment);
  }
}
