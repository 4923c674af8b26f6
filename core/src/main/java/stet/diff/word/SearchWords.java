package stet.diff.word;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.text.ScriptBlocks;
import stet.text.WordCharacters;

/**
 * A text as a search sees it: runs of letters, digits and marks, and currency and per cent signs;
 * all other punctuation and all white space only part them. Each is folded by Unicode's
 * NFKC_Casefold, so that case, encoding, full-width forms and invisible characters do not count.
 *
 * <p>Scripts without spaces, and Hangul, whose words carry their particles, are cut into single
 * characters: a phrase of them is then any piece of text, and a search never depends on where a
 * dictionary ends a word in its sentence and where in the query alone.
 */
public final class SearchWords {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private final List<String> words = new ArrayList<>();
  private final List<int[]> spans = new ArrayList<>();

  private SearchWords() {}

  /** The words of a text. */
  public static SearchWords of(String text) {
    SearchWords out = new SearchWords();
    out.cut(
        text,
        (start, end) -> {
          String word = text.substring(start, end);
          if (word.chars().allMatch(c -> c < 0x80)) {
            out.keep(word.toLowerCase(Locale.ROOT), start, end);
            return;
          }
          String folded = FOLD.normalize(word);
          // What was one sign may be several when folded: a fraction, a squared word.
          out.cut(folded, (from, to) -> out.keep(folded.substring(from, to), start, end));
        });
    return out;
  }

  /** Takes the next stretch of a text. */
  private interface Taker {
    void take(int start, int end);
  }

  private void cut(String text, Taker taker) {
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isJoined(c)) {
        start = start < 0 ? i : start;
      } else if (!isInvisible(c)) {
        if (start >= 0) {
          taker.take(start, i);
        }
        start = -1;
        if (isAlone(c)) {
          taker.take(i, next);
        }
      }
      i = next;
    }
    if (start >= 0) {
      taker.take(start, text.length());
    }
  }

  private void keep(String word, int start, int end) {
    words.add(word);
    spans.add(new int[] {start, end});
  }

  private static boolean isJoined(int c) {
    return WordCharacters.isWord(c) && !isUnspaced(c);
  }

  private static boolean isAlone(int c) {
    return isUnspaced(c)
        || Character.getType(c) == Character.CURRENCY_SYMBOL
        || c == '%'
        || c == '\u2030'
        || c == '\uff05';
  }

  private static boolean isInvisible(int c) {
    return c <= Character.MAX_VALUE && CharClass.of((char) c) == CharClass.INVISIBLE;
  }

  private static boolean isUnspaced(int c) {
    if (c > Character.MAX_VALUE) {
      return Character.isIdeographic(c);
    } else if (c < 0x80) {
      return false;
    }
    return CharClass.of((char) c) == CharClass.UNSPACED || ScriptBlocks.isHangul(c);
  }

  /** The words, folded, in order. */
  public List<String> words() {
    return List.copyOf(words);
  }

  /** Where a word begins in the text, in UTF-16 units. */
  public int start(int word) {
    return spans.get(word)[0];
  }

  /** Where a word ends, exclusive. */
  public int end(int word) {
    return spans.get(word)[1];
  }

  /**
   * Where these words first stand in a row.
   *
   * @param sought folded words, at least one
   * @param prefix whether the last of them may be the beginning of a longer word
   * @return the number of the first word, -1 where they do not
   */
  public int find(List<String> sought, boolean prefix) {
    for (int at = 0; at + sought.size() <= words.size(); at++) {
      if (standsAt(at, sought, prefix)) {
        return at;
      }
    }
    return -1;
  }

  private boolean standsAt(int at, List<String> sought, boolean prefix) {
    int last = sought.size() - 1;
    for (int k = 0; k <= last; k++) {
      String word = words.get(at + k);
      boolean same = word.equals(sought.get(k));
      if (!same && !(prefix && k == last && word.startsWith(sought.get(k)))) {
        return false;
      }
    }
    return true;
  }
}
