package stet.diff.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.article.StatedDate.Form;

/** In which zones a stated time may be meant. */
final class StatedZones {
  private static final Pattern MACHINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT|^\\d{9,}$");
  private static final int QUARTER = 15 * 60;
  private static final int HOUR = 60 * 60;

  // Baker Island and Kiritimati; StatedDate takes a time without a zone to end in the first.
  private static final int WESTERNMOST = -12;
  private static final int EASTERNMOST = 14;
  private static final List<ZoneOffset> ANY = between(WESTERNMOST * HOUR, EASTERNMOST * HOUR);

  private final List<ZoneOffset> told;

  StatedZones(ArticleVersion before, ArticleVersion after) {
    // Summer time may have begun or ended between the time that tells the zone and the other.
    told =
        newsroom(before, after)
            .map(z -> between(z.getTotalSeconds() - HOUR, z.getTotalSeconds() + HOUR))
            .orElse(ANY);
  }

  /**
   * The zones in which that time may be meant: its own, else one hour about that of the page's
   * other times, else any.
   *
   * @param seen when it was already stated; a dated time after that is in another zone than it says
   */
  List<ZoneOffset> of(StatedDate stated, Instant seen) {
    ZoneOffset own = stated.offset();
    if (own == null) {
      return told;
    }
    boolean ahead = stated.form() == Form.DATED && stated.earliest().isAfter(seen);
    return ahead ? ANY : List.of(own);
  }

  /** The earliest instant that the statement allows if it is meant in that zone. */
  static Instant earliest(StatedDate stated, ZoneOffset zone) {
    return stated.local().toInstant(zone);
  }

  /** The first instant that the statement no longer allows if it is meant in that zone. */
  static Instant end(StatedDate stated, ZoneOffset zone) {
    int taken = stated.offset() == null ? WESTERNMOST * HOUR : stated.offset().getTotalSeconds();
    return stated.end().plusSeconds(taken - zone.getTotalSeconds());
  }

  /** A zone written beside a time for readers, or one that is not the UTC of machines. */
  private static Optional<ZoneOffset> newsroom(ArticleVersion before, ArticleVersion after) {
    return Stream.concat(after.dates().stream(), before.dates().stream())
        .filter(d -> d.precision().hasTime() && d.offset() != null)
        .filter(d -> !ZoneOffset.UTC.equals(d.offset()) || !MACHINE.matcher(d.printed()).find())
        .map(StatedDate::offset)
        .findFirst();
  }

  private static List<ZoneOffset> between(int from, int to) {
    List<ZoneOffset> zones = new ArrayList<>();
    for (int s = Math.max(from, -18 * HOUR); s <= Math.min(to, 18 * HOUR); s += QUARTER) {
      zones.add(ZoneOffset.ofTotalSeconds(s));
    }
    return List.copyOf(zones);
  }
}
