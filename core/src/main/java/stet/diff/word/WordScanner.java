package stet.diff.word;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import stet.text.Digits;
import stet.text.WordCharacters;

/**
 * Finds words as a reader sees them: a number with its separators, currency and per cent sign, a
 * hyphenated word, a contraction and a URL are one token each; any other punctuation mark is a
 * token of its own. Scripts written without spaces are cut by ICU's dictionaries.
 */
public final class WordScanner {
  // ICU's iterators are not thread-safe; cloning one is cheap, building one is not.
  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

  private final String text;
  private final int[] shared;

  /** End of the line being read. */
  private int to;

  private final TokenSpans out;
  private int line;

  private WordScanner(String text, int from, int to, int[] shared) {
    this.text = text;
    this.to = to;
    this.shared = shared;
    this.out = new TokenSpans(text, from, to);
  }

  public static TokenSpans scan(String text, int from, int to) {
    return scan(text, from, to, SharedLines.NONE);
  }

  /** The same, but lines that both texts have are one token each. */
  public static TokenSpans scan(String text, int from, int to, int[] shared) {
    WordScanner scanner = new WordScanner(text, from, to, shared);
    int i = from;
    while (i < to) {
      int feed = text.indexOf('\n', i);
      int end = feed < 0 || feed > to ? to : feed;
      scanner.line(i, end);
      scanner.line++;
      i = end + 1;
    }
    return scanner.out;
  }

  private char at(int offset) {
    return out.at(offset);
  }

  private void line(int from, int end) {
    if (line >= shared.length || shared[line] == SharedLines.NOT_SHARED) {
      to = end;
      words(from);
      return;
    }
    out.whole.set(out.size);
    out.add(from, end, line);
  }

  private void words(int from) {
    int i = from;
    while (i < to) {
      char c = at(i);
      switch (CharClass.of(c)) {
        case CharClass.SPACE, CharClass.INVISIBLE -> i++;
        case CharClass.WORD -> i = word(i, i);
        case CharClass.UNSPACED -> i = unspaced(i);
        case CharClass.SURROGATE -> i = supplementary(i);
        default -> i = punctuation(i, c);
      }
    }
  }

  /** Adds the word whose first word character is at {@code i}. */
  private int word(int first, int i) {
    int end = url(i);
    if (end < 0) {
      end = letters(i);
      while (end + 1 < to && joins(end) && CharClass.of(at(end + 1)) == CharClass.WORD) {
        end = letters(end + 1);
      }
      if (end < to && isUnit(at(end)) && Digits.isDigit(at(end - 1))) {
        end++;
      }
    }
    out.add(first, end, line);
    return end;
  }

  private int letters(int i) {
    int e = i;
    while (e < to) {
      byte c = CharClass.of(at(e));
      if (c == CharClass.SURROGATE && WordCharacters.isWord(text.codePointAt(e)) && !isHan(e)) {
        e += Character.charCount(text.codePointAt(e));
      } else if (c == CharClass.WORD || c == CharClass.INVISIBLE) {
        e++;
      } else {
        break;
      }
    }
    return e;
  }

  /** An en dash joins the ends of a range of numbers, and nothing else. */
  private boolean joins(int i) {
    char c = at(i);
    if (c == '\u2013' || c == '\u2012' || c == '\u2212') {
      return Digits.isDigit(at(i - 1)) && Digits.isDigit(at(i + 1));
    }
    return CharClass.of(c) == CharClass.JOIN;
  }

  /** The end of a URL that starts at {@code i}, or -1. Closing punctuation is not part of it. */
  private int url(int i) {
    if (at(i) != 'h' && at(i) != 'w') {
      return -1;
    }
    boolean starts =
        text.startsWith("http://", i)
            || text.startsWith("https://", i)
            || text.startsWith("www.", i);
    if (!starts) {
      return -1;
    }
    int e = i;
    while (e < to && at(e) > ' ' && at(e) < 0x7f && !isQuote(at(e))) {
      e++;
    }
    while (e > i && ".,:;!?)]}".indexOf(at(e - 1)) >= 0) {
      e--;
    }
    return e;
  }

  private int punctuation(int i, char c) {
    if (isCurrency(c) && i + 1 < to && Digits.isDigit(at(i + 1))) {
      return word(i, i + 1);
    }
    int e = i + 1;
    // A row of dots is one ellipsis; two single quotes are one double quote, as TeX writes it.
    if (c == '.') {
      while (e < to && at(e) == '.') {
        e++;
      }
    } else if ((c == '\'' || c == '`') && e < to && at(e) == c) {
      e++;
    }
    out.add(i, e, line);
    return e;
  }

  private int supplementary(int i) {
    int codePoint = text.codePointAt(i);
    int e = i + Character.charCount(codePoint);
    if (WordCharacters.isWord(codePoint)) {
      if (isHan(i)) {
        out.add(i, e, line);
        return e;
      }
      return word(i, i);
    }
    out.add(i, Math.min(e, to), line);
    return Math.min(e, to);
  }

  private boolean isHan(int i) {
    return Character.isIdeographic(text.codePointAt(i));
  }

  private int unspaced(int i) {
    int e = i;
    while (e < to && CharClass.of(at(e)) == CharClass.UNSPACED) {
      e++;
    }
    BreakIterator words = WORDS.clone();
    words.setText(text.substring(i, e));
    int begin = words.first();
    for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
      out.add(i + begin, i + next, line);
      begin = next;
    }
    return e;
  }

  private static boolean isCurrency(char c) {
    return c == '$' || (c >= 0xa2 && Character.getType(c) == Character.CURRENCY_SYMBOL);
  }

  private static boolean isUnit(char c) {
    return c == '%' || c == '\u2030' || c == '\u00b0' || c == '\u066a';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '<' || c == '>';
  }
}
