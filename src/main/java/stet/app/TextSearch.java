package stet.app;

import java.util.List;
import stet.diff.word.SearchWords;
import stet.track.Collection;
import stet.track.Search;

/**
 * What was found of words or a quotation, in every version of every article.
 *
 * @param query as typed
 * @param articles how many ever said it
 * @param matches those of them that were wanted
 * @param near other wordings, the most alike first; empty where there are matches
 * @param whole whether all was looked at; there may be other matches otherwise
 */
public record TextSearch(
    String query, int articles, List<Search.Match> matches, List<Search.Near> near, boolean whole) {
  /** So many passages are looked at for one of many who ask at a time. */
  private static final int SERVED = 300;

  private static final int NEAREST = 3;

  /**
   * Looks for words or a quotation for one of many who ask at a time.
   *
   * @param from how many articles are passed over
   * @param articles how many are told of
   * @throws AppException when there is no word in the text
   */
  public static TextSearch served(
      Collection collection, String text, boolean quotation, int from, int articles) {
    Search.Wanted wanted = new Search.Wanted(SERVED, from, articles);
    return quotation ? quotation(collection, text, 0, wanted) : words(collection, text, 0, wanted);
  }

  /**
   * Looks for words in a row; a star at the end lets the last of them go on.
   *
   * @param article number of the only article to look into; 0 for all
   * @throws AppException when there is no word in the text
   */
  public static TextSearch words(
      Collection collection, String text, long article, Search.Wanted wanted) {
    Search.Matches found = collection.search().find(SearchQuery.phrase(text), article, wanted);
    return new TextSearch(text, found.articles(), found.matches(), List.of(), found.whole());
  }

  /**
   * Looks for a quotation, which paragraphs and dots part, and for the nearest wording where it was
   * never there.
   *
   * @param article number of the only article to look into; 0 for all
   * @throws AppException when there is no word in the text
   */
  public static TextSearch quotation(
      Collection collection, String quote, long article, Search.Wanted wanted) {
    Search search = collection.search();
    Search.Matches found = search.find(SearchQuery.quotation(quote), article, wanted);
    List<Search.Near> near =
        found.articles() == 0 && found.whole()
            ? search.near(SearchWords.of(quote).words(), article, NEAREST)
            : List.of();
    return new TextSearch(quote, found.articles(), found.matches(), near, found.whole());
  }
}
