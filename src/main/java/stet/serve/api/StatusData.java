package stet.serve.api;

import stet.app.ServedCollection;
import stet.app.WatchStanding;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.page.Site;

/** Where the watch stands. Changes with the clock, so that no copy of it stays good. */
final class StatusData {
  private static final int USUAL = 10;
  private static final int MOST = 1_000;

  private final ServedCollection collection;

  StatusData(Site site) {
    this.collection = site.collection();
  }

  /** What {@code stet status} says. */
  Answer answer(Asked asked) {
    int most = Numerals.limit(asked, USUAL, MOST);
    return Answer.json(
        StetJson.status(WatchStanding.of(collection.home(), collection.clock().instant(), most))
            .line());
  }
}
