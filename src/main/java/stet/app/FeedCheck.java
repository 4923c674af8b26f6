package stet.app;

import java.io.IOException;
import java.time.Clock;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryReader;

/** Looks into a list of articles once; keeps and changes nothing. */
public final class FeedCheck {
  private FeedCheck() {}

  /**
   * Asks for the list and reads it.
   *
   * @throws AppException when it could not be had
   * @throws IOException when the answer cannot be read
   */
  public static Discovery look(String url, FetchOptions options, Clock clock) throws IOException {
    try (Fetcher fetcher = new Fetcher(options, clock)) {
      FetchOutcome outcome = fetcher.fetch(FetchRequest.of(url));
      if (outcome instanceof FetchOutcome.Answered answered && answered.status() / 100 == 2) {
        return DiscoveryReader.read(answered);
      }
      throw AppException.failed("cannot read '" + url + "': " + why(outcome));
    }
  }

  /** Why an outcome that is no page's brought none, in a few words. */
  static String why(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Answered answered) {
      return "the server answered with status " + answered.status();
    } else if (outcome instanceof FetchOutcome.Failed failed) {
      return failed.detail();
    } else if (outcome instanceof FetchOutcome.Disallowed) {
      return "its robots.txt asks not to fetch it";
    }
    return "its host must not be asked until " + outcome.retryAt();
  }
}
