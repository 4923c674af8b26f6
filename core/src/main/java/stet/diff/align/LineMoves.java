package stet.diff.align;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import stet.diff.word.IntList;
import stet.diff.word.Tokenizer;
import stet.diff.word.Trim;

/**
 * Whole lines that are in both texts, to the letter, and still count as gone and come: the entries
 * of a list, headings, short paragraphs. They are too short for {@link Moves}, where chance would
 * bring about as much; but a line of three words that stands once in either text is the same line.
 */
final class LineMoves {
  /** A line that stands once in either text has moved from so many words on. */
  private static final int LEAST_WORDS = 3;

  /** From so many words on copies are taken in their order. */
  private static final int LEAST_WORDS_OF_COPIES = 5;

  private final Alignment al;
  private final Trim trim;

  /** New places of free lines by their number. */
  private final Map<Integer, Places> came = new HashMap<>();

  /** How often each of these lines stands in the old text, as often as in the new one. */
  private final Map<Integer, Integer> copies = new HashMap<>();

  /** What both texts share at their ends; read when it is asked for. */
  private final Set<String> ends = new HashSet<>();

  /** Places of one line, ascending. */
  private static final class Places {
    final IntList list = new IntList();
    private int taken;

    int firstFree(Alignment al) {
      while (taken < list.size() && al.toA[list.get(taken)] != Alignment.NONE) {
        taken++;
      }
      return taken < list.size() ? list.get(taken) : Alignment.NONE;
    }
  }

  private LineMoves(Alignment al, Trim trim) {
    this.al = al;
    this.trim = trim;
  }

  static void find(Alignment al, Trim trim) {
    LineMoves moves = new LineMoves(al, trim);
    if (moves.survey()) {
      moves.run();
    }
  }

  /** Whether any line is free on both sides. */
  private boolean survey() {
    for (int j = 0; j < al.b.size; j++) {
      if (al.toA[j] == Alignment.NONE && al.b.isLine(j)) {
        came.computeIfAbsent(al.b.exact[j], id -> new Places()).list.add(j);
      }
    }
    boolean any = false;
    for (int i = 0; i < al.a.size && !came.isEmpty(); i++) {
      if (al.a.isLine(i) && came.containsKey(al.a.exact[i])) {
        copies.merge(al.a.exact[i], 1, Integer::sum);
        any |= isFree(i);
      }
    }
    return any;
  }

  private boolean isFree(int i) {
    return al.toB[i] == Alignment.NONE;
  }

  private void run() {
    for (String end : endTexts()) {
      end.lines().forEach(ends::add);
    }
    for (int i = 0; i < al.a.size; i++) {
      Places there = isFree(i) && al.a.isLine(i) ? came.get(al.a.exact[i]) : null;
      int j = there == null ? Alignment.NONE : there.firstFree(al);
      if (j != Alignment.NONE && hasMoved(i)) {
        move(i, j);
      }
    }
  }

  private String[] endTexts() {
    String text = al.a.text;
    return new String[] {
      text.substring(0, trim.prefix()), text.substring(text.length() - trim.suffix())
    };
  }

  private boolean hasMoved(int i) {
    String line = al.a.raw(i);
    boolean once = copies.getOrDefault(al.a.exact[i], 0) == 1 && !ends.contains(line);
    return Tokenizer.countWords(line) >= (once ? LEAST_WORDS : LEAST_WORDS_OF_COPIES);
  }

  /** Links a line, with the equal lines around it however short, under one number. */
  private void move(int i, int j) {
    int back = 0;
    while (isFreePair(i - back - 1, j - back - 1)) {
      back++;
    }
    int first = i - back;
    int there = j - back;
    int length = back + 1;
    while (isFreePair(first + length, there + length)) {
      length++;
    }
    int number = neighbour(first - 1, there - 1);
    number = number == 0 ? neighbour(first + length, there + length) : number;
    number = number == 0 ? al.newMove() : number;
    for (int k = 0; k < length; k++) {
      al.link(first + k, there + k, number);
    }
  }

  private boolean isFreePair(int i, int j) {
    return isInside(i, j)
        && isFree(i)
        && al.toA[j] == Alignment.NONE
        && al.a.isLine(i)
        && al.a.exact[i] == al.b.exact[j];
  }

  /** The number of a move that these lines travelled with; 0 for none. */
  private int neighbour(int i, int j) {
    return isInside(i, j) && al.toB[i] == j ? al.moveA[i] : 0;
  }

  private boolean isInside(int i, int j) {
    return i >= 0 && j >= 0 && i < al.a.size && j < al.b.size;
  }
}
