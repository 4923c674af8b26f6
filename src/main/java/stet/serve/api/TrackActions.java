package stet.serve.api;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.json.Sent;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.watch.TrackedAddress;

/** Has addresses checked, or no longer checked. */
final class TrackActions {
  private static final int MOST_URLS = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private static final int MOST_CHECKED = 50;

  private final Site site;
  private final ServedCollection collection;
  private final Tracking.Wish wish;

  TrackActions(Site site) {
    this.site = site;
    this.collection = site.collection();
    this.wish = site.wish();
  }

  /** Has them checked, due at once. */
  Answer track(Asked asked) throws IOException {
    Sent.Addresses sent = sent(asked);
    Instant now = collection.clock().instant();
    List<TrackedAddress> outcomes = new ArrayList<>();
    outcomes.addAll(Tracking.track(collection.home(), sent.urls(), now, wish));
    outcomes.addAll(Tracking.watch(collection.home(), sent.feeds(), now, wish));
    return Answer.json(StetJson.tracked(outcomes).line());
  }

  /** Ends their checks. */
  Answer untrack(Asked asked) throws IOException {
    Sent.Addresses sent = sent(asked);
    List<TrackedAddress> outcomes = new ArrayList<>();
    outcomes.addAll(Tracking.untrack(collection.home(), sent.urls()));
    outcomes.addAll(Tracking.unwatch(collection.home(), sent.feeds()));
    return Answer.json(StetJson.tracked(outcomes).line());
  }

  /** Checks them out of turn. */
  Answer check(Asked asked) throws IOException {
    Sent.Addresses sent = sent(asked);
    List<String> all = new ArrayList<>(sent.urls());
    all.addAll(sent.feeds());
    if (all.size() > MOST_CHECKED) {
      throw new HttpProblem(400, "There are more than " + MOST_CHECKED + " addresses.");
    }
    return Answer.json(StetJson.checked(site.checkNow(all)).line());
  }

  private static Sent.Addresses sent(Asked asked) throws IOException {
    return JsonContent.read(asked, MOST_BYTES, json -> Sent.addresses(json, MOST_URLS));
  }
}
