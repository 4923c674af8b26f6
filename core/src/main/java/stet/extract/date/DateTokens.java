package stet.extract.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into numbers, words and single signs, as the date patterns need them. */
public final class DateTokens {
  /** Characters that end a number in East Asian dates and are words of their own. */
  private static final String UNITS = "年月日時时分秒点點년월일시분초号號";

  private static final int MAX_TOKENS = 4000;

  enum Kind {
    NUMBER,
    WORD,
    SIGN,
    END
  }

  /**
   * @param text the characters in lower case with ASCII digits
   * @param value the number's value, -1 for others and for numbers longer than 18 digits
   */
  public record Token(Kind kind, String text, long value, int start, int end) {
    boolean is(String other) {
      return text.equals(other);
    }

    boolean number(int minLength, int maxLength) {
      return kind == Kind.NUMBER && text.length() >= minLength && text.length() <= maxLength;
    }

    boolean in(String signs) {
      return kind == Kind.SIGN && signs.contains(text);
    }
  }

  private static final Token END = new Token(Kind.END, "", -1, -1, -1);

  private final String source;
  private final List<Token> tokens = new ArrayList<>();

  public DateTokens(String source) {
    this.source = source;
    int at = 0;
    while (at < source.length() && tokens.size() < MAX_TOKENS) {
      int c = source.codePointAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = tokenEnd(at, c);
      tokens.add(token(at, end, c));
      at = end;
    }
  }

  String source() {
    return source;
  }

  public int size() {
    return tokens.size();
  }

  public Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
  }

  /** Whether white space lies between the token and the one before it. */
  boolean spaced(int index) {
    return index > 0 && index < size() && at(index).start() > at(index - 1).end();
  }

  private int tokenEnd(int at, int first) {
    int end = at + Character.charCount(first);
    if (UNITS.indexOf(first) >= 0) {
      return end;
    }
    boolean number = Character.isDigit(first);
    if (!number && !word(first)) {
      return end;
    }
    while (end < source.length()) {
      int c = source.codePointAt(end);
      boolean same = number ? Character.isDigit(c) : word(c) && UNITS.indexOf(c) < 0;
      if (!same) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean word(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u05f3' // Hebrew geresh closes abbreviated months
        || c == '\u0970' // Devanagari abbreviation sign
        || c == '\u200c'; // Persian joins words with it
  }

  private static boolean invisible(int c) {
    return c >= 0x200b && c <= 0x200f && c != 0x200c || c >= 0x202a && c <= 0x202e || c == 0xfeff;
  }

  private Token token(int start, int end, int first) {
    String raw = source.substring(start, end);
    if (Character.isDigit(first)) {
      StringBuilder digits = new StringBuilder(raw.length());
      raw.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
      long value = digits.length() > 18 ? -1 : Long.parseLong(digits.toString());
      return new Token(Kind.NUMBER, digits.toString(), value, start, end);
    }
    Kind kind = word(first) ? Kind.WORD : Kind.SIGN;
    return new Token(kind, raw.toLowerCase(Locale.ROOT), -1, start, end);
  }
}
