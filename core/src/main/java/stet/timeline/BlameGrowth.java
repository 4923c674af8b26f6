package stet.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import stet.diff.Delta;

/**
 * How one stretch of text grew out of another along its deltas.
 *
 * @param old the old words
 * @param deltas from the old text to the new one
 * @param place where it stands
 * @param paragraph number of the first old block from 1; 0 outside the body
 */
record BlameGrowth(List<BlameAtom> old, List<Delta> deltas, LifeLine.Place place, int paragraph) {

  /** Tells what left for good and what only left for another place. */
  void leave(int version, BlameHistory history, Map<Integer, Deque<BlameWord>> moved) {
    BlameAtom.Reader reader = new BlameAtom.Reader(old);
    List<BlameAtom> row = new ArrayList<>();
    boolean[] gone = new boolean[old.size() + 2 * deltas.size()];
    boolean any = false;
    for (Delta delta : deltas) {
      List<BlameAtom> taken = reader.take(delta.before().length());
      if (delta.kind() == Delta.Kind.MOVED_FROM) {
        moved
            .computeIfAbsent(delta.move(), move -> new ArrayDeque<>())
            .addAll(BlameAtom.words(taken));
      }
      for (BlameAtom atom : taken) {
        gone[row.size()] = delta.kind() == Delta.Kind.DELETED;
        any |= gone[row.size()];
        row.add(atom);
      }
    }
    if (any) {
      new BlameLosses(this, row, gone, version).tell(history);
    }
  }

  /** The new words: those that were there before keep their history. */
  List<BlameAtom> grow(int version, Map<Integer, Deque<BlameWord>> moved) {
    List<BlameAtom> grown = new ArrayList<>();
    BlameAtom.Reader reader = new BlameAtom.Reader(old);
    for (Delta delta : deltas) {
      List<BlameAtom> taken = reader.take(delta.before().length());
      switch (delta.kind()) {
        case KEPT -> grown.addAll(taken);
        case RESPELLED ->
            grown.addAll(
                respelled(new ArrayDeque<>(BlameAtom.words(taken)), delta.after(), version));
        case INSERTED -> grown.addAll(BlameAtom.fresh(delta.after(), version));
        case MOVED_TO ->
            grown.addAll(
                respelled(
                    moved.getOrDefault(delta.move(), new ArrayDeque<>()), delta.after(), version));
        default -> {
          // Gone from here: no part of the new text.
        }
      }
    }
    return grown;
  }

  /** The same words in other letters, or elsewhere: one by one, taken off {@code words}. */
  private static List<BlameAtom> respelled(Deque<BlameWord> words, String text, int version) {
    List<BlameAtom> atoms = BlameAtom.fresh(text, version);
    for (int i = 0; i < atoms.size() && !words.isEmpty(); i++) {
      if (atoms.get(i).word() != null) {
        atoms.set(i, new BlameAtom(atoms.get(i).text(), words.remove()));
      }
    }
    return atoms;
  }

  /** Cuts at line feeds, which stand between blocks. */
  static List<List<BlameAtom>> blocks(List<BlameAtom> atoms) {
    List<List<BlameAtom>> blocks = new ArrayList<>();
    List<BlameAtom> open = new ArrayList<>();
    for (BlameAtom atom : atoms) {
      String[] parts = atom.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          blocks.add(open);
          open = new ArrayList<>();
        }
        if (!parts[i].isEmpty()) {
          open.add(parts.length == 1 ? atom : new BlameAtom(parts[i], atom.word()));
        }
      }
    }
    blocks.add(open);
    return blocks;
  }
}
