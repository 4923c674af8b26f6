package stet.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.HostThrottle;
import stet.fetch.Validators;

/**
 * A made-up web that lives on a clock: pages that are what they are from a time on, hosts that are
 * away for a while, and a cable that can be pulled. Keeps to a throttle as a fetcher does.
 */
final class Newsstand implements PageFetcher {
  static final Politeness MANNERS =
      new Politeness(
          Duration.ofSeconds(2),
          Duration.ofMinutes(2),
          5_000,
          Duration.ofMinutes(1),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofSeconds(10));

  /** An answer. */
  record Answer(int status, String type, String body) {}

  final HostThrottle throttle = new HostThrottle(MANNERS);
  final List<String> asked = new ArrayList<>();
  final List<Instant> askedAt = new ArrayList<>();
  final Set<String> away = new HashSet<>();

  /** Hosts that take connections and then say nothing. */
  final Set<String> silent = new HashSet<>();

  /** What asking an address ends in, instead of an outcome. */
  final Map<String, Throwable> deadly = new HashMap<>();

  boolean conditional;

  /** Hosts whose ETag is the same for all that they ever say. */
  final Set<String> stuck = new HashSet<>();

  final List<FetchRequest> requests = new ArrayList<>();
  private final Map<String, TreeMap<Instant, Answer>> pages = new HashMap<>();
  private final Clock clock;
  private Instant cutFrom = Instant.MAX;
  private Instant cutTo = Instant.MAX;

  Newsstand(Clock clock) {
    this.clock = clock;
  }

  /** From a time on a page answers so. */
  Newsstand page(String uri, String from, int status, String body) {
    String type = body.startsWith("<rss") ? "application/rss+xml" : "text/html";
    pages
        .computeIfAbsent(uri, u -> new TreeMap<>())
        .put(Instant.parse(from), new Answer(status, type, body));
    return this;
  }

  /** No host can be reached between these times. */
  void cut(String from, String to) {
    cutFrom = Instant.parse(from);
    cutTo = Instant.parse(to);
  }

  @Override
  public synchronized FetchOutcome fetch(FetchRequest request) {
    Instant now = clock.instant();
    String host = Fetcher.authority(request.uri());
    if (!throttle.take(host, now)) {
      return new FetchOutcome.Deferred(List.of(), host, throttle.mayAskAt(host, now));
    }
    try {
      Throwable end = deadly.get(request.uri());
      if (end != null) {
        throw Newsstand.<RuntimeException>sneaky(end);
      }
      asked.add(request.uri());
      requests.add(request);
      askedAt.add(now);
      boolean cut = !now.isBefore(cutFrom) && now.isBefore(cutTo);
      boolean mute = silent.contains(host);
      if (cut || mute || away.contains(host)) {
        throttle.record(host, HostThrottle.Result.TROUBLE, null, now);
        var failure = mute ? Exchange.Failure.TIMEOUT : Exchange.Failure.NO_CONNECTION;
        Capture capture = capture(request.uri(), now, "", "", new Exchange.Failed(failure, "cut"));
        return new FetchOutcome.Failed(List.of(capture), failure, "cut", null, mute);
      }
      return answer(request, host, now);
    } finally {
      throttle.release(host);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private FetchOutcome answer(FetchRequest request, String host, Instant now) {
    var page = pages.getOrDefault(request.uri(), new TreeMap<>()).floorEntry(now);
    Answer answer = page == null ? new Answer(404, "text/html", "no such page") : page.getValue();
    boolean trouble = answer.status >= 500;
    throttle.record(
        host, trouble ? HostThrottle.Result.TROUBLE : HostThrottle.Result.ANSWERED, null, now);
    String etag = stuck.contains(host) ? "W/\"1\"" : '"' + Digest.of(answer.body).brief() + '"';
    Validators known = request.known();
    if (conditional && known != null && known.etag().equals(etag)) {
      CaptureSource live = new CaptureSource.Live(request.uri());
      Capture same =
          new Capture(request.uri(), now, 0, answer.type, known.payload(), live, http(304));
      return new FetchOutcome.NotModified(List.of(same), request.uri(), known);
    }
    Capture capture = capture(request.uri(), now, answer.type, answer.body, http(answer.status));
    Validators validators =
        conditional
            ? new Validators(request.uri(), etag, "", answer.type, capture.payload())
            : null;
    return new FetchOutcome.Answered(
        List.of(capture), request.uri(), answer.status, validators, null);
  }

  private static Exchange.Http http(int status) {
    HttpHead head = HttpHead.of(("HTTP/1.1 " + status + " -\r\n\r\n").getBytes(UTF_8));
    return new Exchange.Http(HttpHead.NONE, head, Payload.of(new byte[0]), "");
  }

  private static Capture capture(
      String uri, Instant now, String type, String body, Exchange exchange) {
    Payload payload = Payload.of(body.getBytes(UTF_8));
    return new Capture(uri, now, 0, type, payload, new CaptureSource.Live(uri), exchange);
  }

  synchronized long count(String uri) {
    return asked.stream().filter(uri::equals).count();
  }
}
