package stet.timeline;

import java.util.ArrayList;
import java.util.List;
import stet.diff.standard.Differs;

/**
 * For every word of a version, the version that brought it: carried through edits and moves, and,
 * for words that had left and came back, the version that first had them. This is how WikiWho
 * (Flöck and Acosta, WWW 2014) credits the words of a wiki page to their authors.
 *
 * @param version number of the version that is read
 * @param headline its headline
 * @param dek its standfirst
 * @param body its blocks, in order
 */
public record Blame(int version, List<Span> headline, List<Span> dek, List<List<Span>> body) {
  public Blame {
    headline = List.copyOf(headline);
    dek = List.copyOf(dek);
    body = List.copyOf(body);
  }

  /**
   * A stretch of text with one history. The stretches of a block, in order, spell its text.
   *
   * @param text with the white space behind it
   * @param since the version that brought it
   * @param back the version in which it was last there again after it had left; 0 where it never
   *     left
   */
  public record Span(String text, int since, int back) {}

  /**
   * Reads the latest version of a timeline, or an earlier one as it was known then.
   *
   * @param version its number, from 1
   */
  public static BlameWalk walk(Timeline timeline, int version) {
    BlameWalk walk = new BlameWalk(timeline.versions().get(0).state());
    Steps steps = new Steps(timeline, Differs.standard());
    for (int number = 2; number <= version; number++) {
      walk.revise(steps.to(number), timeline.versions().get(number - 1).state());
    }
    return walk;
  }

  /** Joins neighbours of one history; white space goes with what stands before it. */
  static List<Span> spans(List<BlameAtom> atoms) {
    List<Span> spans = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    BlameWord open = null;
    for (BlameAtom atom : atoms) {
      BlameWord word = atom.word();
      if (word != null && open != null && !alike(open, word)) {
        spans.add(new Span(text.toString(), open.since, open.back()));
        text.setLength(0);
      }
      open = word == null ? open : word;
      text.append(atom.text());
    }
    if (text.length() > 0) {
      spans.add(new Span(text.toString(), open == null ? 1 : open.since, back(open)));
    }
    return spans;
  }

  private static int back(@org.jspecify.annotations.Nullable BlameWord word) {
    return word == null ? 0 : word.back();
  }

  private static boolean alike(BlameWord a, BlameWord b) {
    return a.since == b.since && a.back() == b.back();
  }
}
