package stet.diff;

/** Runs the passes over two texts, in order. */
final class TextDiffer {
  private TextDiffer() {}

  /** Two texts, what they share at both ends set apart, and the words of the middle aligned. */
  record Result(Trim trim, Alignment alignment) {}

  static Result compare(String before, String after) {
    Trim trim = Trim.of(before, after);
    Vocabulary vocabulary = new Vocabulary();
    SharedLines shared = SharedLines.of(before, after, trim, vocabulary);
    Tokens a = tokens(before, trim, shared.before(), vocabulary);
    Tokens b = tokens(after, trim, shared.after(), vocabulary);
    Alignment al = new Alignment(a, b);
    if (a.size > 0 && b.size > 0) {
      align(al, vocabulary);
    }
    return new Result(trim, al);
  }

  private static Tokens tokens(String text, Trim trim, int[] shared, Vocabulary vocabulary) {
    return Tokenizer.tokens(text, trim.prefix(), text.length() - trim.suffix(), shared, vocabulary);
  }

  private static void align(Alignment al, Vocabulary vocabulary) {
    Likeness likeness = new Likeness(al, vocabulary);
    WordAligner words = new WordAligner(al);
    int[] anchors = Anchors.align(al);
    Moves moves = new Moves(al, likeness, words);
    moves.exact();
    new Slots(al, likeness, words).fill(anchors);
    moves.edited();
    Swaps.undo(al, likeness, words);
    Stays.choose(al);
    Tidy.islands(al);
    Hyphens.take(al);
    RunMoves.find(al);
    Slide.edges(al);
  }
}
