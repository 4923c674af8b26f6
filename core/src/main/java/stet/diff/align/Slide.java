package stet.diff.align;

import stet.diff.word.Tokens;

/**
 * Moves the edges of one-sided changes, where the words allow several places, to where a reader
 * would put them: whole paragraphs, whole sentences, clauses from their comma.
 */
final class Slide {
  private final Alignment al;

  private Slide(Alignment al) {
    this.al = al;
  }

  static void edges(Alignment al) {
    Slide slide = new Slide(al);
    slide.insertions();
    slide.deletions();
  }

  private void insertions() {
    int j = 0;
    while (j < al.b.size) {
      if (al.toA[j] != Alignment.NONE) {
        j++;
        continue;
      }
      int end = j;
      while (end < al.b.size && al.toA[end] == Alignment.NONE) {
        end++;
      }
      insertion(j, end);
      j = Math.max(end, j + 1);
    }
  }

  private void insertion(int begin, int end) {
    int i0 = begin > 0 && al.keptB(begin - 1) ? al.toA[begin - 1] + 1 : begin == 0 ? 0 : -1;
    int i1 = end < al.b.size && al.keptB(end) ? al.toA[end] : end == al.b.size ? al.a.size : -1;
    if (i0 < 0 || i0 != i1) {
      return;
    }
    int left = 0;
    while (begin - left > 0
        && i0 - left > 0
        && al.keptB(begin - left - 1)
        && al.toA[begin - left - 1] == i0 - left - 1
        && Tokens.same(al.a, i0 - left - 1, al.b, end - left - 1)) {
      left++;
    }
    int right = 0;
    while (end + right < al.b.size
        && i0 + right < al.a.size
        && al.keptB(end + right)
        && al.toA[end + right] == i0 + right
        && Tokens.same(al.a, i0 + right, al.b, begin + right)) {
      right++;
    }
    int shift = best(al.b, begin, end, left, right);
    for (int k = 1; k <= -shift; k++) {
      al.unlink(i0 - k);
      al.link(i0 - k, end - k, 0);
    }
    for (int k = 0; k < shift; k++) {
      al.unlink(i0 + k);
      al.link(i0 + k, begin + k, 0);
    }
  }

  private void deletions() {
    int i = 0;
    while (i < al.a.size) {
      if (al.toB[i] != Alignment.NONE) {
        i++;
        continue;
      }
      int end = i;
      while (end < al.a.size && al.toB[end] == Alignment.NONE) {
        end++;
      }
      deletion(i, end);
      i = Math.max(end, i + 1);
    }
  }

  private void deletion(int begin, int end) {
    int j0 = begin > 0 && al.keptA(begin - 1) ? al.toB[begin - 1] + 1 : begin == 0 ? 0 : -1;
    int j1 = end < al.a.size && al.keptA(end) ? al.toB[end] : end == al.a.size ? al.b.size : -1;
    if (j0 < 0 || j0 != j1) {
      return;
    }
    int left = 0;
    while (begin - left > 0
        && j0 - left > 0
        && al.keptA(begin - left - 1)
        && al.toB[begin - left - 1] == j0 - left - 1
        && Tokens.same(al.a, end - left - 1, al.b, j0 - left - 1)) {
      left++;
    }
    int right = 0;
    while (end + right < al.a.size
        && j0 + right < al.b.size
        && al.keptA(end + right)
        && al.toB[end + right] == j0 + right
        && Tokens.same(al.a, begin + right, al.b, j0 + right)) {
      right++;
    }
    int shift = best(al.a, begin, end, left, right);
    for (int k = 1; k <= -shift; k++) {
      al.unlink(begin - k);
      al.link(end - k, j0 - k, 0);
    }
    for (int k = 0; k < shift; k++) {
      al.unlink(end + k);
      al.link(begin + k, j0 + k, 0);
    }
  }

  /** The shift, from {@code -left} to {@code right}, whose edges read best; the last of equals. */
  private static int best(Tokens tokens, int begin, int end, int left, int right) {
    int best = 0;
    int bestScore = Integer.MIN_VALUE;
    for (int shift = -left; shift <= right; shift++) {
      int score = edge(tokens, begin + shift, true) + edge(tokens, end + shift, false);
      if (score > bestScore || (score == bestScore && Math.abs(shift) < Math.abs(best))) {
        bestScore = score;
        best = shift;
      }
    }
    return best;
  }

  /** How natural it is that a change begins, or ends, before token {@code t}. */
  private static int edge(Tokens tokens, int t, boolean begins) {
    if (t == 0 || t == tokens.size || tokens.line[t] != tokens.line[t - 1]) {
      return 8;
    }
    if (tokens.sentence[t] != tokens.sentence[t - 1]) {
      return 6;
    }
    if (begins ? closes(tokens, t) : opens(tokens, t - 1)) {
      return -3;
    }
    if (!tokens.isWord(t) && !opens(tokens, t)) {
      return 3;
    }
    return tokens.isWord(t - 1) ? 0 : 1;
  }

  private static boolean opens(Tokens tokens, int t) {
    int type = Character.getType(tokens.text.charAt(tokens.start[t]));
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean closes(Tokens tokens, int t) {
    int type = Character.getType(tokens.text.charAt(tokens.start[t]));
    return type == Character.END_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }
}
