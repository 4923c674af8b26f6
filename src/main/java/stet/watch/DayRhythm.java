package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * At which hours of the day an outlet changes its articles. Newsrooms sleep: a check at four in the
 * morning finds little.
 *
 * @param byHour how many changes were seen in each hour of the UTC day, 24 numbers, 0 or more
 */
record DayRhythm(List<Double> byHour) {
  /** Nothing is known: all hours are alike. */
  static final DayRhythm EVEN = new DayRhythm(Collections.nCopies(24, 0.0));

  /** So many changes an hour are assumed before any is seen. */
  private static final double ASSUMED = 1.5;

  /** A change in a longer window says too little about its hour. */
  private static final double WIDEST_WINDOW = 8;

  /** Past two days the hours even out. */
  private static final double HORIZON = 48;

  private static final double MEMORY = 400;
  private static final double HOUR = 3_600_000;

  DayRhythm {
    if (byHour.size() != 24) {
      throw new IllegalArgumentException("a day of " + byHour.size() + " hours");
    }
    byHour = List.copyOf(byHour);
  }

  /** With one more change, at some time between these. */
  DayRhythm with(Instant notBefore, Instant notAfter) {
    double window = Duration.between(notBefore, notAfter).toMillis() / HOUR;
    if (window < 0 || window > WIDEST_WINDOW) {
      return this;
    }
    List<Double> counts = new ArrayList<>(byHour);
    double step = Math.max(window, 0.25) / Math.ceil(Math.max(window, 0.25) * 4);
    int steps = (int) Math.ceil(Math.max(window, 0.25) * 4);
    for (int i = 0; i < steps; i++) {
      int hour = (int) hourOf(notBefore.plusMillis((long) ((i + 0.5) * step * HOUR)));
      counts.set(hour, counts.get(hour) + 1.0 / steps);
    }
    double sum = counts.stream().mapToDouble(Double::doubleValue).sum();
    double fade = sum > MEMORY ? MEMORY / sum : 1;
    return new DayRhythm(counts.stream().map(c -> c * fade).toList());
  }

  private static double hourOf(Instant at) {
    return Math.floorMod(at.toEpochMilli(), 86_400_000L) / HOUR;
  }

  /** How lively an hour is next to the day's average, smoothed over its neighbours. */
  private double weight(int hour) {
    double sum = 0;
    for (double count : byHour) {
      sum += count;
    }
    double near =
        0.5 * byHour.get(hour)
            + 0.25 * byHour.get((hour + 1) % 24)
            + 0.25 * byHour.get((hour + 23) % 24);
    return 24 * (ASSUMED + near) / (24 * ASSUMED + sum);
  }

  /** How much an interval counts for, in hours of average liveliness. */
  double lively(Instant from, double hours) {
    double walked = Math.min(hours, HORIZON);
    double at = hourOf(from);
    double sum = 0;
    for (double done = 0; done < walked; ) {
      double step = Math.min(walked - done, 1 - (at + done) % 1);
      step = Math.max(step, 1e-6);
      sum += step * weight((int) Math.floor(at + done) % 24);
      done += step;
    }
    return sum + (hours - walked);
  }

  /** After how many hours an interval from here on counts for so many of average liveliness. */
  double until(Instant from, double lively) {
    double at = hourOf(from);
    double sum = 0;
    double done = 0;
    while (done < HORIZON) {
      double step = Math.max(1 - (at + done) % 1, 1e-6);
      double weight = weight((int) Math.floor(at + done) % 24);
      if (sum + step * weight >= lively) {
        return done + (lively - sum) / weight;
      }
      sum += step * weight;
      done += step;
    }
    return done + Math.max(0, lively - sum);
  }

  /** As it is stored: 24 numbers with a comma between. */
  String text() {
    return byHour.stream()
        .map(c -> String.format(Locale.ROOT, "%.3f", c))
        .collect(Collectors.joining(","));
  }

  /** Reads {@link #text}. */
  static DayRhythm of(String text) {
    List<Double> counts = new ArrayList<>();
    for (String count : text.split(",")) {
      counts.add(Double.parseDouble(count));
    }
    return new DayRhythm(counts);
  }
}
