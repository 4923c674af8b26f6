package stet.stats.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Observations over a grid of ages, in each cell of which events are spread evenly. So an
 * observation that ends within a cell covers a part of it, and is not rounded outward to the whole:
 * whether a check falls before or after an age of the grid depends on when the event happened, so
 * that such rounding would bias the curve.
 *
 * <p>An age of the grid is kept where some observation ends nearer to it than to the middle of the
 * cell beside it. What lies between two that are kept is one cell; where within it events lie is
 * not known.
 */
final class AgeModel {
  private final Ages ages;
  private final int[] kept;
  private final Mixture mixture;

  AgeModel(Observations observations) {
    ages = Ages.upTo(observations.longest());
    Map<List<Integer>, Double> rows = new TreeMap<>(AgeModel::order);
    observations.counts().forEach((c, count) -> rows.merge(row(c), (double) count, Double::sum));
    kept = kept(rows);
    mixture = mixture(rows);
  }

  private static int order(List<Integer> a, List<Integer> b) {
    int first = a.get(0).compareTo(b.get(0));
    return first != 0 ? first : a.get(1).compareTo(b.get(1));
  }

  /** From which step to which; to none where it is not an event. */
  private List<Integer> row(Censored censored) {
    double after = ages.steps(Math.min(censored.after(), ages.age(ages.count())));
    if (!censored.isEvent()) {
      return List.of((int) Math.rint(after), Integer.MAX_VALUE);
    }
    double until = ages.steps(censored.until());
    int from = (int) Math.rint(after);
    int to = (int) Math.rint(until);
    if (from == to) {
      from = (int) Math.floor(after);
      to = (int) Math.ceil(until);
      // An exact age on a step, which the step before it leads to.
      from = from == to ? Math.max(0, from - 1) : from;
      to = Math.max(to, 1);
    }
    return List.of(from, to);
  }

  private int[] kept(Map<List<Integer>, Double> rows) {
    boolean[] near = new boolean[ages.count() + 1];
    near[0] = true;
    near[ages.count()] = true;
    for (List<Integer> row : rows.keySet()) {
      for (int step : row) {
        if (step <= ages.count() * Ages.STEPS) {
          near[(step + Ages.STEPS / 2) / Ages.STEPS] = true;
        }
      }
    }
    List<Integer> kept = new ArrayList<>();
    for (int node = 0; node < near.length; node++) {
      if (near[node]) {
        kept.add(node);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  private Mixture mixture(Map<List<Integer>, Double> rows) {
    int[] first = new int[rows.size()];
    int[] last = new int[rows.size()];
    double[] before = new double[rows.size()];
    double[] within = new double[rows.size()];
    double[] weights = new double[rows.size()];
    int j = 0;
    for (Map.Entry<List<Integer>, Double> row : rows.entrySet()) {
      int from = row.getKey().get(0);
      int to = row.getKey().get(1);
      first[j] = cellAfter(from);
      before[j] = first[j] == cells() ? 0 : part(first[j], from);
      last[j] = to == Integer.MAX_VALUE ? cells() : cellAfter(to - 1);
      within[j] = last[j] == cells() ? 1 : part(last[j], to);
      weights[j++] = row.getValue();
    }
    return new Mixture(cells() + 1, first, last, before, within, weights);
  }

  /** The cell in which the step lies that begins there; the one after all others beyond them. */
  private int cellAfter(int step) {
    int cell = 0;
    while (cell < cells() && kept[cell + 1] * Ages.STEPS <= step) {
      cell++;
    }
    return cell;
  }

  private double part(int cell, int step) {
    return (ages.ageOfStep(step) - start(cell)) / (start(cell + 1) - start(cell));
  }

  /** How many cells end at an age; one more holds what happens later, or never. */
  int cells() {
    return kept.length - 1;
  }

  /** The age at which a cell begins; the one after the last begins where that ends. */
  double start(int cell) {
    return ages.age(kept[cell]);
  }

  /** Whether a cell reaches from one age of the grid to the next, so that it is small. */
  boolean isNarrow(int cell) {
    return kept[cell + 1] - kept[cell] == 1;
  }

  Mixture mixture() {
    return mixture;
  }

  /**
   * Which part of each cell's events had happened by an age.
   *
   * @param cell in which the age lies
   * @param part of that cell which lies before the age
   */
  double[] upTo(int cell, double part) {
    double[] parts = new double[cells() + 1];
    for (int k = 0; k < cell; k++) {
      parts[k] = 1;
    }
    if (part > 0) {
      parts[cell] = part;
    }
    return parts;
  }
}
