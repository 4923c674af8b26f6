package stet.notify.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Times of day as moments, one for each day: a time that a change of clocks leaves out is the
 * moment of that change, and of a time that comes twice it is the first.
 */
final class LocalMoments {
  private LocalMoments() {}

  static Instant of(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? Objects.requireNonNull(zone.getRules().getTransition(local)).getInstant()
        : local.toInstant(offsets.get(0));
  }
}
