package stet.diff.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import stet.diff.word.Tokens;

/**
 * Sentences that are in both texts but not in the same order. {@link #exact()} finds those that
 * travelled unchanged, before anything is aligned in place; {@link #edited()} those that were
 * edited on the way, among what is left.
 */
final class Moves {
  /** Fewer words than this are said twice by chance. */
  private static final int LEAST_WORDS = 5;

  private static final double ALIKE = 0.55;
  private static final double NEIGHBOUR_ALIKE = 0.5;

  /** By how much a move must resemble more than what stands in place. */
  private static final double BETTER = 0.15;

  /** What must be left of a moved sentence when the order of its words counts too. */
  private static final double IN_ORDER = 0.5;

  private final Alignment al;
  private final Likeness likeness;
  private final WordAligner words;

  /** New sentence that an old one moved to, or -1; and the reverse. */
  private final int[] target;

  private final int[] source;
  private final int[] number;
  private final Map<Integer, Integer> inPlace = new TreeMap<>();

  Moves(Alignment al, Likeness likeness, WordAligner words) {
    this.al = al;
    this.likeness = likeness;
    this.words = words;
    target = new int[al.a.sentences()];
    source = new int[al.b.sentences()];
    number = new int[al.a.sentences()];
    java.util.Arrays.fill(target, -1);
    java.util.Arrays.fill(source, -1);
  }

  /** Equal sentences that the anchors left over, unique on both sides, with their neighbours. */
  void exact() {
    Map<Long, int[]> inB = al.sentencesOfB();
    Map<Long, int[]> inA = al.sentencesOfA();
    for (int s = 0; s < target.length; s++) {
      if (!freeA(s) || wordsIn(al.a, s) < LEAST_WORDS) {
        continue;
      }
      long hash = Anchors.hash(al.a, s);
      int only = only(inB.get(hash), this::freeB);
      if (only >= 0 && only(inA.get(hash), this::freeA) == s && al.sameSentence(s, only)) {
        move(s, only);
        growExact(s, only);
      }
    }
  }

  private void growExact(int s, int t) {
    for (int step = -1; step <= 1; step += 2) {
      int i = s + step;
      int j = t + step;
      while (inside(i, j) && freeA(i) && freeB(j) && al.sameSentence(i, j)) {
        move(i, j);
        i += step;
        j += step;
      }
    }
  }

  /** Sentences that were edited on the way, and the neighbours of all moved ones. */
  void edited() {
    int[] as = loose(al.a, al.toB);
    int[] bs = loose(al.b, al.toA);
    if (as.length > 0 && bs.length > 0) {
      List<Likeness.Match> matches = new ArrayList<>(likeness.byRareWords(as, bs, ALIKE));
      matches.sort(
          Comparator.comparingDouble((Likeness.Match m) -> -m.dice())
              .thenComparingInt(Likeness.Match::s)
              .thenComparingInt(Likeness.Match::t));
      for (Likeness.Match m : matches) {
        if (wordsIn(al.a, m.s()) >= LEAST_WORDS && better(m.s(), m.t(), m.dice())) {
          move(m.s(), m.t());
        }
      }
    }
    for (int s = 0; s < target.length; s++) {
      if (target[s] >= 0) {
        grow(s, 1);
      }
    }
    for (int s = target.length - 1; s >= 0; s--) {
      if (target[s] >= 0) {
        grow(s, -1);
      }
    }
    link();
  }

  private void grow(int s, int step) {
    int i = s + step;
    int j = target[s] + step;
    if (inside(i, j) && target[i] < 0 && source[j] < 0) {
      double dice = likeness.dice(i, j);
      boolean enclosed = inside(i + step, j + step) && target[i + step] == j + step;
      if (dice >= (enclosed ? Likeness.SIMILAR : NEIGHBOUR_ALIKE) && better(i, j, dice)) {
        move(i, j);
      } else {
        growOver(i + step, j + step);
      }
    }
  }

  /** A heading goes with its text, though the line between them be another one now. */
  private void growOver(int i, int j) {
    if (inside(i, j) && freeA(i) && freeB(j) && al.sameSentence(i, j)) {
      move(i, j);
    }
  }

  private boolean inside(int i, int j) {
    return i >= 0 && j >= 0 && i < target.length && j < source.length;
  }

  private boolean better(int s, int t, double dice) {
    return target[s] < 0
        && source[t] < 0
        && dice >= keptShare(al.a, al.toB, s) + BETTER
        && dice >= keptShare(al.b, al.toA, t) + BETTER;
  }

  private void move(int s, int t) {
    target[s] = t;
    source[t] = s;
    remember(s, t);
    for (int i = al.a.sentenceStart[s]; i < al.a.sentenceStart[s + 1]; i++) {
      al.unlink(i);
    }
    for (int j = al.b.sentenceStart[t]; j < al.b.sentenceStart[t + 1]; j++) {
      if (al.toA[j] != Alignment.NONE) {
        al.unlink(al.toA[j]);
      }
    }
    if (al.sameSentence(s, t)) {
      al.linkSentences(s, t, Integer.MAX_VALUE);
    }
  }

  /** Notes what was in place in the two sentences, for words that turn out not to have moved. */
  private void remember(int s, int t) {
    for (int i = al.a.sentenceStart[s]; i < al.a.sentenceStart[s + 1]; i++) {
      if (al.keptA(i)) {
        inPlace.put(i, al.toB[i]);
      }
    }
    for (int j = al.b.sentenceStart[t]; j < al.b.sentenceStart[t + 1]; j++) {
      if (al.keptB(j)) {
        inPlace.put(al.toA[j], j);
      }
    }
  }

  private void restore() {
    inPlace.forEach(
        (i, j) -> {
          if (al.toB[i] == Alignment.NONE && al.toA[j] == Alignment.NONE) {
            al.link(i, j, 0);
          }
        });
  }

  /** Numbers the runs of moved sentences and aligns the words of those that were edited. */
  private void link() {
    for (int s = 0; s < target.length; s++) {
      if (target[s] < 0) {
        continue;
      }
      boolean follows = s > 0 && target[s - 1] >= 0 && target[s - 1] + 1 == target[s];
      number[s] = follows ? number[s - 1] : al.newMove();
      if (al.sameSentence(s, target[s])) {
        al.linkSentences(s, target[s], number[s]);
      } else {
        linkEdited(s, target[s], number[s]);
      }
    }
    restore();
  }

  /** Links the words of a sentence edited on its way, unless too few are in the same order. */
  private void linkEdited(int s, int t, int move) {
    words.align(
        Slots.run(al.a, new int[] {s}, 0, 1),
        Slots.run(al.b, new int[] {t}, 0, 1),
        new boolean[][] {{true}},
        move);
    double share = Math.max(keptShare(al.a, al.toB, s), keptShare(al.b, al.toA, t));
    if (share < IN_ORDER) {
      for (int i = al.a.sentenceStart[s]; i < al.a.sentenceStart[s + 1]; i++) {
        al.unlink(i);
      }
    }
  }

  private boolean freeA(int s) {
    return target[s] < 0 && al.toB[al.a.sentenceStart[s]] == Alignment.NONE;
  }

  private boolean freeB(int t) {
    return source[t] < 0 && al.toA[al.b.sentenceStart[t]] == Alignment.NONE;
  }

  /** The only free one of these sentences; -1 where there are several or none. */
  private static int only(int @Nullable [] sentences, IntPredicate free) {
    int only = -1;
    for (int s : sentences == null ? new int[0] : sentences) {
      if (free.test(s)) {
        if (only >= 0) {
          return -1;
        }
        only = s;
      }
    }
    return only;
  }

  /** Sentences of which little was kept. */
  private static int[] loose(Tokens tokens, int[] partners) {
    return java.util.stream.IntStream.range(0, tokens.sentences())
        .filter(s -> keptShare(tokens, partners, s) < 1 - ALIKE)
        .toArray();
  }

  private static double keptShare(Tokens tokens, int[] partners, int s) {
    int kept = 0;
    int all = 0;
    for (int t = tokens.sentenceStart[s]; t < tokens.sentenceStart[s + 1]; t++) {
      all += tokens.weight[t];
      kept += partners[t] == Alignment.NONE ? 0 : tokens.weight[t];
    }
    return all == 0 ? 1 : (double) kept / all;
  }

  private static int wordsIn(Tokens tokens, int s) {
    int n = 0;
    for (int t = tokens.sentenceStart[s]; t < tokens.sentenceStart[s + 1]; t++) {
      n += tokens.words(t);
    }
    return n;
  }
}
