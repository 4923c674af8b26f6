package stet.extract.date;

import java.time.Instant;
import stet.extract.page.DateContext;

/** Bounds for stated dates. */
public final class Plausible {
  /**
   * The web's first news sites; earlier dates on pages are those of the matter, not of the page.
   */
  private static final Instant EARLIEST = Instant.parse("1994-01-01T00:00:00Z");

  private Plausible() {}

  public static boolean date(Moment moment, DateContext context) {
    Instant at = moment.roughly();
    return !at.isBefore(EARLIEST) && !at.isAfter(context.latest());
  }
}
