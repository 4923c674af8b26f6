package stet.diff.hunk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.align.Alignment;

/** Which blocks belong together, by the words they share. */
final class BlockLinks {
  /** Old blocks {@code a0} to {@code a1} and new blocks {@code b0} to {@code b1}, exclusive. */
  record Group(int a0, int a1, int b0, int b1) {}

  /** A moved block shares at least this part of the shorter one's words with its old self. */
  private static final double MOVED = 0.4;

  private final Alignment al;
  private final Lines a;
  private final Lines b;
  private final List<Group> groups = new ArrayList<>();
  private final int[] movedTo;
  private final int[] movedFrom;
  private final int[] move;

  private BlockLinks(Alignment al, Lines a, Lines b) {
    this.al = al;
    this.a = a;
    this.b = b;
    movedTo = filled(a.count());
    movedFrom = filled(b.count());
    move = new int[a.count()];
  }

  static BlockLinks of(Alignment al, Lines a, Lines b) {
    BlockLinks links = new BlockLinks(al, a, b);
    links.group();
    links.pairMoves();
    return links;
  }

  /** Groups of blocks joined by kept words, in order. */
  List<Group> groups() {
    return groups;
  }

  /** The new block that an old one moved to, or -1. */
  int movedTo(int old) {
    return movedTo[old];
  }

  int movedFrom(int fresh) {
    return movedFrom[fresh];
  }

  /** Number of the move of an old block. */
  int moveOf(int old) {
    return move[old];
  }

  private static int[] filled(int n) {
    int[] array = new int[n];
    Arrays.fill(array, -1);
    return array;
  }

  private void group() {
    int a0 = -1;
    int a1 = -1;
    int b0 = -1;
    int b1 = -1;
    for (int i = 0; i < al.a.size; i++) {
      if (!al.keptA(i)) {
        continue;
      }
      int la = al.a.line[i];
      int lb = al.b.line[al.toB[i]];
      if (a0 >= 0 && (la < a1 || lb < b1)) {
        a1 = la + 1;
        b1 = lb + 1;
      } else {
        if (a0 >= 0) {
          groups.add(new Group(a0, a1, b0, b1));
        }
        a0 = la;
        a1 = la + 1;
        b0 = lb;
        b1 = lb + 1;
      }
    }
    if (a0 >= 0) {
      groups.add(new Group(a0, a1, b0, b1));
    }
  }

  private void pairMoves() {
    boolean[] takenA = new boolean[a.count()];
    boolean[] takenB = new boolean[b.count()];
    for (Group g : groups) {
      Arrays.fill(takenA, g.a0(), g.a1(), true);
      Arrays.fill(takenB, g.b0(), g.b1(), true);
    }
    for (int la = 0; la < a.count(); la++) {
      int lb = takenA[la] ? -1 : heaviestTarget(la);
      if (lb >= 0 && !takenB[lb]) {
        takenB[lb] = true;
        movedTo[la] = lb;
        movedFrom[lb] = la;
        move[la] = al.newMove();
        rename(la, lb);
      }
    }
  }

  /** The new block that most words of an old one moved to, if enough did; or -1. */
  private int heaviestTarget(int la) {
    Map<Integer, Integer> shared = new HashMap<>();
    int all = 0;
    int best = -1;
    int most = 0;
    for (int i = a.firstToken()[la]; i < a.firstToken()[la + 1]; i++) {
      all += al.a.weight[i];
      if (al.toB[i] != Alignment.NONE) {
        int lb = al.b.line[al.toB[i]];
        int sum = shared.merge(lb, al.a.weight[i], Integer::sum);
        if (best < 0 || lb == best || sum > most) {
          best = lb;
          most = sum;
        }
      }
    }
    if (best < 0) {
      return -1;
    }
    int there = 0;
    for (int j = b.firstToken()[best]; j < b.firstToken()[best + 1]; j++) {
      there += al.b.weight[j];
    }
    return most >= MOVED * Math.max(all, there) ? best : -1;
  }

  /** Gives the pairs between two moved blocks the blocks' own move number, crossings left out. */
  private void rename(int la, int lb) {
    int last = -1;
    for (int i = a.firstToken()[la]; i < a.firstToken()[la + 1]; i++) {
      int j = al.toB[i];
      if (j != Alignment.NONE && al.b.line[j] == lb && j > last) {
        al.moveA[i] = move[la];
        last = j;
      }
    }
  }
}
