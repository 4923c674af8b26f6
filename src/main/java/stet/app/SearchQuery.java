package stet.app;

import java.util.List;
import stet.diff.word.Quotations;
import stet.diff.word.SearchWords;
import stet.track.Search;

/** What a person typed or pasted to be looked for. */
final class SearchQuery {
  private SearchQuery() {}

  /** One row of words; a star at the end lets the last of them be the beginning of a word. */
  static List<Search.Phrase> phrase(String text) {
    boolean prefix = text.endsWith("*");
    return List.of(new Search.Phrase(words(text), prefix));
  }

  /** The parts of a quotation, each of which must be there word by word. */
  static List<Search.Phrase> quotation(String text) {
    List<Search.Phrase> parts =
        Quotations.parts(text).stream().map(words -> new Search.Phrase(words, false)).toList();
    if (parts.isEmpty()) {
      words(text);
    }
    return parts;
  }

  private static List<String> words(String text) {
    List<String> words = SearchWords.of(text).words();
    if (words.isEmpty()) {
      throw AppException.invalid("there is no word in '" + text + "' to look for");
    }
    return words;
  }
}
