package stet.diff.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stet.diff.word.Tokens;
import stet.diff.word.Vocabulary;

/**
 * Decides once more what stayed and what moved, now that edited sentences are known too: of all
 * that both texts have, the heaviest part in one order stayed, so that the fewest words are said to
 * have moved. The anchors could only weigh equal sentences, and a long passage of which each
 * sentence was touched may have lost to a short one that was not.
 */
final class StableOrder {
  /** What does not save this much moved weight is left as it is. */
  private static final int GAIN = 5 * Vocabulary.CONTENT;

  /** Fewer words than this do not move: they came and went. */
  private static final int LEAST_WORDS = 5;

  private static final int MOST_COPIES = 24;

  private final Alignment al;
  private final List<Run> runs = new ArrayList<>();

  private StableOrder(Alignment al) {
    this.al = al;
  }

  /** Neighbouring pairs of one move, or kept. */
  private record Run(int a, int b, int length, int move, int weight) {}

  static void choose(Alignment al) {
    for (int move : al.moveA) {
      if (move != 0) {
        new StableOrder(al).run();
        return;
      }
    }
  }

  private void run() {
    int kept = collect();
    List<Chain.Pair> pairs = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      pairs.add(new Chain.Pair(k, runs.get(k).b, runs.get(k).weight));
    }
    List<Chain.Pair> chain = Chain.heaviest(pairs, al.b.size + 1);
    int heaviest = chain.stream().mapToInt(Chain.Pair::weight).sum();
    if (heaviest < kept + GAIN) {
      return;
    }
    boolean[] stays = new boolean[runs.size()];
    chain.forEach(p -> stays[p.i()] = true);
    for (int k = 0; k < stays.length; k++) {
      if (stays[k]) {
        label(runs.get(k), 0);
      }
    }
    int begin = 0;
    while (begin < stays.length) {
      if (stays[begin] || runs.get(begin).move != 0) {
        begin++;
        continue;
      }
      int end = begin + 1;
      while (end < stays.length && !stays[end] && follows(runs.get(end - 1), runs.get(end))) {
        end++;
      }
      leave(begin, end);
      begin = end;
    }
    close();
  }

  /** Links equal sentences that now stand between the same neighbours: headings, short lines. */
  private void close() {
    Map<Long, int[]> inB = al.sentencesOfB();
    int[] next = nextKept();
    List<Chain.Pair> pairs = new ArrayList<>();
    int previous = -1;
    int token = 0;
    for (int s = 0; s < al.a.sentences(); s++) {
      for (; token < al.a.sentenceStart[s]; token++) {
        previous = al.keptA(token) ? al.toB[token] : previous;
      }
      int[] there = inB.get(Anchors.hash(al.a, s));
      if (there != null && there.length <= MOST_COPIES && isFree(al.a, al.toB, s)) {
        for (int k = there.length - 1; k >= 0; k--) {
          int t = there[k];
          boolean between =
              al.b.sentenceStart[t] > previous && al.b.sentenceStart[t + 1] <= next[s];
          if (between && isFree(al.b, al.toA, t) && al.sameSentence(s, t)) {
            pairs.add(new Chain.Pair(s, t, al.a.sentenceWeight(s)));
          }
        }
      }
    }
    for (Chain.Pair pair : Chain.heaviest(pairs, al.b.sentences() + 1)) {
      al.linkSentences(pair.i(), pair.j(), 0);
    }
  }

  /** For each old sentence the new place of the first kept token after it. */
  private int[] nextKept() {
    int[] next = new int[al.a.sentences()];
    int place = al.b.size;
    int token = al.a.size - 1;
    for (int s = next.length - 1; s >= 0; s--) {
      for (; token >= al.a.sentenceStart[s + 1]; token--) {
        place = al.keptA(token) ? al.toB[token] : place;
      }
      next[s] = place;
    }
    return next;
  }

  private static boolean isFree(Tokens tokens, int[] partners, int sentence) {
    for (int t = tokens.sentenceStart[sentence]; t < tokens.sentenceStart[sentence + 1]; t++) {
      if (partners[t] != Alignment.NONE) {
        return false;
      }
    }
    return true;
  }

  /** Whether two runs that stand beside each other moved together. */
  private boolean follows(Run a, Run b) {
    if (b.move != 0 || b.b < a.b + a.length) {
      return false;
    }
    for (int j = a.b + a.length; j < b.b; j++) {
      if (al.toA[j] != Alignment.NONE) {
        return false;
      }
    }
    return true;
  }

  /** What stayed as far as was known has moved; or is too little to have moved. */
  private void leave(int begin, int end) {
    int words = 0;
    for (Run run : runs.subList(begin, end)) {
      for (int i = run.a; i < run.a + run.length; i++) {
        words += al.a.words(i);
      }
    }
    int move = words < LEAST_WORDS ? 0 : al.newMove();
    for (Run run : runs.subList(begin, end)) {
      if (move > 0) {
        label(run, move);
      } else {
        for (int i = run.a; i < run.a + run.length; i++) {
          al.unlink(i);
        }
      }
    }
  }

  private void label(Run run, int move) {
    for (int i = run.a; i < run.a + run.length; i++) {
      al.moveA[i] = move;
    }
  }

  /** Finds the runs and tells what the kept ones weigh. */
  private int collect() {
    int kept = 0;
    for (int i = 0; i < al.a.size; ) {
      if (al.toB[i] == Alignment.NONE) {
        i++;
        continue;
      }
      int end = i;
      int weight = 0;
      while (end < al.a.size
          && al.toB[end] != Alignment.NONE
          && al.toB[end] - end == al.toB[i] - i
          && al.moveA[end] == al.moveA[i]) {
        weight += al.a.weight[end++];
      }
      runs.add(new Run(i, al.toB[i], end - i, al.moveA[i], weight));
      kept += al.moveA[i] == 0 ? weight : 0;
      i = end;
    }
    return kept;
  }
}
