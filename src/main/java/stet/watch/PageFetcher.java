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
}
