package stet.watch;

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

  /**
   * Is told that the cause of a host's failures is said to be mended.
   *
   * @param authority the host, with its port where that is not the usual one
   */
  default void forgiven(String authority) {}
}
