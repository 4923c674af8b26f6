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
 * @param whole whether all was looked at; there may be other matches otherwise
 */
public record TextSearch(
    String query, List<Search.Match> matches, List<Search.Near> near, boolean whole) {
  /** So many passages are looked at for one of many who ask at a time. */
  public static final int SERVED = 300;

  /** All passages are looked at, however many. */
  public static final int ALL = Integer.MAX_VALUE - 1;

  private static final int NEAREST = 3;

  /**
   * Looks for words in a row; a star at the end lets the last of them go on.
   *
   * @param article number of the only article to look into; 0 for all
   * @param most how many passages are looked at, the newest first
   * @throws AppException when there is no word in the text
   */
  public static TextSearch words(Collection collection, String text, long article, int most) {
    Search.Matches found = collection.search().find(SearchQuery.phrase(text), article, most);
    return new TextSearch(text, found.matches(), List.of(), found.whole());
  }

  /**
   * Looks for a quotation, which paragraphs and dots part, and for the nearest wording where it was
   * never there.
   *
   * @param article number of the only article to look into; 0 for all
   * @param most how many passages are looked at for each part, the newest first
   * @throws AppException when there is no word in the text
   */
  public static TextSearch quotation(Collection collection, String quote, long article, int most) {
    Search search = collection.search();
    Search.Matches found = search.find(SearchQuery.quotation(quote), article, most);
    List<Search.Near> near =
        found.matches().isEmpty() && found.whole()
            ? search.near(SearchWords.of(quote).words(), article, NEAREST)
            : List.of();
    return new TextSearch(quote, found.matches(), near, found.whole());
  }
}
