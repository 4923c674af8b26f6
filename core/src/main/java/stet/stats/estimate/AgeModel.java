package stet.stats.estimate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Observations over a grid of ages, in each cell of which events are spread evenly. So an
 * observation that ends within a cell covers a part of it, and is not rounded outward to the whole:
 * whether a check falls before or after an age of the grid depends on when the event happened, so
 * that such rounding would bias the curve.
 *
 * <p>Cells are the stretches of the grid, each parted in two, as far as observations end in or
 * beside them. An age of the grid is known where some observation ends nearer to it than to the
 * middle of a stretch beside it, or where none of an event reaches across it. Where between two
 * known ages events lie is not told.
 */
final class AgeModel {
  /** Cells are finer than what is told, so that what is even in a cell need not be in a stretch. */
  private static final int PARTS = 2;

  private static final int STEPS_OF_CELL = Ages.STEPS / PARTS;

  private final Ages ages;
  private final TreeMap<Row, Double> rows = new TreeMap<>();
  private final int[] known;
  private final double[] edges;
  private final Mixture mixture;

  /** From after one step until another one; until none where it is not an event. */
  private record Row(int after, int until) implements Comparable<Row> {
    private static final int NEVER = Integer.MAX_VALUE;

    @Override
    public int compareTo(Row other) {
      return after == other.after
          ? Integer.compare(until, other.until)
          : Integer.compare(after, other.after);
    }
  }

  AgeModel(Observations observations) {
    ages = Ages.upTo(observations.longest());
    observations.counts().forEach((c, count) -> rows.merge(row(c), (double) count, Double::sum));
    boolean[] near = new boolean[ages.count() + 1];
    boolean[] touched = new boolean[ages.count() * PARTS + 1];
    near[0] = touched[0] = true;
    near[ages.count()] = touched[ages.count() * PARTS] = true;
    int[] spanning = new int[near.length + 1];
    for (Row row : rows.keySet()) {
      touch(row.after, near, touched);
      if (row.until != Row.NEVER) {
        touch(row.until, near, touched);
        spanning[row.after / Ages.STEPS + 1]++;
        spanning[(row.until + Ages.STEPS - 1) / Ages.STEPS]--;
      }
    }
    int over = 0;
    for (int node = 0; node < near.length; node++) {
      over += spanning[node];
      near[node] |= over == 0;
    }
    known = indices(near);
    for (int node : known) {
      touched[node * PARTS] = true;
    }
    edges =
        Arrays.stream(indices(touched))
            .mapToDouble(node -> ages.ageOfStep(node * STEPS_OF_CELL))
            .toArray();
    mixture = ofRows();
  }

  private Row row(Censored censored) {
    double after = ages.steps(censored.after());
    int from = (int) Math.rint(after);
    if (!censored.isEvent()) {
      return new Row(from, Row.NEVER);
    }
    double until = ages.steps(censored.until());
    int to = (int) Math.rint(until);
    if (from < to) {
      return new Row(from, to);
    }
    // All within one step, or at its end.
    to = Math.max(1, (int) Math.ceil(until));
    return new Row(Math.min(to - 1, (int) Math.floor(after)), to);
  }

  private static void touch(int step, boolean[] near, boolean[] touched) {
    near[(step + Ages.STEPS / 2) / Ages.STEPS] = true;
    touched[step / STEPS_OF_CELL] = true;
    touched[(step + STEPS_OF_CELL - 1) / STEPS_OF_CELL] = true;
  }

  private static int[] indices(boolean[] marked) {
    int[] indices = new int[marked.length];
    int count = 0;
    for (int i = 0; i < marked.length; i++) {
      if (marked[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private Mixture ofRows() {
    int[] first = new int[rows.size()];
    int[] last = new int[rows.size()];
    double[] before = new double[rows.size()];
    double[] within = new double[rows.size()];
    double[] weights = new double[rows.size()];
    int later = edges.length - 1;
    int j = 0;
    for (Map.Entry<Row, Double> row : rows.entrySet()) {
      double after = ages.ageOfStep(row.getKey().after);
      first[j] = cellAfter(after);
      before[j] = part(first[j], after);
      boolean never = row.getKey().until == Row.NEVER;
      double until = never ? 0 : ages.ageOfStep(row.getKey().until);
      last[j] = never ? later : cellUpTo(until);
      within[j] = never ? 1 : part(last[j], until);
      weights[j++] = row.getValue();
    }
    return new Mixture(edges.length, first, last, before, within, weights);
  }

  /** The cell that holds what comes after an age; the one after all others beyond them. */
  private int cellAfter(double age) {
    int place = Arrays.binarySearch(edges, age);
    return place >= 0 ? place : -place - 2;
  }

  private int cellUpTo(double age) {
    int place = Arrays.binarySearch(edges, age);
    return place >= 0 ? place - 1 : -place - 2;
  }

  private double part(int cell, double age) {
    return cell == edges.length - 1 ? 0 : (age - edges[cell]) / (edges[cell + 1] - edges[cell]);
  }

  Mixture mixture() {
    return mixture;
  }

  /** Between how many known ages there are stretches. */
  int stretches() {
    return known.length - 1;
  }

  /** The known age, in seconds, at which a stretch begins; the one after the last ends that. */
  double start(int stretch) {
    return ages.age(known[stretch]);
  }

  /** Whether a stretch reaches from one age of the grid to the next, so that it is short. */
  boolean isShort(int stretch) {
    return known[stretch + 1] - known[stretch] == 1;
  }

  /** Which part of each cell lies before an age, in seconds; of the one after all others, none. */
  double[] upTo(double age) {
    double[] parts = new double[edges.length];
    for (int cell = 0; cell < edges.length - 1; cell++) {
      parts[cell] = Math.max(0, Math.min(1, part(cell, age)));
    }
    return parts;
  }
}
