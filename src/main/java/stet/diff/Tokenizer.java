package stet.diff;

import java.util.Arrays;

/** Scans, cuts into sentences and numbers the words of one text. */
final class Tokenizer {
  private Tokenizer() {}

  /**
   * The tokens of {@code text} between two offsets, both at line boundaries.
   *
   * @param vocabulary shared with the text it will be compared with
   */
  static Tokens tokens(String text, int from, int to, Vocabulary vocabulary) {
    TokenSpans spans = WordScanner.scan(text, from, to);
    Sentences sentences = Sentences.of(spans);
    int n = spans.size;
    int[] exact = new int[n];
    int[] loose = new int[n];
    byte[] weight = new byte[n];
    Folding folding = new Folding();
    for (int t = 0; t < n; t++) {
      int length = folding.fold(text, spans.start[t], spans.end[t]);
      exact[t] = vocabulary.id(folding.buffer(), length);
      loose[t] = vocabulary.loose(exact[t]);
      weight[t] = vocabulary.weight(exact[t]);
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

  static Tokens tokens(String text, Vocabulary vocabulary) {
    return tokens(text, 0, text.length(), vocabulary);
  }

  /** How many words a text has, punctuation not counted. */
  static int countWords(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    return (int) Arrays.stream(spans.start, 0, spans.size).filter(s -> isWordish(text, s)).count();
  }

  private static boolean isWordish(String text, int start) {
    byte c = CharClass.of(text.charAt(start));
    return c == CharClass.WORD
        || c == CharClass.UNSPACED
        || c == CharClass.SURROGATE
        || text.length() > start + 1 && Character.isDigit(text.charAt(start + 1));
  }
}
