package stet.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of the articles that stream by: some eight bytes for every six words, and no text.
 * Not for several threads at once.
 */
public final class Sketches {
  private static final int CHUNK = 1 << 16;

  /** An article without its text. */
  record Sketched(long id, String outlet, Instant firstSeen, int words) {
    /** By length, the longest first; then by time: the order in which stories are found. */
    static final Comparator<Sketched> ORDER =
        Comparator.comparingInt((Sketched s) -> -s.words)
            .thenComparing(Sketched::firstSeen)
            .thenComparingLong(Sketched::id);

    Sketched with(Text text, int more) {
      Instant first = text.firstSeen().isBefore(firstSeen) ? text.firstSeen() : firstSeen;
      return new Sketched(id, outlet, first, Math.max(words, more));
    }
  }

  private final List<Sketched> articles = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private final Map<String, String> outlets = new LinkedHashMap<>();
  private final List<long[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  /**
   * Takes a text. A further one of the same number is a version of the same article.
   *
   * @throws IllegalStateException when there are more than 16 million articles
   */
  public void add(Text text) {
    CutText cut = CutText.of(text);
    int words = cut.weightWithout(cut.tables) / CutText.WORD;
    Integer known = places.get(text.id());
    int place = known == null ? articles.size() : known;
    if (place >= Keys.MOST) {
      throw new IllegalStateException("more articles than can be told apart: " + Keys.MOST);
    }
    if (known == null) {
      String outlet = outlets.computeIfAbsent(text.outlet(), name -> name);
      articles.add(new Sketched(text.id(), outlet, text.firstSeen(), words));
      places.put(text.id(), place);
    } else {
      articles.set(place, articles.get(place).with(text, words));
    }
    for (int at : Fingerprints.positions(cut)) {
      keep(Keys.at(cut.row[at], place));
    }
  }

  private void keep(long key) {
    if (used == CHUNK) {
      chunks.add(new long[CHUNK]);
      used = 0;
    }
    chunks.get(chunks.size() - 1)[used++] = key;
  }

  /** How many articles were taken. */
  public int size() {
    return articles.size();
  }

  /** All that were taken so far, ready to be looked up. */
  public SketchIndex index() {
    Integer[] order = new Integer[articles.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing((Integer i) -> articles.get(i), Sketched.ORDER));
    int[] ordered = new int[order.length];
    List<Sketched> sorted = new ArrayList<>(order.length);
    for (int i = 0; i < order.length; i++) {
      ordered[order[i]] = i;
      sorted.add(articles.get(order[i]));
    }
    return new SketchIndex(sorted, keys(ordered));
  }

  private long[] keys(int[] ordered) {
    long[] all = new long[Math.max(0, (chunks.size() - 1) * CHUNK + (chunks.isEmpty() ? 0 : used))];
    int n = 0;
    for (long[] chunk : chunks) {
      for (int i = 0; i < CHUNK && n < all.length; i++) {
        long both = chunk[i];
        all[n++] = both - Keys.place(both) + ordered[Keys.place(both)];
      }
    }
    Arrays.sort(all);
    return all;
  }
}
