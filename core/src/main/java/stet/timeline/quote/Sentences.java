package stet.timeline.quote;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences by the rules of its language (UAX 29). */
final class Sentences {
  private final BreakIterator breaks;

  /**
   * @param language BCP 47; may be empty
   */
  Sentences(String language) {
    ULocale locale = language.isEmpty() ? ULocale.ENGLISH : ULocale.forLanguageTag(language);
    this.breaks =
        FilteredBreakIteratorBuilder.getInstance(locale)
            .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }

  /** A stretch of a text, in UTF-16 units; what it says has no white space at its ends. */
  record Sentence(int from, int to, String text) {}

  List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(new Sentence(from, to, sentence));
      }
      from = to;
    }
    return sentences;
  }
}
