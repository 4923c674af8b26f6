package stet.diff;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Finds words as a reader sees them: a number with its separators, currency and per cent sign, a
 * hyphenated word, a contraction and a URL are one token each; any other punctuation mark is a
 * token of its own. Scripts written without spaces are cut by ICU's dictionaries.
 */
final class WordScanner {
  // ICU's iterators are not thread-safe; cloning one is cheap, building one is not.
  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

  private final String text;
  private final int to;
  private final TokenSpans out;
  private int line;

  private WordScanner(String text, int from, int to) {
    this.text = text;
    this.to = to;
    this.out = new TokenSpans(text, from, to);
  }

  static TokenSpans scan(String text, int from, int to) {
    WordScanner scanner = new WordScanner(text, from, to);
    scanner.run(from);
    return scanner.out;
  }

  private void run(int from) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      switch (CharClass.of(c)) {
        case CharClass.SPACE -> {
          line += c == '\n' ? 1 : 0;
          i++;
        }
        case CharClass.INVISIBLE -> i++;
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
      while (end + 1 < to && joins(end) && CharClass.of(text.charAt(end + 1)) == CharClass.WORD) {
        end = letters(end + 1);
      }
      if (end < to && isUnit(text.charAt(end)) && isDigit(text.charAt(end - 1))) {
        end++;
      }
    }
    out.add(first, end, line);
    return end;
  }

  private int letters(int i) {
    int e = i;
    while (e < to) {
      byte c = CharClass.of(text.charAt(e));
      if (c == CharClass.SURROGATE && CharClass.isWord(text.codePointAt(e)) && !isHan(e)) {
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
    char c = text.charAt(i);
    if (c == '\u2013' || c == '\u2012' || c == '\u2212') {
      return isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1));
    }
    return CharClass.of(c) == CharClass.JOIN;
  }

  /** The end of a URL that starts at {@code i}, or -1. Closing punctuation is not part of it. */
  private int url(int i) {
    if (text.charAt(i) != 'h' && text.charAt(i) != 'w') {
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
    while (e < to && text.charAt(e) > ' ' && text.charAt(e) < 0x7f && !isQuote(text.charAt(e))) {
      e++;
    }
    while (e > i && ".,:;!?)]}".indexOf(text.charAt(e - 1)) >= 0) {
      e--;
    }
    return e;
  }

  private int punctuation(int i, char c) {
    if (isCurrency(c) && i + 1 < to && isDigit(text.charAt(i + 1))) {
      return word(i, i + 1);
    }
    int e = i + 1;
    // A row of dots is one ellipsis; two single quotes are one double quote, as TeX writes it.
    if (c == '.') {
      while (e < to && text.charAt(e) == '.') {
        e++;
      }
    } else if ((c == '\'' || c == '`') && e < to && text.charAt(e) == c) {
      e++;
    }
    out.add(i, e, line);
    return e;
  }

  private int supplementary(int i) {
    int codePoint = text.codePointAt(i);
    int e = i + Character.charCount(codePoint);
    if (CharClass.isWord(codePoint)) {
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
    while (e < to && CharClass.of(text.charAt(e)) == CharClass.UNSPACED) {
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

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c > 0x7f && Character.isDigit(c));
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
