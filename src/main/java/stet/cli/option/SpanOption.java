package stet.cli.option;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.edits.EditTimes;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;

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

  @Mixin private OutletOption outlets;

  /** Whether anything is asked for in particular. */
  boolean isAny() {
    return since != null || until != null || !outlets.given().isEmpty();
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
    return outlets.among(there);
  }
}
