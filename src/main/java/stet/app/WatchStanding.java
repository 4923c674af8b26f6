package stet.app;

import java.time.Instant;
import stet.watch.WatchCounts;
import stet.watch.WatchHealth;
import stet.watch.WatchOverview;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchStore;

/** Where the watch of a collection stands. */
public final class WatchStanding {
  private WatchStanding() {}

  /**
   * Looks at it; changes nothing.
   *
   * @param most so many next checks, hosts and errors at most
   * @throws stet.track.CollectionException when there is no collection
   */
  public static WatchStatus of(CollectionHome home, Instant now, int most) {
    try (WatchStore store = home.watchedForReading()) {
      return new WatchOverview(store).status(now, most);
    }
  }

  /**
   * Whether somebody watches, by the collection's settings.
   *
   * @throws stet.track.CollectionException when there is no collection
   * @throws AppException when the settings are wrong
   */
  public static WatchHealth health(CollectionHome home, Instant now) {
    return counts(home, now).health();
  }

  /** The same with what is watched, in numbers. */
  public static WatchCounts counts(CollectionHome home, Instant now) {
    Settings settings = home.settings();
    try (WatchStore store = home.watchedForReading()) {
      return new WatchOverview(store)
          .counts(now, settings.stale(), settings.fetching().politeness());
    }
  }
}
