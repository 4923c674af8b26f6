package stet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts articles together that are copies of one text. The longest come first, and each is either a
 * copy of one that came before and begins a story (its centre), or begins one itself. So a member
 * is always verified against the centre and never against another member, and the work grows with
 * the number of articles, not with the number of pairs.
 *
 * <p>Two stories that stand in one long text are not one story: see {@link Grouping}.
 */
public final class StoryFinder {
  /** The texts that are compared with one article at the most. */
  private static final int COMPARED = 5;

  /** A fingerprint that begins so many stories tells nothing. */
  private static final int COMMON = 64;

  private final SketchIndex index;
  private final Comparer comparer;

  /** Centres that have a fingerprint: a list for each rank, made of the numbers of its links. */
  private final int[] head;

  private final int[] length;
  private int[] next = new int[1024];
  private int[] centre = new int[1024];
  private int links;

  /** How many fingerprints the article at hand has in common with each place. */
  private final int[] hits;

  private final Map<Integer, List<Grouping.Joined>> stories = new LinkedHashMap<>();
  private final List<Link> partly = new ArrayList<>();

  private StoryFinder(SketchIndex index, Comparer comparer) {
    this.index = index;
    this.comparer = comparer;
    head = new int[index.ranks()];
    Arrays.fill(head, -1);
    length = new int[index.ranks()];
    hits = new int[index.size()];
  }

  /**
   * The stories among the articles of an index.
   *
   * @param comparer such as {@link KeptTexts}; asked of articles that seem alike
   */
  public static Stories find(SketchIndex index, Comparer comparer) {
    StoryFinder finder = new StoryFinder(index, comparer);
    for (int place = 0; place < index.size(); place++) {
      finder.place(place);
    }
    return finder.found();
  }

  private void place(int place) {
    if (index.rankCount(place) == 0) {
      return;
    }
    int best = -1;
    Verdict how = null;
    for (int other : candidates(place)) {
      Verdict verdict = comparer.compare(index.article(other).id(), index.article(place).id());
      if (verdict.kind() == Verdict.Kind.COPY) {
        if (how == null || verdict.share() > how.share()) {
          best = other;
          how = verdict;
        }
      } else if (verdict.kind() != Verdict.Kind.NOT && !sameOutlet(place, other)) {
        partly.add(new Link(index.article(other).id(), index.article(place).id(), verdict));
      }
    }
    if (how != null) {
      stories
          .computeIfAbsent(best, centre -> new ArrayList<>())
          .add(new Grouping.Joined(place, how));
    } else {
      begin(place);
    }
  }

  /** Centres with most fingerprints in common, those first. */
  private List<Integer> candidates(int place) {
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < index.rankCount(place); i++) {
      int rank = index.rank(place, i);
      if (length[rank] < COMMON) {
        for (int link = head[rank]; link >= 0; link = next[link]) {
          if (hits[centre[link]]++ == 0) {
            touched.add(centre[link]);
          }
        }
      }
    }
    List<Integer> found =
        touched.stream()
            .filter(other -> alike(place, other))
            .sorted(
                Comparator.comparingInt((Integer other) -> -hits[other])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(COMPARED)
            .toList();
    touched.forEach(other -> hits[other] = 0);
    return found;
  }

  private boolean alike(int place, int other) {
    return index.enough(hits[other], place, other)
        && (!sameOutlet(place, other) || index.nearlySame(hits[other], place, other));
  }

  private boolean sameOutlet(int place, int other) {
    return index.article(place).outlet().equals(index.article(other).outlet());
  }

  private void begin(int place) {
    for (int i = 0; i < index.rankCount(place); i++) {
      int rank = index.rank(place, i);
      if (length[rank] < COMMON) {
        if (links == next.length) {
          next = Arrays.copyOf(next, links * 2);
          centre = Arrays.copyOf(centre, links * 2);
        }
        centre[links] = place;
        next[links] = head[rank];
        head[rank] = links++;
        length[rank]++;
      }
    }
  }

  private Stories found() {
    Grouping grouping = new Grouping(index, comparer);
    List<Story> all = new ArrayList<>();
    stories.forEach((centre, joined) -> all.addAll(grouping.stories(centre, joined)));
    return new Stories(all, partly);
  }
}
