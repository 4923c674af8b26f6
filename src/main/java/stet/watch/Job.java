package stet.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOutcome;
import stet.fetch.HeldRoom;
import stet.fetch.HostState;
import stet.fetch.discovery.Discovery;
import stet.watch.store.Known;
import stet.watch.store.TrackedPage;
import stet.watch.store.Trust;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * One check on its way: chosen, fetched, taken in, settled.
 *
 * @param page the page that is checked; null where it is a list
 * @param feed the list that is checked; null where it is a page
 * @param known what was known of its last answer
 * @param inFull whether it is to be brought though it may not have changed
 * @param before how the host was before; null when nothing was known
 */
record Job(
    @Nullable TrackedPage page,
    @Nullable WatchedFeed feed,
    Known known,
    boolean inFull,
    @Nullable HostState before) {

  /**
   * A job that was fetched.
   *
   * @param outcome what came of it; null when the fetcher failed in itself
   * @param discovery what a list holds; null for pages and where no list came
   * @param error what the fetcher failed of; empty otherwise
   * @param room in which its bytes are, given back when they are kept or let go
   */
  record Done(
      Job job,
      @Nullable FetchOutcome outcome,
      @Nullable Discovery discovery,
      long millis,
      String error,
      HeldRoom room) {
    static Done failed(Job job, String error, HeldRoom room) {
      return new Done(job, null, null, 0, error, room);
    }

    CaptureSink.Fetched fetched() {
      return new CaptureSink.Fetched(
          job.uri(), job.feed != null, outcome == null ? List.of() : outcome.captures());
    }

    int status() {
      return outcome instanceof FetchOutcome.Answered a
          ? a.status()
          : outcome instanceof FetchOutcome.NotModified ? 304 : 0;
    }

    /** Whether it may be this machine's network that failed rather than the host. */
    boolean networkFailure() {
      return outcome instanceof FetchOutcome.Failed f
          && !f.reached()
          && switch (f.failure()) {
            case NO_SUCH_HOST, NO_CONNECTION, TIMEOUT -> true;
            default -> false;
          };
    }

    /** Whether a server was there, be it only to say nothing, so that the network is. */
    boolean reached() {
      return answered() || outcome instanceof FetchOutcome.Failed f && f.reached();
    }

    /** Whether a server answered. */
    boolean answered() {
      return outcome instanceof FetchOutcome.Answered
          || outcome instanceof FetchOutcome.NotModified;
    }
  }

  /**
   * Whether a page or list is to be asked for in full, since its server's word is not relied on.
   */
  static boolean inFull(WatchStore store, @Nullable TrackedPage page, Known known, Instant now) {
    if (known.trust().asksInFull(now)) {
      return true;
    }
    return page != null
        && store.hosts().distrusted(page.host(), now.minus(Trust.MEMORY))
            >= Trust.ADDRESSES_OF_A_HOST;
  }

  String uri() {
    return page != null ? page.uri() : feed != null ? feed.uri() : "";
  }

  /** The list that named the page; empty where there is none. */
  String via() {
    return page != null ? page.via() : "";
  }

  String host() {
    return page != null ? page.host() : feed != null ? feed.host() : "";
  }

  /** One name for one row, whichever table it lies in. */
  String key() {
    return (page != null ? "p" + page.id() : feed != null ? "f" + feed.id() : "");
  }
}
