package stet.diff.word;

import java.util.BitSet;

/**
 * A stretch of text cut into words and marks of punctuation. Arrays run in parallel over tokens;
 * white space is what lies between them.
 */
public final class Tokens {
  public final String text;

  /** Offset in {@link #text} where the stretch begins, always the start of a line. */
  public final int from;

  /** Offset after the stretch. */
  public final int to;

  public final int size;
  public final int[] start;
  public final int[] end;

  /** Id of the folded token. */
  public final int[] exact;

  /** Id without the case of the first letter. */
  public final int[] loose;

  public final int[] weight;

  /** Number of the line, from 0 at {@link #from}. */
  public final int[] line;

  /** Number of the sentence of each token. */
  public final int[] sentence;

  /** First token of each sentence, and {@link #size} at the end. */
  public final int[] sentenceStart;

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

  public int sentences() {
    return sentenceStart.length - 1;
  }

  /** Whether the token opens a sentence, where its capital letter says nothing. */
  public boolean opens(int token) {
    return !continued.get(sentence[token]) && opensPiece(token);
  }

  private boolean opensPiece(int token) {
    return sentenceStart[sentence[token]] == token
        || (sentenceStart[sentence[token]] == token - 1
            && weight[token - 1] == Vocabulary.PUNCTUATION);
  }

  /** Whether a sentence is a further piece of one that was too long. */
  public boolean continues(int s) {
    return continued.get(s);
  }

  /** Whether the token is a whole line that both texts have. */
  public boolean isLine(int token) {
    return whole.get(token);
  }

  /** How many words the token stands for: 0 for punctuation, about as many as a line has. */
  public int words(int token) {
    return whole.get(token) ? weight[token] / Vocabulary.AVERAGE : isWord(token) ? 1 : 0;
  }

  public boolean isWord(int token) {
    return weight[token] != Vocabulary.PUNCTUATION;
  }

  /** Whether two tokens are the same word, spelling aside. */
  public static boolean same(Tokens a, int i, Tokens b, int j) {
    return a.exact[i] == b.exact[j] || (a.loose[i] == b.loose[j] && (a.opens(i) || b.opens(j)));
  }

  /** The words of a sentence weighed together. */
  public int sentenceWeight(int s) {
    int sum = 0;
    for (int t = sentenceStart[s]; t < sentenceStart[s + 1]; t++) {
      sum += weight[t];
    }
    return sum;
  }

  /** The raw text of a token. */
  public String raw(int token) {
    return text.substring(start[token], end[token]);
  }
}
