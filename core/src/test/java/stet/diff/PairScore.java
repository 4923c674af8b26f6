package stet.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stet.diff.judge.Revisions;
import tools.jackson.databind.JsonNode;

/**
 * The measures of {@code ../shared/data/diff/score.py} that the accuracy gate pins, in Java: the
 * same definitions of words, islands and truth, by code point.
 */
final class PairScore {
  private static final Set<String> MOVES =
      Set.of(
          "para_move",
          "para_move_edit",
          "sent_move",
          "mixed_move",
          "block_move",
          "move_heavy",
          "two_moves");

  private static final Set<String> CLEAN = Set.of("para_split", "para_merge", "quotes");

  private static final Set<String> STOP =
      new HashSet<>(
          Arrays.asList(
              ("a an the and or but of to in on at by for from with as is are was were be been it"
                      + " its this that these those he she they we you i his her their our your not"
                      + " no so if than then there has have had will would can could may might s t"
                      + " der die das und in zu den von mit des dem im für auf ist ein eine le la"
                      + " les de des et à un une du en au aux")
                  .split(" ")));

  private final Map<String, Long> sums = new HashMap<>();
  private final GoldScore gold = new GoldScore();

  void add(JsonNode pair, List<Delta> deltas) {
    String old = pair.get("old").stringValue();
    String fresh = pair.get("new").stringValue();
    if (!Revisions.beforeText(deltas).equals(old) || !Revisions.afterText(deltas).equals(fresh)) {
      count("bad", 1);
      return;
    }
    ScoredText a = new ScoredText(old);
    ScoredText b = new ScoredText(fresh);
    if (pair.get("kind").stringValue().equals("real")) {
      count("real", 1);
      count("islands", islands(deltas, b));
      count("marked", wordsMarked(a, deltas, true) + wordsMarked(b, deltas, false));
      count("least", a.words.size() + b.words.size() - 2L * LongestCommon.length(all(a), all(b)));
    } else if (pair.get("kind").stringValue().equals("synth")) {
      synth(pair, deltas, a, b);
    } else {
      gold.add(pair, deltas);
    }
  }

  private static long wordsMarked(ScoredText side, List<Delta> deltas, boolean before) {
    return Arrays.stream(side.marks(labels(deltas, before))).filter(m -> m != 0).count();
  }

  private static List<String> all(ScoredText side) {
    return java.util.stream.IntStream.range(0, side.words.size()).mapToObj(side::word).toList();
  }

  private void synth(JsonNode pair, List<Delta> deltas, ScoredText a, ScoredText b) {
    String kind = pair.get("mut").stringValue();
    boolean move = MOVES.contains(kind);
    int[] truthA = a.truth(pair.get("old_lab"));
    int[] truthB = b.truth(pair.get("new_lab"));
    int[] marksA = a.marks(labels(deltas, true));
    int[] marksB = b.marks(labels(deltas, false));
    words(marksA, truthA, move);
    words(marksB, truthB, move);
    boolean untouched =
        Arrays.stream(truthA).noneMatch(t -> t == 1)
            && Arrays.stream(truthB).noneMatch(t -> t == 1);
    if (CLEAN.contains(kind) && untouched) {
      count("clean", 1);
      count("cleanMarked", marked(marksA, truthA) + marked(marksB, truthB));
    }
  }

  private static long marked(int[] marks, int[] truth) {
    long n = 0;
    for (int k = 0; k < marks.length; k++) {
      n += marks[k] != 0 && truth[k] == 0 ? 1 : 0;
    }
    return n;
  }

  private void words(int[] marks, int[] truth, boolean move) {
    for (int k = 0; k < marks.length; k++) {
      if (truth[k] == 1) {
        count(marks[k] == 1 ? "tp" : "fn", 1);
      } else if (truth[k] == 0 && marks[k] != 0) {
        count("fp", 1);
      } else if (truth[k] == 2) {
        count("fp", marks[k] == 1 ? 1 : 0);
        count("moved", move ? 1 : 0);
        count("movedFound", move && marks[k] == 2 ? 1 : 0);
      }
      count("movedWrong", marks[k] == 2 && truth[k] != 2 ? 1 : 0);
    }
  }

  private static byte[] labels(List<Delta> deltas, boolean before) {
    byte[] labels = new byte[deltas.stream().mapToInt(d -> text(d, before).length()).sum()];
    int n = 0;
    for (Delta d : deltas) {
      byte code =
          switch (d.kind()) {
            case KEPT, RESPELLED -> 0;
            case DELETED, INSERTED -> 1;
            case MOVED_FROM, MOVED_TO -> 2;
          };
      int solid = solid(text(d, before));
      Arrays.fill(labels, n, n + solid, code);
      n += solid;
    }
    return Arrays.copyOf(labels, n);
  }

  private static String text(Delta d, boolean before) {
    return before ? d.before() : d.after();
  }

  private static int solid(String text) {
    return (int) text.codePoints().filter(c -> !ScoredText.isSpace(c)).count();
  }

  /** Kept runs of at most two short words between two changes of one paragraph. */
  private static long islands(List<Delta> deltas, ScoredText b) {
    long found = 0;
    boolean open = false;
    boolean light = false;
    int at = 0;
    int changes = 0;
    for (Delta d : joined(deltas)) {
      int n = solid(d.after());
      switch (d.kind()) {
        case KEPT -> {
          List<String> words = wordsWithin(b, at, at + n);
          if (!words.isEmpty()) {
            open = false;
            int start = at;
            boolean crosses = b.feeds.stream().anyMatch(f -> f > start && f < start + n);
            light = !crosses && words.size() <= 2 && words.stream().allMatch(PairScore::isLight);
          }
        }
        case RESPELLED -> {}
        case DELETED, INSERTED -> {
          if (!open) {
            found += light && changes > 0 ? 1 : 0;
            changes++;
            open = true;
          }
          light = false;
        }
        default -> {
          open = false;
          light = false;
        }
      }
      at += n;
    }
    return found;
  }

  /** Without runs of white space; what they parted is one run. */
  private static List<Delta> joined(List<Delta> deltas) {
    List<Delta> out = new ArrayList<>();
    for (Delta d : deltas) {
      Delta last = out.isEmpty() ? null : out.get(out.size() - 1);
      if (solid(d.before()) + solid(d.after()) == 0) {
        continue;
      }
      if (last != null && last.kind() == Delta.Kind.KEPT && d.kind() == Delta.Kind.KEPT) {
        out.set(out.size() - 1, Delta.kept(last.before() + d.before()));
      } else {
        out.add(d);
      }
    }
    return out;
  }

  private static boolean isLight(String word) {
    return word.codePointCount(0, word.length()) <= 3
        || STOP.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private static List<String> wordsWithin(ScoredText side, int from, int to) {
    List<String> words = new ArrayList<>();
    int low = 0;
    int high = side.words.size();
    while (low < high) {
      int mid = (low + high) / 2;
      if (side.solid[side.words.get(mid)[0]] < from) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    for (int k = low; k < side.words.size() && side.solid[side.words.get(k)[1]] <= to; k++) {
      words.add(side.word(k));
      if (words.size() > 2) {
        return words;
      }
    }
    return words;
  }

  private void count(String what, long n) {
    sums.merge(what, n, Long::sum);
  }

  private double sum(String what) {
    return sums.getOrDefault(what, 0L);
  }

  double f1() {
    return 2 * sum("tp") / (2 * sum("tp") + sum("fp") + sum("fn"));
  }

  double moveRecall() {
    return sum("movedFound") / sum("moved");
  }

  double movePrecision() {
    return sum("movedFound") / (sum("movedFound") + sum("movedWrong"));
  }

  double islandsPerPair() {
    return sum("islands") / sum("real");
  }

  double cleanMarkedPerPair() {
    return sum("cleanMarked") / sum("clean");
  }

  /** Words marked for every one that a shortest list of edits would mark. */
  double markedOverLeast() {
    return sum("marked") / sum("least");
  }

  GoldScore gold() {
    return gold;
  }

  double bad() {
    return sum("bad");
  }
}
