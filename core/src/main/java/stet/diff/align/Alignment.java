package stet.diff.align;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.diff.word.Tokens;

/**
 * What the passes work on: which token of the old text is which of the new. A pair with move number
 * 0 is kept in place, and such pairs never cross; any other number names the move the pair belongs
 * to.
 */
public final class Alignment {
  public static final int NONE = -1;

  public final Tokens a;
  public final Tokens b;

  /** Partner in {@link #b} of each token of {@link #a}, or {@link #NONE}. */
  public final int[] toB;

  /** Partner in {@link #a} of each token of {@link #b}, or {@link #NONE}. */
  public final int[] toA;

  /** Move number of each token of {@link #a}; 0 for none. */
  public final int[] moveA;

  private int moves;

  // The sentences of either text by hash: several passes ask for them, and they never change.
  private @Nullable Map<Long, int[]> sentencesOfA;
  private @Nullable Map<Long, int[]> sentencesOfB;

  Alignment(Tokens a, Tokens b) {
    this.a = a;
    this.b = b;
    toB = new int[a.size];
    toA = new int[b.size];
    moveA = new int[a.size];
    Arrays.fill(toB, NONE);
    Arrays.fill(toA, NONE);
  }

  /** Numbers of the old sentences by {@link Anchors#hash}, ascending. */
  Map<Long, int[]> sentencesOfA() {
    Map<Long, int[]> sentences = sentencesOfA;
    if (sentences == null) {
      sentences = Anchors.occurrences(a);
      sentencesOfA = sentences;
    }
    return sentences;
  }

  /** The same for the new ones. */
  Map<Long, int[]> sentencesOfB() {
    Map<Long, int[]> sentences = sentencesOfB;
    if (sentences == null) {
      sentences = Anchors.occurrences(b);
      sentencesOfB = sentences;
    }
    return sentences;
  }

  /** A fresh move number. */
  public int newMove() {
    return ++moves;
  }

  public int moveOfB(int j) {
    return toA[j] == NONE ? 0 : moveA[toA[j]];
  }

  void link(int i, int j, int move) {
    toB[i] = j;
    toA[j] = i;
    moveA[i] = move;
  }

  public void unlink(int i) {
    if (toB[i] != NONE) {
      toA[toB[i]] = NONE;
      toB[i] = NONE;
      moveA[i] = 0;
    }
  }

  /** The pairs as they stand now. */
  Links links() {
    return new Links(toB.clone(), moveA.clone());
  }

  /**
   * Pairs of an alignment.
   *
   * @param toB partner of each old token, or {@link #NONE}
   * @param moveA move number of each old token
   */
  record Links(int[] toB, int[] moveA) {}

  public boolean keptA(int i) {
    return toB[i] != NONE && moveA[i] == 0;
  }

  boolean keptB(int j) {
    return toA[j] != NONE && moveA[toA[j]] == 0;
  }

  /** Links every token of one sentence with that of an equal one. */
  void linkSentences(int s, int t, int move) {
    int j = b.sentenceStart[t];
    for (int i = a.sentenceStart[s]; i < a.sentenceStart[s + 1]; i++) {
      link(i, j++, move);
    }
  }

  boolean sameSentence(int s, int t) {
    int length = a.sentenceStart[s + 1] - a.sentenceStart[s];
    if (length != b.sentenceStart[t + 1] - b.sentenceStart[t]) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (!Tokens.same(a, a.sentenceStart[s] + k, b, b.sentenceStart[t] + k)) {
        return false;
      }
    }
    return true;
  }
}
