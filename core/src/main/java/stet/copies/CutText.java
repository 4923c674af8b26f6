package stet.copies;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import stet.diff.word.SearchWords;

/**
 * A text as rows of words: a hash of each row of {@link #ROW} words, by the word it begins with.
 * Rows go on over the ends of paragraphs, since outlets break paragraphs where they like.
 */
final class CutText {
  /** Weight of a word; a character of a script without spaces weighs half of it. */
  static final int WORD = 2;

  /** Weight of a row: six words or twelve characters. */
  static final int ROW = 6 * WORD;

  /** Words beyond these are not looked at, so that no text takes more than its share of time. */
  static final int MOST_WORDS = 20_000;

  private static final int MOST_LETTERS = MOST_WORDS * 12;

  /** A quotation of fewer words is a name or an ironic word. */
  private static final int SPOKEN = 5 * WORD;

  /** Of the words of a table, this part at least are numbers. */
  private static final double TABLE = 0.3;

  int size;
  long[] hash = new long[256];
  byte[] weight = new byte[256];
  int[] paragraph = new int[256];

  /** Hash of the row that begins at the word; 0 where too few words follow. */
  long[] row;

  /** How many words that row has. */
  byte[] length;

  /** Words that are quoted. */
  final BitSet quoted = new BitSet();

  /** Words that belong to a table. */
  final BitSet tables = new BitSet();

  final int paragraphs;

  private CutText(List<String> texts) {
    int letters = 0;
    int number = 0;
    for (String text : texts) {
      if (size >= MOST_WORDS || letters >= MOST_LETTERS) {
        break;
      }
      String part = text.substring(0, Math.min(text.length(), MOST_LETTERS - letters));
      letters += part.length();
      cut(part, number++);
    }
    paragraphs = number;
    row = new long[size];
    length = new byte[size];
    rows();
  }

  static CutText of(Text text) {
    return new CutText(text.paragraphs());
  }

  private void cut(String text, int number) {
    SearchWords words = SearchWords.of(text);
    List<String> keys = words.words();
    QuotedSpans spans = QuotedSpans.of(text);
    int first = size;
    int numbers = 0;
    for (int i = 0; i < keys.size() && size < MOST_WORDS; i++) {
      String key = keys.get(i);
      quoted.set(size, spans.at(words.start(i)));
      numbers += Character.isDigit(key.charAt(0)) ? 1 : 0;
      add(hash(key), isCharacter(key) ? 1 : WORD, number);
    }
    tables.set(first, size, numbers >= TABLE * (size - first));
    dropShortQuotes(first);
  }

  private static boolean isCharacter(String key) {
    int c = key.codePointAt(0);
    return c >= 0x0e00 && key.length() == Character.charCount(c);
  }

  private void dropShortQuotes(int first) {
    for (int from = quoted.nextSetBit(first); from >= 0; ) {
      int to = Math.min(size, quoted.nextClearBit(from));
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += weight[i];
      }
      if (sum < SPOKEN) {
        quoted.clear(from, to);
      }
      from = quoted.nextSetBit(to);
    }
  }

  private void add(long word, int heavy, int number) {
    if (size == hash.length) {
      hash = Arrays.copyOf(hash, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      paragraph = Arrays.copyOf(paragraph, size * 2);
    }
    hash[size] = word;
    weight[size] = (byte) heavy;
    paragraph[size++] = number;
  }

  private void rows() {
    for (int i = 0; i < size; i++) {
      long sum = 0;
      int heavy = 0;
      int at = i;
      while (at < size && heavy < ROW) {
        sum = mixed(sum * 31 + hash[at]);
        heavy += weight[at++];
      }
      if (heavy >= ROW) {
        row[i] = sum == 0 ? 1 : sum;
        length[i] = (byte) (at - i);
      }
    }
  }

  private static long hash(String key) {
    long h = 0;
    for (int i = 0; i < key.length(); i++) {
      h = h * 0x100000001b3L + key.charAt(i);
    }
    return mixed(h);
  }

  /** The last step of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mixed(long h) {
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  /** The weight of all words but some. */
  int weightWithout(BitSet left) {
    int sum = 0;
    for (int i = left.nextClearBit(0); i < size; i = left.nextClearBit(i + 1)) {
      sum += weight[i];
    }
    return sum;
  }
}
