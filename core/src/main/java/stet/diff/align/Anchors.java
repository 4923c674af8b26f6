package stet.diff.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stet.diff.word.IntList;
import stet.diff.word.Tokens;

/**
 * First pass: sentences that both texts have, word for word. Those in the same order become kept;
 * those that cross them and are long and unique become moves. The heaviest order wins, so that what
 * is said to have moved is the fewest words.
 */
final class Anchors {
  /** Copies of one sentence are all compared with each other up to this many pairs. */
  private static final int DUPLICATES = 24;

  /** A lone anchor must weigh this much, or chance may have put it there. */
  private static final int LONE = 30;

  private final Alignment al;
  private final int[] ofB;

  private Anchors(Alignment al) {
    this.al = al;
    this.ofB = new int[al.b.sentences()];
  }

  /** Links equal sentences in place. Returns for each old sentence the new one, or -1. */
  static int[] align(Alignment al) {
    return new Anchors(al).run();
  }

  private int[] run() {
    List<Chain.Pair> pairs = candidates();
    List<Chain.Pair> chain = Chain.heaviest(pairs, ofB.length + 1);
    int[] partner = new int[al.a.sentences()];
    java.util.Arrays.fill(partner, Alignment.NONE);
    int begin = 0;
    while (begin < chain.size()) {
      int end = begin + 1;
      int weight = chain.get(begin).weight();
      while (end < chain.size() && follows(chain.get(end - 1), chain.get(end))) {
        weight += chain.get(end++).weight();
      }
      if (weight >= LONE || touchesEdge(chain.get(begin), chain.get(end - 1))) {
        for (Chain.Pair p : chain.subList(begin, end)) {
          partner[p.i()] = p.j();
          al.linkSentences(p.i(), p.j(), 0);
        }
      }
      begin = end;
    }
    return partner;
  }

  private boolean touchesEdge(Chain.Pair first, Chain.Pair last) {
    return (first.i() == 0 && first.j() == 0)
        || (last.i() + 1 == al.a.sentences() && last.j() + 1 == al.b.sentences());
  }

  private static boolean follows(Chain.Pair p, Chain.Pair q) {
    return p.i() + 1 == q.i() && p.j() + 1 == q.j();
  }

  private List<Chain.Pair> candidates() {
    Map<Long, int[]> inB = al.sentencesOfB();
    Map<Long, int[]> inA = al.sentencesOfA();
    List<Chain.Pair> pairs = new ArrayList<>();
    for (int s = 0; s < al.a.sentences(); s++) {
      long hash = hash(al.a, s);
      int[] there = inB.get(hash);
      if (there == null || !al.sameSentence(s, there[0])) {
        continue;
      }
      int[] here = Objects.requireNonNull(inA.get(hash));
      int weight = al.a.sentenceWeight(s);
      if (here.length * there.length <= DUPLICATES) {
        for (int k = there.length - 1; k >= 0; k--) {
          pairs.add(new Chain.Pair(s, there[k], weight));
        }
      } else {
        addMany(pairs, s, here, there, weight);
      }
    }
    return pairs;
  }

  /**
   * Of many copies the k-th from the front and the k-th from the back are tried, and those whose
   * neighbours agree.
   */
  private void addMany(List<Chain.Pair> pairs, int s, int[] here, int[] there, int weight) {
    int k = java.util.Arrays.binarySearch(here, s);
    int front = k < there.length ? there[k] : -1;
    int fromEnd = there.length - (here.length - k);
    int back = fromEnd >= 0 ? there[fromEnd] : -1;
    int context = Alignment.NONE;
    for (int t = Math.max(0, k - 4); t < Math.min(there.length, k + 5); t++) {
      if (neighboursAgree(s, there[t])) {
        context = Math.max(context, there[t]);
      }
    }
    int[] tried = {front, back, context};
    java.util.Arrays.sort(tried);
    for (int t = tried.length - 1; t >= 0; t--) {
      if (tried[t] >= 0 && (t == tried.length - 1 || tried[t] != tried[t + 1])) {
        pairs.add(new Chain.Pair(s, tried[t], weight));
      }
    }
  }

  private boolean neighboursAgree(int s, int t) {
    boolean before = s > 0 && t > 0 && al.sameSentence(s - 1, t - 1);
    boolean after =
        s + 1 < al.a.sentences() && t + 1 < al.b.sentences() && al.sameSentence(s + 1, t + 1);
    return before && after;
  }

  /** Sentence numbers by hash, ascending. */
  static Map<Long, int[]> occurrences(Tokens tokens) {
    Map<Long, IntList> lists = new HashMap<>(tokens.sentences() * 2);
    for (int s = 0; s < tokens.sentences(); s++) {
      lists.computeIfAbsent(hash(tokens, s), h -> new IntList()).add(s);
    }
    Map<Long, int[]> map = new HashMap<>(lists.size() * 2);
    lists.forEach((hash, list) -> map.put(hash, list.toArray()));
    return map;
  }

  /** A number equal for equal sentences. The case of the first letter does not count. */
  static long hash(Tokens tokens, int s) {
    long h = 1125899906842597L;
    for (int t = tokens.sentenceStart[s]; t < tokens.sentenceStart[s + 1]; t++) {
      h = (h ^ (tokens.opens(t) ? tokens.loose[t] : tokens.exact[t])) * 0x9E3779B97F4A7C15L;
      h ^= h >>> 29;
    }
    return h;
  }
}
