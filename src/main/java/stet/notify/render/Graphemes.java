package stet.notify.render;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import stet.text.Truncation;

/** Text as services count it that count what a reader sees as one character (UAX 29). */
final class Graphemes {
  private static final BreakIterator ALL = BreakIterator.getCharacterInstance(ULocale.ROOT);

  private Graphemes() {}

  static int count(String text) {
    BreakIterator clusters = clusters(text);
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /** The text, or its beginning with an ellipsis, in at most so many; empty where none fits. */
  static String shortened(String text, int most) {
    if (count(text) <= most) {
      return text;
    }
    if (most < 2) {
      return "";
    }
    BreakIterator clusters = clusters(text);
    int end = 0;
    for (int i = 0; i < most - 1; i++) {
      end = clusters.next();
    }
    return text.substring(0, end).stripTrailing() + Truncation.ELLIPSIS;
  }

  /** ICU's iterators are not thread-safe; cloning one is cheap, building one is not. */
  private static BreakIterator clusters(String text) {
    BreakIterator clusters = ALL.clone();
    clusters.setText(text);
    return clusters;
  }
}
