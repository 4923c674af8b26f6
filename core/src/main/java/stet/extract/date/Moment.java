package stet.extract.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;

/**
 * A date or date-time as read from text.
 *
 * @param local wall-clock time; fields below the precision are zero
 * @param offset written or resolved offset, null where nothing tells it
 * @param precision smallest unit that was written
 * @param zoneReason why that offset; empty where there is none
 * @param form what the words tell it from
 * @param width of the stretch of time that words told from the visit allow; zero for others
 */
public record Moment(
    LocalDateTime local,
    @Nullable ZoneOffset offset,
    Precision precision,
    String zoneReason,
    Form form,
    Duration width) {
  public Moment(
      LocalDateTime local, @Nullable ZoneOffset offset, Precision precision, String zoneReason) {
    this(local, offset, precision, zoneReason, Form.DATED, Duration.ZERO);
  }

  /** The last instant that is allowed, roughly. */
  Instant latest() {
    return roughly().plus(width);
  }

  /** The instant, taking an unknown offset as UTC: good enough to order and to bound. */
  public Instant roughly() {
    return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
  }

  boolean sameDay(Moment other) {
    return local.toLocalDate().equals(other.local.toLocalDate());
  }

  /** Whether both name one instant, or one wall-clock time where an offset is missing. */
  boolean same(Moment other) {
    if (!precision.hasTime() || !other.precision.hasTime()) {
      return sameDay(other);
    }
    boolean zoned = offset != null && other.offset != null;
    return zoned
        ? minutes(roughly()) == minutes(other.roughly())
        : local.withSecond(0).withNano(0).equals(other.local.withSecond(0).withNano(0));
  }

  private static long minutes(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60);
  }

  public StatedDate stated(Role role, String printed, String evidence) {
    return new StatedDate(
        role, printed, local, offset, precision, evidence, zoneReason, form, width);
  }
}
