package stet.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * When an article was looked at, and what its pages say of time.
 *
 * @param published when it says it was published, UTC; null where it does not say so to the minute
 *     with an offset, says it of a time after it was first seen, or says something else later
 * @param times the checks that showed it
 * @param offsets from UTC that its pages state
 */
public record Watch(@Nullable Instant published, CheckTimes times, List<StatedOffset> offsets) {
  /** Of which nothing is known. */
  public static final Watch UNKNOWN = new Watch(null, CheckTimes.NONE, List.of());

  public Watch {
    offsets = List.copyOf(offsets);
  }

  static Watch of(Timeline timeline) {
    return new Watch(
        published(timeline.versions()), CheckTimes.of(timeline.shown()), StatedOffset.of(timeline));
  }

  private static @Nullable Instant published(List<SeenVersion> versions) {
    Optional<StatedDate> first = exact(versions.get(0).state());
    if (first.isEmpty()) {
      return null;
    }
    Instant at = first.get().earliest();
    boolean later = at.isAfter(versions.get(0).first().at());
    boolean same =
        versions.stream()
            .flatMap(v -> v.state().published().stream())
            .allMatch(d -> !StatedDate.moved(first.get(), d));
    return later || !same ? null : at;
  }

  private static Optional<StatedDate> exact(ArticleVersion version) {
    return version
        .published()
        .filter(d -> d.form() == StatedDate.Form.DATED)
        .filter(d -> d.precision().hasTime() && d.offset() != null);
  }

  /** How many checks there were from the first until that long after it. */
  long checksWithin(Duration age) {
    long[] seconds = times.seconds();
    int count = 0;
    while (count < seconds.length && seconds[count] - seconds[0] <= age.toSeconds()) {
      count++;
    }
    return count;
  }
}
