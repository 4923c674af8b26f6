package stet.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How well marks agree with those that people drew, as {@code ../shared/data/diff/score.py} counts:
 * over the words of these texts, which single spaces part, and over runs of them.
 */
final class GoldScore {
  private long hits;
  private long marked;
  private long drawn;
  private long runsHit;
  private long runsMarked;
  private long runsDrawn;

  private record Marks(boolean[] old, boolean[] fresh) {
    int count() {
      return count(old) + count(fresh);
    }

    int shared(Marks other) {
      return shared(old, other.old) + shared(fresh, other.fresh);
    }

    private static int count(boolean[] marks) {
      return shared(marks, marks);
    }

    private static int shared(boolean[] a, boolean[] b) {
      int n = 0;
      for (int k = 0; k < a.length; k++) {
        n += a[k] && b[k] ? 1 : 0;
      }
      return n;
    }

    /** Runs of marks on either side, found by walking both in step. */
    Set<List<Integer>> runs() {
      Set<List<Integer>> runs = new HashSet<>();
      int x = 0;
      int y = 0;
      while (x < old.length || y < fresh.length) {
        int x0 = x;
        int y0 = y;
        while (x < old.length && old[x]) {
          x++;
        }
        while (y < fresh.length && fresh[y]) {
          y++;
        }
        if (x > x0 || y > y0) {
          runs.add(List.of(x0, x, y0, y));
        } else {
          x++;
          y++;
        }
      }
      return runs;
    }
  }

  void add(JsonNode pair, List<Delta> deltas) {
    String[] old = pair.get("old").stringValue().split(" ", -1);
    String[] fresh = pair.get("new").stringValue().split(" ", -1);
    Marks ours = new Marks(marks(old, deltas, true), marks(fresh, deltas, false));
    Marks best = null;
    double most = -1;
    for (JsonNode annotator : pair.get("gold")) {
      Marks theirs = drawn(annotator, old.length, fresh.length);
      int both = ours.count() + theirs.count();
      double f1 = both == 0 ? 1 : 2.0 * ours.shared(theirs) / both;
      if (f1 > most) {
        most = f1;
        best = theirs;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(pair.get("id") + " has no marks");
    }
    hits += ours.shared(best);
    marked += ours.count();
    drawn += best.count();
    Set<List<Integer>> runs = ours.runs();
    runsMarked += runs.size();
    runsDrawn += best.runs().size();
    runs.retainAll(best.runs());
    runsHit += runs.size();
  }

  private static boolean[] marks(String[] words, List<Delta> deltas, boolean before) {
    List<Boolean> letters = new ArrayList<>();
    for (Delta d : deltas) {
      boolean mark = d.kind() != Delta.Kind.KEPT && d.kind() != Delta.Kind.RESPELLED;
      String text = before ? d.before() : d.after();
      text.chars().filter(c -> c != ' ').forEach(c -> letters.add(mark));
    }
    boolean[] marks = new boolean[words.length];
    int at = 0;
    for (int k = 0; k < words.length; k++) {
      marks[k] = letters.subList(at, at + words[k].length()).contains(true);
      at += words[k].length();
    }
    return marks;
  }

  private static Marks drawn(JsonNode edits, int old, int fresh) {
    Marks marks = new Marks(new boolean[old], new boolean[fresh]);
    for (JsonNode edit : edits) {
      draw(marks.old, edit.get(0));
      draw(marks.fresh, edit.get(1));
    }
    return marks;
  }

  private static void draw(boolean[] marks, JsonNode span) {
    if (!span.isNull()) {
      Arrays.fill(marks, span.get(0).asInt(), Math.min(span.get(1).asInt(), marks.length), true);
    }
  }

  double f1() {
    return 2.0 * hits / (marked + drawn);
  }

  double exactSpans() {
    return 2.0 * runsHit / (runsMarked + runsDrawn);
  }
}
