package stet.watch;

import java.util.Optional;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;

/** What fetches one page; {@code stet.fetch.Fetcher::fetch}. Called from several threads. */
@FunctionalInterface
public interface PageFetcher {
  /**
   * Fetches.
   *
   * @throws InterruptedException when the watch is being stopped
   */
  FetchOutcome fetch(FetchRequest request) throws InterruptedException;

  /** Work that is left to do for a page that was fetched; takes seconds. */
  @FunctionalInterface
  interface Showing {
    /**
     * Shows the page in a browser.
     *
     * @return what came of the fetch, with what was shown
     * @throws InterruptedException when the watch is being stopped
     */
    FetchOutcome show() throws InterruptedException;
  }

  /**
   * Whether a browser is to show the page that was fetched.
   *
   * @return empty where what was sent will do
   */
  default Optional<Showing> showing(FetchOutcome fetched) {
    return Optional.empty();
  }

  /**
   * Is told that the cause of a host's failures is said to be mended.
   *
   * @param authority the host, with its port where that is not the usual one
   */
  default void forgiven(String authority) {}
}
