package stet.diff;

import java.util.BitSet;

/**
 * A stretch of text cut into words and marks of punctuation. Arrays run in parallel over tokens;
 * white space is what lies between them.
 */
final class Tokens {
  final String text;

  /** Offset in {@link #text} where the stretch begins, always the start of a line. */
  final int from;

  /** Offset after the stretch. */
  final int to;

  final int size;
  final int[] start;
  final int[] end;

  /** Id of the folded token. */
  final int[] exact;

  /** Id without the case of the first letter. */
  final int[] loose;

  final int[] weight;

  /** Number of the line, from 0 at {@link #from}. */
  final int[] line;

  /** Number of the sentence of each token. */
  final int[] sentence;

  /** First token of each sentence, and {@link #size} at the end. */
  final int[] sentenceStart;

  private final BitSet continued;
  private final BitSet whole;

  Tokens(
      TokenSpans spans,
      int[] exact,
      int[] loose,
      int[] weight,
      int[] sentence,
      int[] sentenceStart,
      BitSet continued) {
    this.text = spans.text;
    this.from = spans.from;
    this.to = spans.to;
    this.size = spans.size;
    this.start = spans.start;
    this.end = spans.end;
    this.line = spans.line;
    this.exact = exact;
    this.loose = loose;
    this.weight = weight;
    this.sentence = sentence;
    this.sentenceStart = sentenceStart;
    this.continued = continued;
    this.whole = spans.whole;
  }

  int sentences() {
    return sentenceStart.length - 1;
  }

  /** Whether the token opens a sentence, where its capital letter says nothing. */
  boolean opens(int token) {
    return !continued.get(sentence[token]) && opensPiece(token);
  }

  private boolean opensPiece(int token) {
    return sentenceStart[sentence[token]] == token
        || (sentenceStart[sentence[token]] == token - 1
            && weight[token - 1] == Vocabulary.PUNCTUATION);
  }

  /** Whether a sentence is a further piece of one that was too long. */
  boolean continues(int s) {
    return continued.get(s);
  }

  /** Whether the token is a whole line that both texts have. */
  boolean isLine(int token) {
    return whole.get(token);
  }

  /** How many words the token stands for: 0 for punctuation, about as many as a line has. */
  int words(int token) {
    return whole.get(token) ? weight[token] / Vocabulary.AVERAGE : isWord(token) ? 1 : 0;
  }

  boolean isWord(int token) {
    return weight[token] != Vocabulary.PUNCTUATION;
  }

  /** Whether two tokens are the same word, spelling aside. */
  static boolean same(Tokens a, int i, Tokens b, int j) {
    return a.exact[i] == b.exact[j] || (a.loose[i] == b.loose[j] && (a.opens(i) || b.opens(j)));
  }

  /** The words of a sentence weighed together. */
  int sentenceWeight(int s) {
    int sum = 0;
    for (int t = sentenceStart[s]; t < sentenceStart[s + 1]; t++) {
      sum += weight[t];
    }
    return sum;
  }

  /** The raw text of a token. */
  String raw(int token) {
    return text.substring(start[token], end[token]);
  }
}
