package stet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Compares articles by their texts, which are asked for again; a few that were used last are kept.
 * Of several versions of an article the pair that is most alike counts.
 */
public final class KeptTexts implements Comparer {
  private static final int KEPT = 48;

  private static final Comparator<Verdict> BEST =
      Comparator.comparing(Verdict::kind)
          .reversed()
          .thenComparingDouble(Verdict::share)
          .thenComparingInt(v -> Math.min(v.first().shared(), v.second().shared()));

  private final CopyCheck check;
  private final LongFunction<List<Text>> texts;

  private final Map<Long, List<CopyCheck.Prepared>> kept =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<CopyCheck.Prepared>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * A comparer for the articles of an index.
   *
   * @param texts the versions of an article, by its number; none where it is gone
   */
  public KeptTexts(CopyCheck check, LongFunction<List<Text>> texts) {
    this.check = check;
    this.texts = texts;
  }

  @Override
  public Verdict compare(long first, long second) {
    List<Verdict> all = new ArrayList<>();
    List<CopyCheck.Prepared> others = prepared(second);
    for (CopyCheck.Prepared one : prepared(first)) {
      for (CopyCheck.Prepared other : others) {
        all.add(check.compare(one, other));
      }
    }
    Side none = new Side(0, 0, 0, 0, List.of());
    return all.stream().max(BEST).orElse(new Verdict(Verdict.Kind.NOT, none, none, 0));
  }

  private List<CopyCheck.Prepared> prepared(long id) {
    List<CopyCheck.Prepared> found = kept.get(id);
    if (found == null) {
      found = texts.apply(id).stream().distinct().map(check::prepared).toList();
      kept.put(id, found);
    }
    return found;
  }
}
