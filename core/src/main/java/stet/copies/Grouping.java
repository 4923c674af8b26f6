package stet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes stories of what was joined to one centre. A long text may hold several stories, each of
 * which others print alone. Articles belong together where they hold the same stretches of the
 * centre; those that hold other stretches are a story of their own, whose centre is the longest of
 * them.
 */
final class Grouping {
  /** Of the stretches of the one that has fewer, so many are the same. */
  private static final double SAME = 0.25;

  private final SketchIndex index;
  private final Comparer comparer;

  Grouping(SketchIndex index, Comparer comparer) {
    this.index = index;
    this.comparer = comparer;
  }

  /**
   * An article that is a copy of a centre.
   *
   * @param toCentre the centre first
   */
  record Joined(int place, Verdict toCentre) {
    long where() {
      return toCentre.first().where();
    }

    boolean together(Joined other) {
      int least = Math.min(Long.bitCount(where()), Long.bitCount(other.where()));
      return Long.bitCount(where() & other.where()) >= Math.max(1, SAME * least);
    }
  }

  /** The stories around a centre; none where only one outlet has it. */
  List<Story> stories(int centre, List<Joined> joined) {
    List<List<Joined>> parts = parts(joined);
    List<Joined> own =
        parts.stream()
            .max(
                Comparator.comparingInt((List<Joined> p) -> outlets(p))
                    .thenComparing(p -> words(p)))
            .orElseThrow();
    List<Story> all = new ArrayList<>();
    Story story = story(centre, own);
    if (story.outlets().size() > 1) {
      all.add(story);
    }
    for (List<Joined> part : parts) {
      if (part != own && part.size() > 1) {
        all.addAll(around(part));
      }
    }
    return all;
  }

  /** Parts that have no stretch in common; the first of equal ones is the one that came first. */
  private static List<List<Joined>> parts(List<Joined> joined) {
    List<List<Joined>> parts = new ArrayList<>();
    List<Long> union = new ArrayList<>();
    for (Joined one : joined) {
      int into = -1;
      for (int i = parts.size() - 1; i >= 0; i--) {
        // Copies of one stretch look alike, so that the first few tell.
        if (parts.get(i).stream().limit(20).anyMatch(one::together)
            || covers(union.get(i), one.where())) {
          if (into >= 0) {
            parts.get(i).addAll(parts.remove(into));
            union.set(i, union.get(i) | union.remove(into));
          }
          into = i;
        }
      }
      if (into < 0) {
        parts.add(new ArrayList<>());
        union.add(0L);
        into = parts.size() - 1;
      }
      parts.get(into).add(one);
      union.set(into, union.get(into) | one.where());
    }
    return parts;
  }

  private static boolean covers(long union, long where) {
    return Long.bitCount(union & where) >= 0.5 * Long.bitCount(where);
  }

  private int outlets(List<Joined> part) {
    return (int) part.stream().map(j -> index.article(j.place()).outlet()).distinct().count();
  }

  private static int words(List<Joined> part) {
    return part.stream().mapToInt(j -> j.toCentre().first().shared()).sum();
  }

  private List<Story> around(List<Joined> part) {
    int centre = part.stream().mapToInt(Joined::place).min().orElseThrow();
    List<Joined> joined = new ArrayList<>();
    for (Joined one : part) {
      if (one.place() != centre) {
        Verdict verdict =
            comparer.compare(index.article(centre).id(), index.article(one.place()).id());
        if (verdict.kind() == Verdict.Kind.COPY) {
          joined.add(new Joined(one.place(), verdict));
        }
      }
    }
    return joined.isEmpty() ? List.of() : stories(centre, joined);
  }

  private Story story(int centre, List<Joined> joined) {
    List<Member> members = new ArrayList<>();
    int words = joined.get(0).toCentre().first().words();
    members.add(member(centre, words, words));
    for (Joined one : joined) {
      Side side = one.toCentre().second();
      members.add(member(one.place(), side.words(), side.shared()));
    }
    members.sort(
        Comparator.comparing(Member::firstSeen)
            .thenComparing(Member::outlet)
            .thenComparingLong(Member::id));
    return new Story(index.article(centre).id(), members);
  }

  private Member member(int place, int words, int shared) {
    Sketches.Sketched article = index.article(place);
    return new Member(article.id(), article.outlet(), article.firstSeen(), words, shared);
  }
}
