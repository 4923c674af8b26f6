package stet.report.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.Window;

/**
 * The publisher's own clock, as far as its pages state it. An offset from UTC that is stated for
 * one day holds for no other season, so it is used only within {@link #NEAR} of the time it was
 * stated with, and only where all that is stated there agrees. A zone is never guessed.
 */
public final class PublisherClock {
  /** A week: clocks are changed twice a year, so that an offset rarely ends within it. */
  static final Duration NEAR = Duration.ofDays(7);

  private PublisherClock() {}

  /**
   * The offset that was in force at both bounds of the window in which a version came, by what that
   * version and the one before it state; null where that is not known.
   *
   * @param version from 2
   */
  public static @Nullable ZoneOffset at(Timeline timeline, int version, Window window) {
    List<SeenVersion> versions = timeline.versions();
    return at(
        Stream.of(versions.get(version - 2), versions.get(version - 1)).map(SeenVersion::state),
        window);
  }

  public static @Nullable ZoneOffset at(Stream<ArticleVersion> states, Window window) {
    List<StatedDate> stated =
        states.flatMap(s -> s.dates().stream()).filter(StatedDate::tellsOffset).toList();
    Set<ZoneOffset> offsets =
        Stream.of(window.notBefore(), window.notAfter())
            .flatMap(bound -> near(stated, bound))
            .collect(Collectors.toSet());
    boolean both =
        near(stated, window.notBefore()).findAny().isPresent()
            && near(stated, window.notAfter()).findAny().isPresent();
    return both && offsets.size() == 1 ? offsets.iterator().next() : null;
  }

  private static Stream<ZoneOffset> near(List<StatedDate> stated, Instant bound) {
    return stated.stream()
        .filter(d -> Duration.between(d.earliest(), bound).abs().compareTo(NEAR) <= 0)
        .map(StatedDate::offset);
  }
}
