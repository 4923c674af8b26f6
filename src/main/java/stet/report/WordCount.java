package stet.report;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleVersion;

/** How many words an article has, in any script. */
final class WordCount {
  private static final int LONGEST = 200_000;

  private WordCount() {}

  /**
   * Words of the running text, the headline and the standfirst; what goes past the first 200,000
   * characters is not counted.
   */
  static int of(ArticleVersion version) {
    List<String> texts = new ArrayList<>(List.of(version.headline(), version.dek()));
    version.body().forEach(b -> texts.add(b.text()));
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    int count = 0;
    int room = LONGEST;
    for (String text : texts) {
      String counted = text.length() > room ? text.substring(0, room) : text;
      room -= counted.length();
      words.setText(counted);
      words.first();
      while (words.next() != BreakIterator.DONE) {
        count += words.getRuleStatus() == BreakIterator.WORD_NONE ? 0 : 1;
      }
    }
    return count;
  }
}
