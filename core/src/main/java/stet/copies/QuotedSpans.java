package stet.copies;

/**
 * Which stretches of a paragraph stand in quotation marks. What someone said is reported by many
 * and makes no copy.
 */
final class QuotedSpans {
  private final boolean[] quoted;

  private QuotedSpans(boolean[] quoted) {
    this.quoted = quoted;
  }

  /**
   * The quotations of a paragraph. One that is open at its end counts only where it opened the
   * paragraph: speech of several paragraphs closes after the last one.
   */
  static QuotedSpans of(String text) {
    boolean[] quoted = new boolean[text.length()];
    char opened = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (opened == 0) {
        if (opens(c)) {
          opened = c;
          from = i;
        }
      } else if (closes(opened, c)) {
        mark(quoted, from, i);
        opened = 0;
      }
    }
    if (opened != 0 && from <= 1) {
      mark(quoted, from, text.length());
    }
    return new QuotedSpans(quoted);
  }

  private static void mark(boolean[] quoted, int from, int to) {
    for (int i = from; i < to; i++) {
      quoted[i] = true;
    }
  }

  private static boolean opens(char c) {
    return switch (c) {
      case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u300c', '\u300e' -> true;
      default -> false;
    };
  }

  /** German closes with the mark that opens in English; some turn the angles round. */
  private static boolean closes(char opened, char c) {
    return switch (opened) {
      case '\u00ab' -> c == '\u00bb';
      case '\u00bb' -> c == '\u00ab' || c == '\u00bb';
      case '\u300c' -> c == '\u300d';
      case '\u300e' -> c == '\u300f';
      case '\u201e' -> c == '\u201c' || c == '\u201d' || c == '"';
      default -> c == '"' || c == '\u201d';
    };
  }

  boolean at(int offset) {
    return quoted[offset];
  }
}
