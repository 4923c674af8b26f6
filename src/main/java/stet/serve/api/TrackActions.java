package stet.serve.api;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.json.Sent;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;

/** Has addresses checked, or no longer checked. */
final class TrackActions {
  private static final int MOST_URLS = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final ServedCollection collection;

  TrackActions(Site site) {
    this.collection = site.collection();
  }

  /** Has them checked, due at once. */
  Answer track(Asked asked) throws IOException {
    List<String> urls = urls(asked);
    return Answer.json(
        StetJson.tracked(
                Tracking.track(
                    collection.home(), urls, collection.clock().instant(), Tracking.Wish.FROM_AFAR))
            .line());
  }

  /** Ends their checks. */
  Answer untrack(Asked asked) throws IOException {
    return Answer.json(StetJson.tracked(Tracking.untrack(collection.home(), urls(asked))).line());
  }

  private static List<String> urls(Asked asked) throws IOException {
    String type = asked.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new HttpProblem(415, "What is sent here is application/json.");
    }
    try {
      return Sent.urls(asked.content(MOST_BYTES), MOST_URLS);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, String.valueOf(e.getMessage()));
    }
  }
}
