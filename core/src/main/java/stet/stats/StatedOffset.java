package stet.stats;

import java.util.List;
import java.util.stream.Stream;
import stet.article.StatedDate;
import stet.timeline.Timeline;

/**
 * An offset from UTC that an outlet's page states for a moment.
 *
 * @param at the moment, in seconds since 1970
 * @param seconds east of UTC
 */
public record StatedOffset(long at, int seconds) {
  /** Each that any version states, once. */
  static List<StatedOffset> of(Timeline timeline) {
    return timeline.versions().stream()
        .flatMap(v -> v.state().dates().stream())
        .flatMap(StatedOffset::of)
        .distinct()
        .toList();
  }

  private static Stream<StatedOffset> of(StatedDate date) {
    return date.offset() == null || !date.tellsOffset()
        ? Stream.of()
        : Stream.of(
            new StatedOffset(date.earliest().getEpochSecond(), date.offset().getTotalSeconds()));
  }
}
