package stet.cli.option;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stet.app.edits.EditTimes;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.text.NearestName;

/** Of which outlets, and first seen when. */
public final class SpanOption {
  private static final String LAST = "last";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "First seen then or later: a day such as 2026-11-20, today, yesterday, 2h, 3d, 45m ago,"
              + " or a time with its offset.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "First seen before that; of a day, until its end.")
  private @Nullable String until;

  @Option(
      names = "--outlet",
      split = ",",
      paramLabel = "OUTLET",
      description = "Of one of these outlets, such as example.org.")
  private List<String> outlets = List.of();

  /** Whether anything is asked for in particular. */
  boolean isAny() {
    return since != null || until != null || !outlets.isEmpty();
  }

  /** Whether what came since the user's last look is asked for. */
  boolean isSinceLast() {
    return LAST.equals(since);
  }

  /**
   * Since when, UTC; null where it is not given.
   *
   * @param now UTC
   * @param zone in which days begin
   */
  public @Nullable Instant since(Instant now, ZoneId zone) {
    return since(now, zone, "");
  }

  /**
   * The same.
   *
   * @param more what else could have been given, to be said where it is none
   */
  @Nullable Instant since(Instant now, ZoneId zone, String more) {
    return since(since, now, zone, more);
  }

  /**
   * What {@code --since} says; null where it is not given.
   *
   * @param now UTC
   * @param zone in which days begin
   * @param more what else could have been given, to be said where it is none
   */
  public static @Nullable Instant since(
      @Nullable String given, Instant now, ZoneId zone, String more) {
    return given == null ? null : time("--since", given, new EditTimes(now, zone)::since, more);
  }

  /**
   * Until when, UTC; null where it is not given.
   *
   * @param now UTC
   * @param zone in which days begin
   */
  public @Nullable Instant until(Instant now, ZoneId zone) {
    return until(until, now, zone);
  }

  /**
   * What {@code --until} says; null where it is not given.
   *
   * @param now UTC
   * @param zone in which days begin
   */
  public static @Nullable Instant until(@Nullable String given, Instant now, ZoneId zone) {
    return given == null ? null : time("--until", given, new EditTimes(now, zone)::until, "");
  }

  private interface Reading {
    Instant of(String text);
  }

  private static Instant time(String option, String text, Reading reading, String more) {
    try {
      return reading.of(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE,
          option
              + " '"
              + text
              + "' is no day such as 2026-11-20, 'today', 'yesterday', a while ago such as 2h, 3d"
              + " or 45m, or time such as 2026-11-20T08:30:00Z"
              + more);
    }
  }

  /**
   * The outlets; empty where none is given.
   *
   * @param there those of the collection
   */
  public Set<String> outlets(Collection<String> there) {
    return outlets(outlets, there);
  }

  /**
   * What {@code --outlet} says.
   *
   * @param there those of the collection
   */
  public static Set<String> outlets(List<String> given, Collection<String> there) {
    List<String> found = new ArrayList<>();
    for (String outlet : given) {
      String plain = outlet.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      found.add(
          there.stream()
              .filter(o -> o.equals(outlet) || o.equals(plain))
              .findFirst()
              .orElseThrow(() -> noSuch(outlet, there)));
    }
    return Set.copyOf(found);
  }

  private static Failure noSuch(String outlet, Collection<String> there) {
    String all =
        there.isEmpty()
            ? "; there is no article yet"
            : there.size() > 10 ? "" : "; there are " + String.join(", ", there);
    return new Failure(
        ExitCode.USAGE,
        "--outlet '" + outlet + "' has no article here" + all + nearest(outlet, there));
  }

  /** The name that was perhaps meant, to be said after one that there is not. */
  static String nearest(String name, Collection<String> all) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), all)
        .map(n -> "; the nearest is '" + n + "'")
        .orElse("");
  }
}
