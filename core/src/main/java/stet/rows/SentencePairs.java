package stet.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleVersion;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.rows.SentenceCutter.Sentence;

/**
 * Which sentence of the new text each sentence of the old one became, read off the word diff: two
 * sentences are a pair if they share enough characters that the diff found in both.
 */
final class SentencePairs {
  /** Pairs share at least this part of their characters, counted as Dice does. */
  private static final double LEAST = 0.4;

  private final List<Sentence> old;
  private final List<Sentence> now;
  private final int[] oldStarts;
  private final int[] newStarts;
  private final Map<Long, int[]> shared = new HashMap<>();
  private final Map<Integer, List<int[]>> left = new HashMap<>();
  private final Map<Integer, List<int[]>> arrived = new HashMap<>();

  /** What happened to a sentence. */
  enum Operation {
    ADDED,
    DELETED,
    EDITED,
    MOVED,
    UNCHANGED
  }

  /**
   * A pair, or a sentence without a partner.
   *
   * @param oldIndex its number in the old text from 0, -1 where it is new
   * @param newIndex its number in the new text, -1 where it is gone
   * @param similarity the part of their characters that both have, 0 to 1
   */
  record Pair(Operation operation, int oldIndex, int newIndex, double similarity, boolean moved) {}

  private SentencePairs(ArticleVersion before, ArticleVersion after) {
    this.old = new SentenceCutter(before.language()).cut(before.body());
    this.now = new SentenceCutter(after.language()).cut(after.body());
    this.oldStarts = starts(before);
    this.newStarts = starts(after);
  }

  static SentencePairs of(ArticleVersion before, ArticleVersion after, Revision revision) {
    SentencePairs pairs = new SentencePairs(before, after);
    revision.hunks().forEach(pairs::add);
    pairs.joinMoves();
    return pairs;
  }

  List<Sentence> old() {
    return old;
  }

  List<Sentence> now() {
    return now;
  }

  /** Where each block begins if all are joined by one character. */
  private static int[] starts(ArticleVersion version) {
    int[] starts = new int[version.body().size() + 1];
    for (int i = 0; i < version.body().size(); i++) {
      starts[i + 1] = starts[i] + version.body().get(i).text().length() + 1;
    }
    return starts;
  }

  private void add(Hunk hunk) {
    int oldAt = 0;
    int newAt = 0;
    boolean moved = hunk instanceof Hunk.Moved;
    for (Delta delta : hunk.deltas()) {
      boolean same = delta.kind() == Delta.Kind.KEPT || delta.kind() == Delta.Kind.RESPELLED;
      if (same) {
        int length = Math.min(delta.before().length(), delta.after().length());
        share(
            place(hunk.before(), oldStarts, oldAt),
            place(hunk.after(), newStarts, newAt),
            length,
            moved);
      } else if (delta.kind() == Delta.Kind.MOVED_FROM) {
        remember(left, delta.move(), place(hunk.before(), oldStarts, oldAt), delta.before());
      } else if (delta.kind() == Delta.Kind.MOVED_TO) {
        remember(arrived, delta.move(), place(hunk.after(), newStarts, newAt), delta.after());
      }
      oldAt += delta.before().length();
      newAt += delta.after().length();
    }
  }

  private static void remember(Map<Integer, List<int[]>> moves, int move, int place, String text) {
    moves.computeIfAbsent(move, m -> new ArrayList<>()).add(new int[] {place, text.length()});
  }

  /** The place in the joined text of a place in a hunk's text. */
  private static int place(List<Integer> blocks, int[] starts, int at) {
    int left = at;
    for (int block : blocks) {
      int length = starts[block + 1] - starts[block];
      if (left < length) {
        return starts[block] + left;
      }
      left -= length;
    }
    return blocks.isEmpty() ? 0 : starts[blocks.get(blocks.size() - 1) + 1] - 1;
  }

  private void joinMoves() {
    left.forEach(
        (move, from) -> {
          List<int[]> to = arrived.getOrDefault(move, List.of());
          for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            int length = Math.min(from.get(i)[1], to.get(i)[1]);
            share(from.get(i)[0], to.get(i)[0], length, true);
          }
        });
  }

  /** Counts characters that stand at {@code oldAt} of the old text and {@code newAt} of the new. */
  private void share(int oldAt, int newAt, int length, boolean moved) {
    int done = 0;
    while (done < length) {
      int o = sentenceAt(old, oldStarts, oldAt + done);
      int n = sentenceAt(now, newStarts, newAt + done);
      int step = length - done;
      step = Math.min(step, o < 0 ? 1 : end(old, oldStarts, o) - oldAt - done);
      step = Math.max(1, Math.min(step, n < 0 ? 1 : end(now, newStarts, n) - newAt - done));
      if (o >= 0 && n >= 0) {
        int[] count = shared.computeIfAbsent((long) o << 32 | n, k -> new int[2]);
        count[0] += step;
        count[1] += moved ? step : 0;
      }
      done += step;
    }
  }

  private static int end(List<Sentence> sentences, int[] starts, int index) {
    return starts[sentences.get(index).block()] + sentences.get(index).to();
  }

  private static int sentenceAt(List<Sentence> sentences, int[] starts, int place) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence s = sentences.get(middle);
      if (place < starts[s.block()] + s.from()) {
        high = middle - 1;
      } else if (place >= starts[s.block()] + s.to()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** A candidate. */
  private record Candidate(int o, int n, double similarity, boolean moved) {}

  /** Every sentence of both texts once: first those of the new text in order, then what is gone. */
  List<Pair> pairs() {
    List<Candidate> candidates = new ArrayList<>();
    shared.forEach((key, count) -> candidates.add(candidate(key, count)));
    candidates.sort(
        Comparator.comparingDouble(Candidate::similarity)
            .reversed()
            .thenComparingInt(Candidate::n)
            .thenComparingInt(Candidate::o));
    Candidate[] ofOld = new Candidate[old.size()];
    Candidate[] ofNew = new Candidate[now.size()];
    for (Candidate c : candidates) {
      if (c.similarity >= LEAST && ofOld[c.o] == null && ofNew[c.n] == null) {
        ofOld[c.o] = c;
        ofNew[c.n] = c;
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int n = 0; n < ofNew.length; n++) {
      pairs.add(ofNew[n] == null ? new Pair(Operation.ADDED, -1, n, 0, false) : pair(ofNew[n]));
    }
    for (int o = 0; o < ofOld.length; o++) {
      if (ofOld[o] == null) {
        pairs.add(new Pair(Operation.DELETED, o, -1, 0, false));
      }
    }
    return pairs;
  }

  private Candidate candidate(long key, int[] count) {
    int o = (int) (key >>> 32);
    int n = (int) key;
    int length = old.get(o).to() - old.get(o).from() + now.get(n).to() - now.get(n).from();
    return new Candidate(o, n, Math.min(1, 2.0 * count[0] / length), 2 * count[1] > count[0]);
  }

  private Pair pair(Candidate c) {
    boolean same = old.get(c.o).text().equals(now.get(c.n).text());
    Operation operation =
        !same ? Operation.EDITED : c.moved ? Operation.MOVED : Operation.UNCHANGED;
    return new Pair(operation, c.o, c.n, same ? 1 : c.similarity, c.moved);
  }
}
