package stet.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.word.Words;

/**
 * A word, a mark, or the white space between two of them.
 *
 * @param word whose it is; null for white space, which goes with what stands before it
 */
record BlameAtom(String text, @Nullable BlameWord word) {
  /** A text whose words all are new in that version. */
  static List<BlameAtom> fresh(String text, int version) {
    Words words = Words.of(text);
    List<BlameAtom> atoms = new ArrayList<>(words.size() * 2);
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      gap(text, end, words.start(i), atoms);
      end = words.end(i);
      atoms.add(new BlameAtom(text.substring(words.start(i), end), new BlameWord(version)));
    }
    gap(text, end, text.length(), atoms);
    return atoms;
  }

  private static void gap(String text, int from, int to, List<BlameAtom> atoms) {
    if (from < to) {
      atoms.add(new BlameAtom(text.substring(from, to), null));
    }
  }

  /** The words and marks of a row, in order. */
  static List<BlameWord> words(List<BlameAtom> atoms) {
    List<BlameWord> words = new ArrayList<>();
    for (BlameAtom atom : atoms) {
      if (atom.word() != null) {
        words.add(atom.word());
      }
    }
    return words;
  }

  /** The text that a row of atoms spells. */
  static String text(List<BlameAtom> atoms) {
    StringBuilder text = new StringBuilder();
    atoms.forEach(a -> text.append(a.text()));
    return text.toString();
  }

  /** Takes atoms off a row, by the length of their text; one that is cut is two afterwards. */
  static final class Reader {
    private final List<BlameAtom> atoms;
    private int next;
    private int within;

    Reader(List<BlameAtom> atoms) {
      this.atoms = atoms;
    }

    List<BlameAtom> take(int length) {
      List<BlameAtom> taken = new ArrayList<>();
      int left = length;
      while (left > 0 && next < atoms.size()) {
        BlameAtom atom = atoms.get(next);
        int end = Math.min(atom.text().length(), within + left);
        boolean whole = within == 0 && end == atom.text().length();
        taken.add(whole ? atom : new BlameAtom(atom.text().substring(within, end), atom.word()));
        left -= end - within;
        within = end;
        if (within == atom.text().length()) {
          next++;
          within = 0;
        }
      }
      return taken;
    }
  }
}
