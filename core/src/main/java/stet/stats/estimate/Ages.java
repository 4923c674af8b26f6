package stet.stats.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A fixed grid of ages: minutes, hours, days, months of a year, then years. Between two of them lie
 * {@link #STEPS} even steps, to which ages are rounded so that equal ones can be counted together.
 */
final class Ages {
  /** How many steps there are from one age of the grid to the next. */
  static final int STEPS = 32;

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365 * DAY;
  private static final double[] UP_TO_A_DAY = {
    5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY
  };
  private static final double[] DAYS = {2, 3, 5, 7, 14, 21, 30};
  private static final int MONTHS = 12;

  private final double[] nodes;

  private Ages(double[] nodes) {
    this.nodes = nodes;
  }

  /** From 0 to that age, which ends the grid whether or not it is one of its ages. */
  static Ages upTo(double longest) {
    List<Double> nodes = new ArrayList<>(List.of(0.0));
    for (double age : UP_TO_A_DAY) {
      nodes.add(age);
    }
    for (double days : DAYS) {
      nodes.add(days * DAY);
    }
    for (int month = 2; month <= MONTHS; month++) {
      nodes.add(Math.rint(365.0 * month / MONTHS) * DAY);
    }
    for (double age = 2 * YEAR; age < longest; age += YEAR) {
      nodes.add(age);
    }
    nodes.removeIf(age -> age >= longest);
    nodes.add(longest);
    return new Ages(nodes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How many stretches the grid has. */
  int count() {
    return nodes.length - 1;
  }

  /** The age after so many stretches, in seconds. */
  double age(int stretches) {
    return nodes[stretches];
  }

  /** The age after so many steps, in seconds. */
  double ageOfStep(int step) {
    int stretch = Math.min(step / STEPS, count() - 1);
    double part = (double) (step - stretch * STEPS) / STEPS;
    return nodes[stretch] + part * (nodes[stretch + 1] - nodes[stretch]);
  }

  /** How many steps, and parts of one, lead to an age that the grid holds. */
  double steps(double age) {
    int stretch = count() - 1;
    while (stretch > 0 && nodes[stretch] > age) {
      stretch--;
    }
    double part = (age - nodes[stretch]) / (nodes[stretch + 1] - nodes[stretch]);
    return STEPS * (stretch + Math.min(1, part));
  }
}
