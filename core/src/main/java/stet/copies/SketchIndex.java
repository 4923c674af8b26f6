package stet.copies;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which articles have fingerprints in common. An article is known by its place, from 0, the longest
 * first; a fingerprint that several have by its rank. The same whatever the order in which the
 * articles came.
 */
public final class SketchIndex {
  /** So many different stories of an outlet make what they share standing text. */
  private static final int STORIES = 3;

  /** So many of those that share a fingerprint are looked at. */
  private static final int LOOKED_AT = 12;

  /** Articles of one outlet with this part of their fingerprints in common are one story. */
  private static final double SAME_STORY = 0.5;

  private final List<Sketches.Sketched> articles;

  /** How many fingerprints each has, those that no other has among them. */
  private final int[] counts;

  private final int ranks;
  private final StandingText standing;

  /** Ranks of each place, in order, one place after another. */
  private int[] shared;

  private int[] from;

  SketchIndex(List<Sketches.Sketched> articles, long[] sorted) {
    this.articles = articles;
    counts = new int[articles.size()];
    int kept = common(sorted);
    int[] rankOf = new int[kept];
    int rank = -1;
    for (int i = 0; i < kept; i++) {
      rank += i == 0 || Keys.key(sorted[i]) != Keys.key(sorted[i - 1]) ? 1 : 0;
      rankOf[i] = rank;
    }
    ranks = rank + 1;
    from = new int[articles.size() + 1];
    shared = byPlace(sorted, rankOf, kept);
    standing = learn(sorted, rankOf, kept);
  }

  /** Moves those that several articles have to the front, each once an article. */
  private int common(long[] sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.length; ) {
      int start = kept;
      long key = Keys.key(sorted[i]);
      long last = -1;
      for (; i < sorted.length && Keys.key(sorted[i]) == key; i++) {
        if (sorted[i] != last) {
          last = sorted[i];
          counts[Keys.place(last)]++;
          sorted[kept++] = last;
        }
      }
      kept = kept - start < 2 ? start : kept;
    }
    return kept;
  }

  /** A negative rank is left out. */
  private int[] byPlace(long[] sorted, int[] rankOf, int kept) {
    Arrays.fill(from, 0);
    int total = 0;
    for (int i = 0; i < kept; i++) {
      if (rankOf[i] >= 0) {
        from[Keys.place(sorted[i]) + 1]++;
        total++;
      }
    }
    for (int p = 0; p < counts.length; p++) {
      from[p + 1] += from[p];
    }
    int[] next = Arrays.copyOf(from, from.length);
    int[] out = new int[total];
    for (int i = 0; i < kept; i++) {
      if (rankOf[i] >= 0) {
        out[next[Keys.place(sorted[i])]++] = rankOf[i];
      }
    }
    return out;
  }

  private StandingText learn(long[] sorted, int[] rankOf, int kept) {
    Map<String, TreeSet<Long>> byOutlet = new HashMap<>();
    for (int i = 0; i < kept; ) {
      int end = i;
      while (end < kept && rankOf[end] == rankOf[i]) {
        end++;
      }
      if (end - i >= STORIES) {
        for (String outlet : standingIn(sorted, i, end)) {
          byOutlet.computeIfAbsent(outlet, o -> new TreeSet<>()).add(Keys.key(sorted[i]));
        }
      }
      i = end;
    }
    for (int i = 0; i < kept; i++) {
      TreeSet<Long> keys = byOutlet.get(outlet(Keys.place(sorted[i])));
      rankOf[i] = keys != null && keys.contains(Keys.key(sorted[i])) ? -1 : rankOf[i];
    }
    shared = byPlace(sorted, rankOf, kept);
    Map<String, long[]> known = new HashMap<>();
    byOutlet.forEach(
        (outlet, keys) -> known.put(outlet, keys.stream().mapToLong(Long::longValue).toArray()));
    return new StandingText(known);
  }

  /** The outlets of which several different stories are among those. */
  private List<String> standingIn(long[] sorted, int start, int end) {
    Map<String, int[]> chosen = new HashMap<>();
    for (int i = start; i < end; i++) {
      int place = Keys.place(sorted[i]);
      // Looked at, different ones, and these.
      int[] found = chosen.computeIfAbsent(outlet(place), o -> new int[2 + STORIES]);
      if (found[0]++ < LOOKED_AT && found[1] < STORIES && differs(place, found)) {
        found[2 + found[1]++] = place;
      }
    }
    return chosen.entrySet().stream()
        .filter(e -> e.getValue()[1] == STORIES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean differs(int place, int[] found) {
    for (int i = 0; i < found[1]; i++) {
      int other = found[2 + i];
      if (hits(place, other) >= SAME_STORY * Math.min(counts[place], counts[other])) {
        return false;
      }
    }
    return true;
  }

  /** How many fingerprints two articles have in common, those that count. */
  int hits(int place, int other) {
    int a = from[place];
    int b = from[other];
    int both = 0;
    while (a < from[place + 1] && b < from[other + 1]) {
      int order = Integer.compare(shared[a], shared[b]);
      both += order == 0 ? 1 : 0;
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    return both;
  }

  /** Whether so many hits are enough to look at the texts. */
  boolean enough(int hits, int place, int other) {
    int least = Math.min(counts[place], counts[other]);
    return hits >= (least <= 6 ? 1 : 2) && hits >= 0.05 * least;
  }

  /** Whether these seem to be the same but for a few words. */
  boolean nearlySame(int hits, int place, int other) {
    return hits >= 0.8 * Math.max(counts[place], counts[other]);
  }

  /** What counts for nothing in the articles, known from all of them. */
  public CopyCheck check() {
    return new CopyCheck(standing);
  }

  int size() {
    return articles.size();
  }

  int ranks() {
    return ranks;
  }

  int rankCount(int place) {
    return from[place + 1] - from[place];
  }

  int rank(int place, int i) {
    return shared[from[place] + i];
  }

  Sketches.Sketched article(int place) {
    return articles.get(place);
  }

  private String outlet(int place) {
    return articles.get(place).outlet();
  }
}
