package stet.diff;

import com.ibm.icu.text.Normalizer2;

/**
 * The form in which tokens are compared: Unicode NFC, one kind of quotation mark, dash and
 * ellipsis, nothing that is invisible. Case is kept.
 */
final class Folding {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  /**
   * For every character: 0 not yet asked, 1 stands for itself under NFC, 2 may join the one before
   * it or is written otherwise.
   */
  private static final byte[] PLAIN = new byte[Character.MAX_VALUE + 1];

  private char[] buffer = new char[64];

  /** Folds a token into the buffer and returns the length. */
  int fold(TokenSpans text, int start, int end) {
    if (buffer.length < (end - start) * 3) {
      buffer = new char[(end - start) * 3];
    }
    int n = 0;
    boolean plain = true;
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      if (c < 0x80) {
        buffer[n++] = c == '`' ? '\'' : c;
      } else if (c == '\u2026') {
        n = dots(n);
      } else if (CharClass.of(c) != CharClass.INVISIBLE) {
        plain &= c < 0x300 || isPlain(c);
        buffer[n++] = mark(c);
      }
    }
    if (n == 2 && buffer[0] == '\'' && buffer[1] == '\'') {
      buffer[0] = '"';
      n = 1;
    }
    if (n == 0) {
      buffer[n++] = '\u00ad';
    }
    return plain ? n : normalize(n);
  }

  char[] buffer() {
    return buffer;
  }

  private int dots(int n) {
    buffer[n] = '.';
    buffer[n + 1] = '.';
    buffer[n + 2] = '.';
    return n + 3;
  }

  private static boolean isPlain(char c) {
    if (PLAIN[c] == 0) {
      // Threads may race here; all of them write the same.
      boolean plain =
          !Character.isSurrogate(c)
              && NFC.hasBoundaryBefore(c)
              && NFC.isNormalized(String.valueOf(c));
      PLAIN[c] = (byte) (plain ? 1 : 2);
    }
    return PLAIN[c] == 1;
  }

  private int normalize(int n) {
    String token = new String(buffer, 0, n);
    if (NFC.isNormalized(token)) {
      return n;
    }
    String folded = NFC.normalize(token);
    if (folded.length() > buffer.length) {
      buffer = new char[folded.length() * 3];
    }
    folded.getChars(0, folded.length(), buffer, 0);
    return folded.length();
  }

  private static char mark(char c) {
    return switch (c) {
      case '\u2018',
          '\u2019',
          '\u201a',
          '\u201b',
          '\u02bc',
          '\u00b4',
          '\u2032',
          '\u2039',
          '\u203a' ->
          '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> c;
    };
  }
}
