package stet.cli.print;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.cli.console.Plain;
import stet.text.time.IsoTime;
import stet.watch.store.Subscription;
import stet.watch.store.WatchedFeed;

/** Lists that are watched, one line each. */
public final class FeedPrinter {
  private FeedPrinter() {}

  /**
   * A list with what the last look at it brought.
   *
   * @param hub the hub that it names; null where it names none
   */
  public static String line(WatchedFeed feed, @Nullable Subscription hub) {
    WatchedFeed.State s = feed.state();
    return Plain.line(feed.uri())
        + "  "
        + s.kind().id()
        + ", "
        + s.outcome().id()
        + ", "
        + Plain.count(s.candidates(), "article")
        + ", next "
        + IsoTime.ofSecond(s.nextAt())
        + (s.detail().isEmpty() ? "" : "; " + Plain.line(s.detail()))
        + (hub == null ? "" : "; " + hub(hub));
  }

  private static String hub(Subscription hub) {
    Subscription.Standing s = hub.standing();
    Instant until = s.leaseUntil();
    return "hub "
        + Plain.line(hub.hub())
        + " "
        + s.state().id()
        + (until == null ? "" : " until " + IsoTime.ofSecond(until))
        + (s.detail().isEmpty() ? "" : " (" + Plain.line(s.detail()) + ")");
  }
}
