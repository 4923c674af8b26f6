package stet.stats;

import java.time.Instant;
import java.util.List;

/**
 * When an article was looked at, kept short, since there are many: in whole seconds, the first
 * since 1970, each other since the one before.
 *
 * @param code in base 36, with blanks between
 */
public record CheckTimes(String code) {
  private static final int BASE = 36;

  /** Of no check. */
  public static final CheckTimes NONE = new CheckTimes("");

  /**
   * Those times.
   *
   * @param times UTC, oldest first
   */
  public static CheckTimes of(List<Instant> times) {
    StringBuilder code = new StringBuilder();
    long before = 0;
    for (Instant time : times) {
      long second = time.getEpochSecond();
      code.append(code.isEmpty() ? "" : " ").append(Long.toString(second - before, BASE));
      before = second;
    }
    return new CheckTimes(code.toString());
  }

  /** The times in seconds since 1970, oldest first. */
  long[] seconds() {
    if (code.isEmpty()) {
      return new long[0];
    }
    String[] steps = code.split(" ");
    long[] seconds = new long[steps.length];
    long at = 0;
    for (int i = 0; i < steps.length; i++) {
      at += Long.parseLong(steps[i], BASE);
      seconds[i] = at;
    }
    return seconds;
  }
}
