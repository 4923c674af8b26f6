package stet.serve.api;

import java.io.IOException;
import stet.app.TextSearch;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.track.Collection;

/** Words and quotations through every version, removed text included. */
final class SearchData {
  private static final int LONGEST = 2_000;
  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final Site site;

  SearchData(Site site) {
    this.site = site;
  }

  /** What was found. */
  Answer answer(Asked asked) throws IOException {
    String query = asked.query("q");
    if (query.isEmpty() || query.length() > LONGEST) {
      throw new HttpProblem(400, "'q' has the words to look for, in up to 2,000 characters.");
    }
    String as = asked.query("as");
    if (!as.isEmpty() && !as.equals("words") && !as.equals("quotation")) {
      throw new HttpProblem(400, "'as' is 'words' or 'quotation'.");
    }
    return site.answer(asked, "", c -> found(asked, c, query, as.equals("quotation")));
  }

  private static Answer found(Asked asked, Collection collection, String query, boolean quotation) {
    int after = Numerals.after(asked.query("after"));
    int limit = Numerals.limit(asked, USUAL, MOST);
    TextSearch found = TextSearch.served(collection, query, quotation, after, limit);
    int all = found.articles();
    long end = (long) after + limit;
    String next = end < all ? Lists.next(asked, "after", String.valueOf(end)) : null;
    return Lists.linked(
        Answer.json(
            StetJson.found(query, all, found.whole(), found.matches(), found.near(), next).line()),
        next);
  }
}
