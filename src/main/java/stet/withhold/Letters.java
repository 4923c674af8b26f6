package stet.withhold;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The letters and digits of a text in lower case and plain forms, each with where it stands: what
 * two texts have in common that differ only in spaces, punctuation, capitals or accents.
 */
final class Letters {
  private int[] letters = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;

  private Letters() {}

  static Letters of(String text) {
    Letters all = new Letters();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (c < 0x80) {
        if (Character.isLetterOrDigit(c)) {
          all.add(Character.toLowerCase(c), i, end);
        }
      } else {
        all.addForeign(c, i, end);
      }
      i = end;
    }
    return all;
  }

  private void addForeign(int c, int start, int end) {
    String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    plain
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(p -> add(Character.toLowerCase(p), start, end));
  }

  private void add(int letter, int start, int end) {
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    letters[size] = letter;
    starts[size] = start;
    ends[size++] = end;
  }

  int size() {
    return size;
  }

  int letter(int at) {
    return letters[at];
  }

  /** Where in the text the letter of that number begins, in UTF-16 units. */
  int start(int at) {
    return starts[at];
  }

  /** Where in the text the letter of that number ends, in UTF-16 units. */
  int end(int at) {
    return ends[at];
  }

  String text(int from, int to) {
    return new String(letters, from, to - from);
  }

  /** Whether no word goes on across the place before the letter of that number. */
  boolean parts(int at) {
    return at == 0
        || at == size
        || ends[at - 1] < starts[at]
        || withoutSpaces(letters[at - 1])
        || withoutSpaces(letters[at]);
  }

  private static boolean withoutSpaces(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }
}
