package stet.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.capture.Payload;
import stet.capture.WebAddress;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Deferred;
import stet.fetch.FetchOutcome.Disallowed;
import stet.fetch.FetchOutcome.Failed;
import stet.fetch.FetchOutcome.NotModified;
import stet.fetch.RobotsCache.Verdict;

/** One fetch: the page asked for, and where its redirects lead. */
final class FetchChain {
  private static final Payload NO_BYTES = Payload.of(new byte[0]);
  private static final Pattern NAMES_A_USER =
      Pattern.compile("[A-Za-z]+:[/\\\\]*[^/\\\\?#]*@.*", Pattern.DOTALL);

  private final FetchParts parts;
  private final RobotsGate gate;
  private final FetchRequest request;
  private final List<Capture> captures = new ArrayList<>();
  private final Set<String> held = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final ChainCookies cookies = new ChainCookies();
  private Live source;

  FetchChain(FetchParts parts, RobotsGate gate, FetchRequest request) {
    this.parts = parts;
    this.gate = gate;
    this.request = request;
    this.source = new Live(request.uri(), Role.PAGE, request.via());
  }

  FetchOutcome run() {
    WebAddress address;
    try {
      address = WebAddress.parse(request.uri());
    } catch (WebAddress.NotAnAddress e) {
      return refused(request.uri(), e);
    }
    if (NAMES_A_USER.matcher(request.uri()).matches()) {
      source = new Live(address.toString(), Role.PAGE, request.via());
    }
    try {
      return follow(address);
    } finally {
      held.forEach(parts.throttle()::release);
    }
  }

  private FetchOutcome follow(WebAddress first) {
    WebAddress address = first;
    while (true) {
      FetchOutcome obstacle = obstacle(address);
      if (obstacle != null) {
        return obstacle;
      }
      Optional<Validators> known = knownOf(address);
      Answer answer;
      try {
        answer = parts.get(address, known, cookies.field(address));
      } catch (NoAnswer e) {
        return noAnswer(address, e);
      }
      cookies.take(address, answer.response());
      Optional<String> location = answer.http().location();
      if (location.isEmpty()) {
        return last(address, answer, known);
      }
      add(address, answer, answer.mediaType(), answer.payload());
      long most = parts.options().limits().maxBody();
      if (captures.stream().mapToLong(c -> c.payload().size()).sum() > most) {
        String detail = "its redirects are larger than " + most + " bytes together";
        return failed(address, Failure.TOO_LARGE, detail);
      }
      source = new Live(source.requested(), Role.PAGE, address.toString());
      try {
        address = address.resolve(location.get());
      } catch (WebAddress.NotAnAddress e) {
        return refused(location.get(), e);
      }
    }
  }

  /** Why an address must not be asked now; null when nothing stands in the way. */
  private @Nullable FetchOutcome obstacle(WebAddress address) {
    if (!asked.add(address + "\n" + cookies.field(address))) {
      return failed(address, Failure.NOT_HTTP, "it redirects in a circle");
    }
    int most = parts.options().limits().maxRedirects();
    if (captures.size() > most) {
      return failed(address, Failure.NOT_HTTP, "it redirects more than " + most + " times");
    }
    Instant until = hold(address.authority());
    if (until != null) {
      return new Deferred(List.copyOf(captures), address.authority(), until);
    }
    return robotsObstacle(address);
  }

  private @Nullable FetchOutcome robotsObstacle(WebAddress address) {
    Verdict verdict;
    try {
      verdict = gate.verdict(address);
    } catch (NoAnswer e) {
      return noAnswer(address, e);
    }
    switch (verdict) {
      case ALLOWED:
        return null;
      case DISALLOWED:
        add(address, Failure.ROBOTS_DISALLOWED, "robots.txt asks not to fetch it");
        return new Disallowed(List.copyOf(captures), address.toString());
      default:
        Instant due = parts.robots().dueAt(address.origin(), parts.now());
        String detail = "robots.txt could not be fetched, so nothing may be fetched for a while";
        return failed(address, Failure.ROBOTS_UNREACHABLE, detail, due, false);
    }
  }

  /**
   * Takes a host for the rest of the chain. A redirect within a host is part of one visit and does
   * not wait; one to another host may wait a little.
   *
   * @return null when the host is held, otherwise when it may be asked
   */
  private @Nullable Instant hold(String authority) {
    if (held.contains(authority)) {
      return null;
    }
    Instant patience = parts.now().plus(parts.options().politeness().longestPause());
    while (!parts.throttle().take(authority, parts.now())) {
      Instant now = parts.now();
      Instant until = parts.throttle().mayAskAt(authority, now);
      if (captures.isEmpty() || until.isAfter(patience) || !paused(now, until)) {
        return until;
      }
    }
    held.add(authority);
    return null;
  }

  private boolean paused(Instant now, Instant until) {
    try {
      Duration time = Duration.between(now, until);
      parts.pause().of(time.isZero() ? Duration.ofMillis(1) : time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Validators> knownOf(WebAddress address) {
    return Optional.ofNullable(request.known()).filter(k -> k.uri().equals(address.toString()));
  }

  private FetchOutcome last(WebAddress address, Answer answer, Optional<Validators> known) {
    int status = answer.response().status();
    if (status == 304 && known.isEmpty()) {
      return failed(address, Failure.NOT_HTTP, "status 304 to an unconditional request");
    }
    if (status == 304) {
      add(address, answer, known.get().mediaType(), known.get().payload());
      Validators confirmed = known.get().confirmedBy(answer.response());
      return new NotModified(List.copyOf(captures), address.toString(), confirmed);
    }
    if (isBomb(answer)) {
      int most = parts.options().limits().maxDecoded();
      return failed(address, Failure.TOO_LARGE, "it decodes to more than " + most);
    }
    add(address, answer, answer.mediaType(), answer.payload());
    Instant retry = status >= 400 ? RetryAfter.read(answer.response(), parts.now()) : null;
    Validators validators =
        status == 200
            ? Validators.of(address.toString(), answer.response(), answer.payload())
            : null;
    return new Answered(
        List.copyOf(captures), address.toString(), status, validators, capped(retry));
  }

  private @Nullable Instant capped(@Nullable Instant retry) {
    Instant latest = parts.now().plus(parts.options().politeness().maxRetryAfter());
    return retry == null || retry.isBefore(latest) ? retry : latest;
  }

  /** Deflate makes bytes at most 1,032 times fewer; of the others anything is possible. */
  private boolean isBomb(Answer answer) {
    String codings = answer.http().contentEncoding();
    int most = parts.options().limits().maxDecoded();
    boolean deflated = codings.matches("(?i)(x-)?gzip|deflate");
    if (codings.isEmpty() || deflated && answer.payload().size() * 1032 < most) {
      return false;
    }
    try {
      return ContentCodings.isLarger(answer.payload(), codings, most);
    } catch (IOException e) {
      return false;
    }
  }

  private void add(WebAddress address, Answer answer, String mediaType, Payload payload) {
    Instant at = answer.at().truncatedTo(ChronoUnit.MILLIS);
    add(address.toString(), at, mediaType, payload, answer.http());
  }

  private void add(WebAddress address, Failure failure, String detail) {
    Exchange.Failed failed = new Exchange.Failed(failure, detail);
    add(address.toString(), parts.now(), "", NO_BYTES, failed);
  }

  private void add(String uri, Instant at, String mediaType, Payload payload, Exchange exchange) {
    long same = captures.stream().filter(c -> c.uri().equals(uri) && c.at().equals(at)).count();
    captures.add(new Capture(uri, at, (int) same, mediaType, payload, source, exchange));
  }

  /** What we broke off ourselves is no observation. */
  private FetchOutcome noAnswer(WebAddress address, NoAnswer e) {
    return e.isStopped()
        ? new Deferred(List.copyOf(captures), address.authority(), parts.now())
        : failed(address, e.failure(), e.detail(), null, e.isReached());
  }

  /** For what a server said that was there. */
  private Failed failed(WebAddress address, Failure failure, String detail) {
    return failed(address, failure, detail, null, true);
  }

  private Failed failed(
      WebAddress address,
      Failure failure,
      String detail,
      @Nullable Instant retryAt,
      boolean reached) {
    add(address, failure, detail);
    return new Failed(List.copyOf(captures), failure, detail, retryAt, reached);
  }

  /** For what cannot even be an address of a capture. */
  private Failed refused(String written, WebAddress.NotAnAddress why) {
    String brief = written.length() <= 100 ? written : written.substring(0, 100) + "...";
    String shown = brief.replaceAll("[^\\x20-\\x7e]", "?").replaceAll("//[^/]*@", "//");
    String detail = "'" + shown + "' cannot be asked: " + why.getMessage();
    return new Failed(List.copyOf(captures), Failure.ADDRESS_REFUSED, detail, null, false);
  }
}
