package stet.rows;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import stet.article.Block;

/**
 * Cuts running text into sentences by the rules of Unicode (UAX 29) for its language, with ICU's
 * lists of abbreviations that end none. A block always ends a sentence.
 */
final class SentenceCutter {
  private final BreakIterator breaks;

  /**
   * @param language BCP 47; may be empty
   */
  SentenceCutter(String language) {
    ULocale locale = language.isEmpty() ? ULocale.ENGLISH : ULocale.forLanguageTag(language);
    this.breaks =
        FilteredBreakIteratorBuilder.getInstance(locale)
            .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }

  /**
   * A sentence.
   *
   * @param block which block it is in, from 0
   * @param from where it begins in the block, in UTF-16 units
   * @param to where it ends, white space behind it included
   * @param text without white space at its ends
   */
  record Sentence(int block, int from, int to, String text) {}

  List<Sentence> cut(List<Block> body) {
    List<Sentence> sentences = new ArrayList<>();
    for (int block = 0; block < body.size(); block++) {
      String text = body.get(block).text();
      breaks.setText(text);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        String sentence = text.substring(from, to).strip();
        if (!sentence.isEmpty()) {
          sentences.add(new Sentence(block, from, to, sentence));
        }
        from = to;
      }
    }
    return sentences;
  }
}
