package stet.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import stet.report.page.Strip;
import stet.report.words.Chips;
import stet.timeline.Entry;

/**
 * Revisions that lie so near to each other on a strip that one mark stands for all of them.
 *
 * @param x where the mark stands
 * @param id the label among theirs that comes first in the order of rules
 * @param count how many revisions there are
 * @param words changed by all of them
 */
record StripCluster(int x, String id, int count, int words) {
  /**
   * @param place where a revision lies
   * @param order labels in the order of their rules
   * @param apart how far marks are to stand from each other at least
   */
  static List<StripCluster> of(
      List<Entry.Revised> revisions,
      ToIntFunction<Entry.Revised> place,
      List<String> order,
      int apart) {
    List<Entry.Revised> sorted = new ArrayList<>(revisions);
    sorted.sort(Comparator.comparingInt(place));
    List<StripCluster> clusters = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int x = place.applyAsInt(sorted.get(from));
      int to = from;
      while (to < sorted.size() && place.applyAsInt(sorted.get(to)) - x < apart) {
        to++;
      }
      clusters.add(of(sorted.subList(from, to), x, order));
      from = to;
    }
    return clusters;
  }

  private static StripCluster of(List<Entry.Revised> near, int x, List<String> order) {
    String id =
        near.stream()
            .map(Chips::disclosure)
            .min(Comparator.comparingInt(i -> order.contains(i) ? order.indexOf(i) : order.size()))
            .orElseThrow();
    int words = near.stream().mapToInt(r -> r.revision().counts().changed()).sum();
    return new StripCluster(x, id, near.size(), words);
  }

  /** A mark that leads nowhere. */
  Strip.Mark mark(int foot, int r) {
    return new Strip.Mark(Shapes.path(id, x, foot, r), id, "", "");
  }
}
