package stet.diff.word;

/** Scans, cuts into sentences and numbers the words of one text. */
public final class Tokenizer {
  /** A line without spaces has about one word for so many characters. */
  private static final int LETTERS = 12;

  private Tokenizer() {}

  /**
   * The tokens of {@code text} between two offsets, both at line boundaries.
   *
   * @param shared ids of the lines to take as one token each, from {@link SharedLines}
   * @param vocabulary shared with the text it will be compared with
   */
  public static Tokens tokens(String text, int from, int to, int[] shared, Vocabulary vocabulary) {
    TokenSpans spans = WordScanner.scan(text, from, to, shared);
    Sentences sentences = Sentences.of(spans);
    int n = spans.size;
    int[] exact = new int[n];
    int[] loose = new int[n];
    int[] weight = new int[n];
    Folding folding = new Folding();
    for (int t = 0; t < n; t++) {
      if (spans.whole.get(t)) {
        exact[t] = shared[spans.line[t]];
        loose[t] = exact[t];
        weight[t] = Vocabulary.AVERAGE * words(spans, t);
      } else {
        int length = folding.fold(spans, spans.start[t], spans.end[t]);
        exact[t] = vocabulary.id(folding.buffer(), length);
        loose[t] = vocabulary.loose(exact[t]);
        weight[t] = vocabulary.weight(exact[t]);
      }
    }
    return new Tokens(
        spans,
        exact,
        loose,
        weight,
        sentences.ofTokens(),
        sentences.starts(),
        sentences.continued());
  }

  public static Tokens tokens(String text, Vocabulary vocabulary) {
    return tokens(text, 0, text.length(), SharedLines.NONE, vocabulary);
  }

  /** About how many words a whole line has, at least one. */
  private static int words(TokenSpans spans, int t) {
    int spaces = 0;
    for (int i = spans.start[t]; i < spans.end[t]; i++) {
      spaces += spans.at(i) == ' ' ? 1 : 0;
    }
    return 1 + Math.max(spaces, (spans.end[t] - spans.start[t]) / LETTERS);
  }

  /** How many words a text has, punctuation not counted. */
  public static int countWords(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    int words = 0;
    for (int t = 0; t < spans.size; t++) {
      words += isWord(spans, t) ? 1 : 0;
    }
    return words;
  }

  private static boolean isWord(TokenSpans spans, int t) {
    byte c = CharClass.of(spans.at(spans.start[t]));
    return c == CharClass.WORD
        || c == CharClass.UNSPACED
        || c == CharClass.SURROGATE
        || (spans.end[t] - spans.start[t] > 1 && Character.isDigit(spans.at(spans.start[t] + 1)));
  }
}
