package stet.diff.word;

/**
 * A text cut into words and marks as the differ cuts it, each with the key under which it is
 * compared and the number of its sentence. White space lies between the tokens.
 */
public final class Words {
  private final TokenSpans spans;
  private final int[] sentences;
  private final Folding folding = new Folding();

  private Words(String text) {
    spans = WordScanner.scan(text, 0, text.length());
    sentences = Sentences.of(spans).ofTokens();
  }

  /** The words and marks of a text whose paragraphs, if it has several, are lines. */
  public static Words of(String text) {
    return new Words(text);
  }

  /** How many tokens there are. */
  public int size() {
    return spans.size;
  }

  /** Where the token begins, in UTF-16 units. */
  public int start(int token) {
    return spans.start[token];
  }

  /** Where the token ends, exclusive. */
  public int end(int token) {
    return spans.end[token];
  }

  /** The number of the token's sentence, from 0. */
  public int sentence(int token) {
    return sentences[token];
  }

  /** How many words a text has in any script, as revisions count them: marks are none. */
  public static int count(String text) {
    return Tokenizer.countWords(text);
  }

  /** Equal for two tokens that differ in nothing but the style of quotes, dashes or encoding. */
  public String key(int token) {
    int length = folding.fold(spans, spans.start[token], spans.end[token]);
    return new String(folding.buffer(), 0, length);
  }

  /** Whether the token has a letter or a digit, and is no mere mark. */
  public boolean isWord(int token) {
    return spans
        .text
        .substring(spans.start[token], spans.end[token])
        .codePoints()
        .anyMatch(Character::isLetterOrDigit);
  }
}
