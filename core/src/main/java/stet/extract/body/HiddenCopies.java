package stet.extract.body;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import stet.extract.page.Passage;

/** Hidden elements whose text stands on the page a second time, where it is shown. */
final class HiddenCopies {
  /** Runs of so many letters are compared. */
  private static final int RUN = 24;

  /** How far apart the runs that are looked for begin, in letters. */
  private static final int STEP = 12;

  /** A copy has this share of its runs in what is shown. */
  private static final double MOST = 0.8;

  private final Map<Element, int[]> runs = new IdentityHashMap<>();
  private final Map<Passage, Element> hidden;

  /**
   * @param shown running text in no hidden element
   * @param hidden running text in hidden elements, each with the outermost of them
   */
  HiddenCopies(List<Passage> shown, Map<Passage, Element> hidden) {
    this.hidden = hidden;
    if (hidden.isEmpty()) {
      return;
    }
    Set<Integer> known = new HashSet<>();
    StringBuilder letters = new StringBuilder();
    shown.forEach(passage -> letters.append(passage.letters()));
    for (int i = 0; i + RUN <= letters.length(); i++) {
      known.add(letters.substring(i, i + RUN).hashCode());
    }
    hidden.forEach((passage, element) -> count(passage.letters(), element, known));
  }

  private void count(String letters, Element element, Set<Integer> known) {
    int[] sums = runs.computeIfAbsent(element, k -> new int[2]);
    for (int i = 0; i + RUN <= letters.length(); i += STEP) {
      sums[0] += known.contains(letters.substring(i, i + RUN).hashCode()) ? 1 : 0;
      sums[1]++;
    }
  }

  /** Whether the hidden element repeats what is shown. */
  boolean hold(Element element) {
    int[] sums = runs.get(element);
    return sums != null && sums[1] > 0 && sums[0] >= sums[1] * MOST;
  }

  /** The same for running text in such an element. */
  boolean hold(Passage passage) {
    Element element = hidden.get(passage);
    return element != null && hold(element);
  }
}
