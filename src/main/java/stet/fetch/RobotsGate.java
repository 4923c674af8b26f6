package stet.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import stet.capture.ContentCodings;
import stet.capture.Exchange.Failure;
import stet.capture.Exchange.Http;
import stet.capture.WebAddress;
import stet.fetch.HostThrottle.Result;
import stet.fetch.RobotsCache.Verdict;

/** Asks for robots.txt files when they are due (RFC 9309 section 2.3). */
final class RobotsGate {
  private static final int MOST_REDIRECTS = 5;

  /** Failures of the host as a whole: the page could not be had either, and nothing is learned. */
  private static final Set<Failure> HOST_IS_AWAY =
      EnumSet.of(Failure.NO_SUCH_HOST, Failure.NO_CONNECTION, Failure.TLS, Failure.ADDRESS_REFUSED);

  private final FetchParts parts;

  RobotsGate(FetchParts parts) {
    this.parts = parts;
  }

  /**
   * Whether an address may be fetched, by a file that is asked for when it is due.
   *
   * @throws NoAnswer when the host is away as a whole, or the fetcher was stopped
   */
  Verdict verdict(WebAddress address) throws NoAnswer {
    String origin = address.origin();
    if (parts.robots().isDue(origin, parts.now())) {
      try {
        ask(address);
      } catch (NoAnswer e) {
        boolean away = e.failure() == Failure.TIMEOUT && !e.isReached();
        if (e.isStopped() || away || HOST_IS_AWAY.contains(e.failure())) {
          throw e;
        }
        parts.robots().unreachable(origin, parts.now());
      }
      parts
          .throttle()
          .crawlDelay(address.authority(), parts.robots().crawlDelay(origin), parts.now());
    }
    return parts.robots().verdict(address, parts.now());
  }

  private void ask(WebAddress page) throws NoAnswer {
    WebAddress next = robotsOf(page);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Answer answer;
      try {
        answer = parts.getRobots(next);
      } catch (NoAnswer e) {
        // Another host that is away says nothing about this one.
        throw redirects == 0 || e.isStopped() ? e : new NoAnswer(Failure.BROKEN_OFF, e.detail());
      }
      Http http = answer.http();
      Optional<String> location = http.location();
      if (location.isEmpty()) {
        note(page.origin(), http, answer);
        return;
      }
      try {
        next = next.resolve(location.get());
      } catch (WebAddress.NotAnAddress e) {
        break;
      }
    }
    // "the crawler MAY assume that the robots.txt file is unavailable", section 2.3.1.2.
    parts.robots().unavailable(page.origin(), parts.now());
  }

  private static WebAddress robotsOf(WebAddress page) {
    return new WebAddress(page.secure(), page.host(), page.port(), "/robots.txt");
  }

  private void note(String origin, Http http, Answer answer) throws NoAnswer {
    Instant now = parts.now();
    int status = http.status();
    if (status / 100 == 2) {
      String type = answer.mediaType();
      parts.robots().found(origin, text(http, answer), type, now);
    } else if (Fetcher.result(status) == Result.ANSWERED) {
      parts.robots().unavailable(origin, now);
    } else {
      parts.robots().unreachable(origin, now);
    }
  }

  private static String text(Http http, Answer answer) throws NoAnswer {
    try {
      byte[] bytes =
          ContentCodings.decode(answer.payload(), http.contentEncoding(), RobotsCache.MOST_BYTES)
              .bytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw NoAnswer.of(e, true, true);
    }
  }
}
