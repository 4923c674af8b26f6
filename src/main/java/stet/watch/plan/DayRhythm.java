package stet.watch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * At which hours of the UTC day an outlet changes its articles. Newsrooms sleep: a check at four in
 * the morning finds little. Immutable.
 */
public final class DayRhythm {
  /** Nothing is known: all hours are alike. */
  static final DayRhythm EVEN = new DayRhythm(new double[24]);

  /** So many changes an hour are assumed before any is seen. */
  private static final double ASSUMED = 1.5;

  /** A change in a longer window says too little about its hour. */
  private static final double WIDEST_WINDOW = 8;

  /** Past two days the hours even out. */
  private static final double HORIZON = 48;

  private static final double MEMORY = 400;
  private static final double HOUR = 3_600_000;
  private static final long DAY = 86_400_000L;

  private final double[] byHour;
  private final double[] weight;

  private DayRhythm(double[] byHour) {
    this.byHour = byHour;
    this.weight = new double[24];
    double sum = Arrays.stream(byHour).sum();
    for (int h = 0; h < 24; h++) {
      double near = 0.5 * byHour[h] + 0.25 * byHour[(h + 1) % 24] + 0.25 * byHour[(h + 23) % 24];
      weight[h] = 24 * (ASSUMED + near) / (24 * ASSUMED + sum);
    }
  }

  /** With one more change, at some time between these. */
  DayRhythm with(Instant notBefore, Instant notAfter) {
    double window = Duration.between(notBefore, notAfter).toMillis() / HOUR;
    if (window < 0 || window > WIDEST_WINDOW) {
      return this;
    }
    double[] hours = byHour.clone();
    int steps = (int) Math.max(1, Math.ceil(window * 4));
    for (int i = 0; i < steps; i++) {
      double at = hourOfDay(notBefore) + (i + 0.5) * window / steps;
      hours[(int) at % 24] += 1.0 / steps;
    }
    return new DayRhythm(faded(hours));
  }

  private static double[] faded(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    double fade = sum > MEMORY ? MEMORY / sum : 1;
    return Arrays.stream(counts).map(c -> c * fade).toArray();
  }

  private static double hourOfDay(Instant at) {
    return Math.floorMod(at.toEpochMilli(), DAY) / HOUR;
  }

  private double weight(double hour) {
    return weight[(int) hour % 24];
  }

  /** How much an interval counts for, in hours of average liveliness. */
  double lively(Instant from, double hours) {
    double walked = Math.min(hours, HORIZON);
    double at = hourOfDay(from);
    double sum = 0;
    double done = 0;
    while (done < walked) {
      double step = Math.min(walked - done, toNextHour(at + done));
      sum += step * weight(at + done);
      done += step;
    }
    return sum + (hours - walked);
  }

  /** After how many hours an interval from here on counts for so many of average liveliness. */
  double until(Instant from, double lively) {
    double at = hourOfDay(from);
    double sum = 0;
    double done = 0;
    while (done < HORIZON) {
      double step = Math.min(HORIZON - done, toNextHour(at + done));
      double gained = step * weight(at + done);
      if (sum + gained >= lively) {
        return done + (lively - sum) / weight(at + done);
      }
      sum += gained;
      done += step;
    }
    return done + Math.max(0, lively - sum);
  }

  /** Never so small that a loop over hours stands still. */
  private static double toNextHour(double at) {
    return Math.max(1 - at % 1, 1e-6);
  }

  /** As it is stored: 24 numbers with a comma between. */
  public String text() {
    return Arrays.stream(byHour)
        .mapToObj(c -> String.format(Locale.ROOT, "%.3f", c))
        .collect(Collectors.joining(","));
  }

  /** Reads {@link #text}. */
  public static DayRhythm of(String text) {
    return new DayRhythm(Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray());
  }
}
