package stet.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The clocks of outlets, as far as their pages state them. An offset that is stated for one day
 * holds for no other season: it is used within a week, and only where all that the outlet's pages
 * state for that time agrees. A zone is never guessed.
 */
final class OutletClock {
  private static final long NEAR = 7 * 24 * 3600L;

  /** By outlet, then by offset, when it is stated. */
  private final Map<String, Map<Integer, TreeSet<Long>>> stated = new HashMap<>();

  OutletClock(List<Observed> articles) {
    for (Observed article : articles) {
      Map<Integer, TreeSet<Long>> own =
          stated.computeIfAbsent(article.outlet(), o -> new TreeMap<>());
      for (StatedOffset offset : article.watched().offsets()) {
        own.computeIfAbsent(offset.seconds(), s -> new TreeSet<>()).add(offset.at());
      }
    }
  }

  /**
   * The offset that was in force all that time.
   *
   * @param from in seconds since 1970
   * @param until likewise, not before it
   * @return in seconds east of UTC; empty where it is not known
   */
  OptionalInt offset(String outlet, long from, long until) {
    List<Integer> near = new ArrayList<>();
    boolean both = false;
    for (Map.Entry<Integer, TreeSet<Long>> one : stated.getOrDefault(outlet, Map.of()).entrySet()) {
      boolean begin = isNear(one.getValue(), from);
      boolean end = isNear(one.getValue(), until);
      if (begin || end) {
        near.add(one.getKey());
        both = begin && end;
      }
    }
    return near.size() == 1 && both ? OptionalInt.of(near.get(0)) : OptionalInt.empty();
  }

  private static boolean isNear(TreeSet<Long> times, long at) {
    Long next = times.ceiling(at - NEAR);
    return next != null && next <= at + NEAR;
  }
}
