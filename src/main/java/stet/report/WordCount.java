package stet.report;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import stet.article.ArticleVersion;
import stet.article.Block;

/** How many words an article has, in any script. */
final class WordCount {
  private static final int LONGEST = 200_000;

  private WordCount() {}

  /** Words of the running text; what goes past the first 200,000 characters is not counted. */
  static int of(ArticleVersion version) {
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    int count = 0;
    int room = LONGEST;
    for (Block block : version.body()) {
      String text = block.text();
      String counted = text.length() > room ? text.substring(0, room) : text;
      room -= counted.length();
      words.setText(counted);
      words.first();
      while (words.next() != BreakIterator.DONE) {
        if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
          count++;
        }
      }
    }
    return count;
  }
}
