package stet.extract.body;

import java.math.BigInteger;
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

  /** What the letter before a run counts in a hash that still holds it: 31 to that power. */
  private static final int LEFT = BigInteger.valueOf(31).pow(RUN).intValue();

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
    int hash = 0;
    for (int i = 0; i < letters.length(); i++) {
      // What String.hashCode gives of the last letters.
      hash = 31 * hash + letters.charAt(i) - (i < RUN ? 0 : letters.charAt(i - RUN) * LEFT);
      if (i + 1 >= RUN) {
        known.add(hash);
      }
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
