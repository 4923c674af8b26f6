package stet.stats.estimate;

import static stet.stats.estimate.Newsroom.DAY;
import static stet.stats.estimate.Newsroom.MINUTE;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Ways in which articles are looked at. */
final class Schedules {
  private Schedules() {}

  /** Checks one after another, the gap to the next a rule of the age and of chance. */
  private interface Gap {
    double after(double age, Random random);
  }

  private static Newsroom.Checks by(Gap gap, ToDoubleFunction<Random> watched) {
    return (event, random) -> {
      double end = watched.applyAsDouble(random);
      double last = 0;
      while (true) {
        double next = last + gap.after(last, random);
        if (next > end) {
          return Censored.still(last);
        }
        if (event <= next) {
          return new Censored(last, next);
        }
        last = next;
      }
    };
  }

  /** Every quarter of an hour, for as long as that. */
  static Newsroom.Checks quarterHourly(double days) {
    double step = 15 * MINUTE;
    double end = days * DAY;
    return (event, random) -> {
      double before = (Math.ceil(event / step) - 1) * step;
      return before + step > end
          ? Censored.still(end)
          : new Censored(Math.max(0, before), Math.max(step, before + step));
    };
  }

  /** From a quarter of an hour to a day apart, the more the older an article is. */
  static Newsroom.Checks widening(double leastDays, double mostDays) {
    return by(
        (age, random) -> widened(age) * (0.8 + 0.4 * random.nextDouble()),
        random -> DAY * (leastDays + (mostDays - leastDays) * random.nextDouble()));
  }

  /** The same, where every other article is watched for a day only. */
  static Newsroom.Checks halfForADay(double days) {
    return by(
        (age, random) -> widened(age) * (0.8 + 0.4 * random.nextDouble()),
        random -> random.nextBoolean() ? 1.1 * DAY : days * DAY);
  }

  /** At random, three in ten checks missing, and the more apart the older an article is. */
  static Newsroom.Checks random(double days) {
    return by(
        (age, random) -> {
          double gap = 0;
          do {
            gap -= widened(age) * Math.log(1 - random.nextDouble());
          } while (random.nextDouble() < 0.3);
          return gap;
        },
        random -> days * DAY * (0.2 + 0.8 * random.nextDouble()));
  }

  /** Once a day, at about the same age. */
  static Newsroom.Checks daily(double days) {
    return by((age, random) -> DAY * (0.95 + 0.1 * random.nextDouble()), random -> days * DAY);
  }

  private static double widened(double age) {
    return Math.min(DAY, Math.max(15 * MINUTE, age / 4));
  }
}
