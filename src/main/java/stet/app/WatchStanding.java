package stet.app;

import java.time.Instant;
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
}
