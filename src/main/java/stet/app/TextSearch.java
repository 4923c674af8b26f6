package stet.app;

import java.util.List;
import stet.diff.word.SearchWords;
import stet.track.Collection;
import stet.track.Search;

/**
 * What was found of words or a quotation, in every version of every article.
 *
 * @param query as typed
 * @param matches articles that ever said it
 * @param near other wordings, the most alike first; empty where there are matches
 */
public record TextSearch(String query, List<Search.Match> matches, List<Search.Near> near) {
  private static final int NEAREST = 3;

  /**
   * Looks for words in a row; a star at the end lets the last of them go on.
   *
   * @param article number of the only article to look into; 0 for all
   * @throws AppException when there is no word in the text
   */
  public static TextSearch words(Collection collection, String text, long article) {
    return new TextSearch(
        text, collection.search().find(SearchQuery.phrase(text), article), List.of());
  }

  /**
   * Looks for a quotation, which paragraphs and dots part, and for the nearest wording where it was
   * never there.
   *
   * @param article number of the only article to look into; 0 for all
   * @throws AppException when there is no word in the text
   */
  public static TextSearch quotation(Collection collection, String quote, long article) {
    Search search = collection.search();
    List<Search.Match> matches = search.find(SearchQuery.quotation(quote), article);
    List<Search.Near> near =
        matches.isEmpty()
            ? search.near(SearchWords.of(quote).words(), article, NEAREST)
            : List.of();
    return new TextSearch(quote, matches, near);
  }
}
