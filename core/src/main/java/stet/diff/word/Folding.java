package stet.diff.word;

import com.ibm.icu.text.Normalizer;
import com.ibm.icu.text.Normalizer2;
import stet.text.PlainPunctuation;

/**
 * The form in which tokens are compared: Unicode NFC, one kind of quotation mark, dash and
 * ellipsis, nothing that is invisible. Case is kept.
 */
final class Folding {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  /** A character that stands for itself under NFC, whatever is around it. */
  private static final byte STABLE = 1;

  /** A combining mark that joins with nothing, but may have to change places with another. */
  private static final byte MARK = 2;

  private static final byte UNSTABLE = 3;

  /** The kind of every character; 0 for not yet asked. */
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  private char[] buffer = new char[64];

  /** Folds a token into the buffer and returns the length. */
  int fold(TokenSpans text, int start, int end) {
    if (buffer.length < (end - start) * 3) {
      buffer = new char[(end - start) * 3];
    }
    int n = 0;
    boolean plain = true;
    byte last = MARK;
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      if (c < 0x80) {
        buffer[n++] = c == '`' ? '\'' : c;
        last = STABLE;
      } else if (c == '\u2026') {
        n = dots(n);
      } else if (CharClass.of(c) != CharClass.INVISIBLE) {
        byte kind = c < 0x300 ? STABLE : kind(c);
        plain &= kind == STABLE || (kind == MARK && last == STABLE);
        last = kind;
        buffer[n++] = PlainPunctuation.of(c);
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

  private static byte kind(char c) {
    if (KINDS[c] == 0) {
      // Threads may race here; all of them write the same.
      KINDS[c] = ask(c);
    }
    return KINDS[c];
  }

  private static byte ask(char c) {
    if (Character.isSurrogate(c) || NFC.quickCheck(String.valueOf(c)) != Normalizer.YES) {
      return UNSTABLE;
    }
    return NFC.getCombiningClass(c) == 0 ? STABLE : MARK;
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
}
