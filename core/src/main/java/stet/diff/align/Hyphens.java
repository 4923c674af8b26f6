package stet.diff.align;

import stet.diff.word.Tokens;

/**
 * A hyphen that hangs on one word only ("pre- and post-war", "-5") is a part of it: where the
 * hyphen came or went, so did the word. It is no part of the token, because a dash set without
 * spaces looks the same, and is the same as a dash set with them.
 */
final class Hyphens {
  private final Alignment al;

  private Hyphens(Alignment al) {
    this.al = al;
  }

  static void take(Alignment al) {
    Hyphens hyphens = new Hyphens(al);
    for (int i = 0; i < al.a.size; i++) {
      if (al.keptA(i) && (hyphens.lost(i, al.toB[i]) || hyphens.left(i, al.toB[i]))) {
        al.unlink(i);
      }
    }
  }

  /** Whether a kept word lost, or gained, a hyphen. */
  private boolean lost(int i, int j) {
    return (hangs(al.a, i, -1) && !al.keptA(i - 1))
        || (hangs(al.a, i, 1) && !al.keptA(i + 1))
        || (hangs(al.b, j, -1) && !al.keptB(j - 1))
        || (hangs(al.b, j, 1) && !al.keptB(j + 1));
  }

  /** Whether a kept hyphen hangs on a word that became another. */
  private boolean left(int i, int j) {
    return isHyphen(al.a, i) && (left(i, j, -1) || left(i, j, 1));
  }

  private boolean left(int i, int j, int side) {
    return hangs(al.a, i - side, side)
        && hangs(al.b, j - side, side)
        && !al.keptA(i - side)
        && !al.keptB(j - side);
  }

  /** Whether the token on that side of a word is a hyphen that touches this word and no other. */
  private static boolean hangs(Tokens tokens, int word, int side) {
    int t = word + side;
    if (Math.min(t, word) < 0 || Math.max(t, word) >= tokens.size) {
      return false;
    }
    if (!tokens.isWord(word) || !isHyphen(tokens, t)) {
      return false;
    }
    int other = t + side;
    boolean free = other < 0 || other >= tokens.size || !touch(tokens, other, t);
    return free && touch(tokens, word, t);
  }

  private static boolean touch(Tokens tokens, int t, int u) {
    return tokens.end[Math.min(t, u)] == tokens.start[Math.max(t, u)];
  }

  private static boolean isHyphen(Tokens tokens, int t) {
    char c = tokens.text.charAt(tokens.start[t]);
    boolean hyphen = c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2212';
    return hyphen && tokens.end[t] - tokens.start[t] == 1;
  }
}
