package stet.fetch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.capture.ContentCodings;
import stet.capture.Exchange.Failure;
import stet.capture.WebAddress;
import stet.fetch.HostThrottle.Result;

/** What all fetches share. */
record FetchParts(
    FetchOptions options,
    Clock clock,
    HostThrottle throttle,
    RobotsCache robots,
    HttpWire wire,
    Pause pause) {

  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  /** Failures that say nothing about how the host is. */
  private static final Set<Failure> NOT_THE_HOSTS_TROUBLE =
      EnumSet.of(Failure.TOO_LARGE, Failure.ADDRESS_REFUSED);

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Asks once and notes how the host took it.
   *
   * @param known sent as conditions where present
   * @param cookies the Cookie field; empty for none
   */
  Answer get(WebAddress address, Optional<Validators> known, String cookies) throws NoAnswer {
    return get(address, known, cookies, 0);
  }

  /**
   * Asks for a file that belongs to a page, as a part of the visit to that page.
   *
   * @param accept the Accept field
   */
  Answer part(WebAddress address, String accept) throws NoAnswer {
    Map<String, String> fields = fields(address, Optional.empty(), "");
    putSafely(fields, "Accept", accept);
    return wire.get(address, fields);
  }

  /** The beginning of a robots.txt, which may be as long as it likes. */
  Answer getRobots(WebAddress address) throws NoAnswer {
    return get(address, Optional.empty(), "", RobotsCache.MOST_BYTES);
  }

  private Answer get(WebAddress address, Optional<Validators> known, String cookies, int enough)
      throws NoAnswer {
    return noted(address, () -> wire.get(address, fields(address, known, cookies), enough));
  }

  /**
   * Sends a form once, reads the beginning of the answer, and notes how the host took it.
   *
   * @param form encoded
   */
  Answer post(WebAddress address, byte[] form) throws NoAnswer {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Host", address.authority());
    fields.put("User-Agent", options.userAgent());
    fields.put("Accept", "*/*");
    fields.put("Content-Type", "application/x-www-form-urlencoded");
    fields.put("Content-Length", String.valueOf(form.length));
    fields.put("Connection", "keep-alive");
    return noted(address, () -> wire.post(address, fields, form, FormPost.MOST_READ));
  }

  private interface Asking {
    Answer ask() throws NoAnswer;
  }

  private Answer noted(WebAddress address, Asking asking) throws NoAnswer {
    if (!throttle.mayBegin(address.authority())) {
      throw NoAnswer.stopped();
    }
    try {
      Answer answer = asking.ask();
      int status = answer.response().status();
      Instant now = now();
      Instant retry = status >= 400 ? RetryAfter.read(answer.response(), now) : null;
      throttle.record(address.authority(), Fetcher.result(status), retry, now);
      return answer;
    } catch (NoAnswer e) {
      if (e.failure() != Failure.ADDRESS_REFUSED && !e.isStopped()) {
        boolean trouble = !NOT_THE_HOSTS_TROUBLE.contains(e.failure());
        Result result = trouble ? Result.TROUBLE : Result.ANSWERED;
        throttle.record(address.authority(), result, null, now());
      }
      throw e;
    }
  }

  private Map<String, String> fields(
      WebAddress address, Optional<Validators> known, String cookies) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Host", address.authority());
    fields.put("User-Agent", options.userAgent());
    fields.put("Accept", ACCEPT);
    fields.put("Accept-Encoding", ContentCodings.ACCEPTED);
    known.map(Validators::etag).ifPresent(v -> putSafely(fields, "If-None-Match", v));
    known.map(Validators::lastModified).ifPresent(v -> putSafely(fields, "If-Modified-Since", v));
    putSafely(fields, "Cookie", cookies);
    fields.put("Connection", "keep-alive");
    return fields;
  }

  private static void putSafely(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty() && Validators.canBeSent(value)) {
      fields.put(name, value);
    }
  }
}
