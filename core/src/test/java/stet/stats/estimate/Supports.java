package stet.stats.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where observations allow an event to be placed so that they are most probable: the innermost
 * stretches, each from where some observation begins to the nearest end of one (Turnbull 1976;
 * Gentleman and Geyer 1994). Where in such a stretch the mass lies makes no difference.
 *
 * <p>Observations are open to the left and closed to the right; an exact age is a point. So ages
 * v0, v1, ... give places: 2i is the point vi, 2i+1 what lies between it and the next.
 */
final class Supports {
  private final double[] ages;
  private final List<int[]> places = new ArrayList<>();
  private final Mixture mixture;

  Supports(Observations observations) {
    TreeSet<Double> all = new TreeSet<>();
    for (Censored censored : observations.counts().keySet()) {
      all.add(censored.after());
      if (censored.isEvent()) {
        all.add(censored.until());
      }
    }
    ages = all.stream().mapToDouble(Double::doubleValue).toArray();
    find(observations);
    mixture = mixture(observations);
  }

  private void find(Observations observations) {
    boolean[] begins = new boolean[2 * ages.length];
    boolean[] ends = new boolean[2 * ages.length];
    for (Censored censored : observations.counts().keySet()) {
      begins[begin(censored)] = true;
      ends[end(censored)] = true;
    }
    int begin = -1;
    for (int place = 0; place < begins.length; place++) {
      begin = begins[place] ? place : begin;
      if (ends[place] && begin >= 0) {
        places.add(new int[] {begin, place});
        begin = -1;
      }
    }
  }

  private Mixture mixture(Observations observations) {
    int count = observations.counts().size();
    int[] first = new int[count];
    int[] last = new int[count];
    double[] weights = new double[count];
    int[] from = places.stream().mapToInt(p -> p[0]).toArray();
    int[] to = places.stream().mapToInt(p -> p[1]).toArray();
    int j = 0;
    for (Map.Entry<Censored, Long> entry : observations.counts().entrySet()) {
      int low = Arrays.binarySearch(from, begin(entry.getKey()));
      int high = Arrays.binarySearch(to, end(entry.getKey()));
      first[j] = low >= 0 ? low : -low - 1;
      last[j] = high >= 0 ? high : -high - 2;
      weights[j++] = entry.getValue();
    }
    return Mixture.ofWholeCells(places.size(), first, last, weights);
  }

  private int begin(Censored censored) {
    int place = 2 * Arrays.binarySearch(ages, censored.after());
    return censored.after() == censored.until() ? place : place + 1;
  }

  private int end(Censored censored) {
    return censored.isEvent()
        ? 2 * Arrays.binarySearch(ages, censored.until())
        : 2 * ages.length - 1;
  }

  int count() {
    return places.size();
  }

  /** The observations over these stretches. */
  Mixture mixture() {
    return mixture;
  }

  /** Where a stretch begins; not part of it unless it is a point. */
  double from(int support) {
    return ages[places.get(support)[0] / 2];
  }

  /** Where a stretch ends, which is part of it; infinite for the last where some were not seen. */
  double to(int support) {
    int place = places.get(support)[1];
    return place == 2 * ages.length - 1 ? Double.POSITIVE_INFINITY : ages[place / 2];
  }
}
