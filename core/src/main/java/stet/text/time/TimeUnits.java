package stet.text.time;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 30m}, {@code 12h}, {@code 2d}. */
public final class TimeUnits {
  private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  private TimeUnits() {}

  /** The length that is written; empty where it is none. */
  public static Optional<Duration> parse(String text) {
    Matcher m = LENGTH.matcher(text);
    return m.matches()
        ? Optional.of(length(Long.parseLong(m.group(1)), m.group(2)))
        : Optional.empty();
  }

  /**
   * So many of a unit.
   *
   * @param unit one of s, m, h and d
   */
  public static Duration length(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> throw new IllegalArgumentException("no unit of time: '" + unit + "'");
    };
  }
}
