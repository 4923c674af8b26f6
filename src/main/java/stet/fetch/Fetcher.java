package stet.fetch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.HostThrottle.Result;

/**
 * Fetches pages from the live web: what robots.txt allows, as often as the throttle allows, from
 * public addresses only, within bounds of size and time, and with every byte that crossed the wire.
 *
 * <p>Blocking, and for any number of threads. Two fetches from one host do not run at once: the
 * second is deferred. Nothing is kept from one fetch to the next but the throttle, robots.txt files
 * and open connections; cookies live as long as one chain of redirects, on the origin that set
 * them.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchParts parts;
  private final RobotsGate gate;

  /** A fetcher that begins knowing nothing, on this machine's name service. */
  public Fetcher(FetchOptions options, Clock clock) {
    this(
        options,
        clock,
        new HostThrottle(options.politeness()),
        new RobotsCache(),
        HostResolver.SYSTEM,
        Pause.SLEEP);
  }

  /**
   * A fetcher with all it depends on.
   *
   * @param throttle shared with whoever plans fetches
   * @param robots the robots.txt files known so far
   */
  public Fetcher(
      FetchOptions options,
      Clock clock,
      HostThrottle throttle,
      RobotsCache robots,
      HostResolver resolver,
      Pause pause) {
    this(options, clock, throttle, robots, resolver, pause, null);
  }

  public Fetcher(
      FetchOptions options,
      Clock clock,
      HostThrottle throttle,
      RobotsCache robots,
      HostResolver resolver,
      Pause pause,
      @Nullable SSLContext tls) {
    AddressGuard guard = new AddressGuard(resolver, options.allowedPrivateHosts());
    HttpWire wire = new HttpWire(options.limits(), clock, guard, tls);
    this.parts = new FetchParts(options, clock, throttle, robots, wire, pause);
    this.gate = new RobotsGate(parts);
  }

  /**
   * Fetches a page and follows its redirects. Never throws for what a server does.
   *
   * @return what came of it, with the captures to archive
   */
  public FetchOutcome fetch(FetchRequest request) {
    HeldRoom room = request.room() == null ? new HeldRoom() : request.room();
    try {
      return parts.wire().within(room, () -> new FetchChain(parts, gate, request).run());
    } finally {
      if (request.room() == null) {
        room.close();
      }
    }
  }

  /** Begins the visit to a page that is rendered, which asks for more than itself. */
  public PageVisit visit(String page) {
    return new PageVisit(parts, page);
  }

  /**
   * Sends a form, such as a hub takes it, once the host may be asked. No robots.txt is asked: it is
   * for what is fetched, and an address that takes forms is named to be sent some. A redirect that
   * says to send the form again (status 307 or 308) is followed, but not from https to http.
   *
   * @param form names and values in order
   */
  public PostOutcome post(String uri, Map<String, String> form) {
    return new FormPost(parts, form).send(uri);
  }

  /**
   * The host of an address as {@link HostThrottle} writes it: name, with the port where that is not
   * the usual one.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public static String authority(String uri) {
    return WebAddress.of(uri).authority();
  }

  /**
   * What the host of an address is for where no request would be made to it; empty where it may be
   * asked. Tells only what is written: names are looked up, and looked at, when they are asked.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public static Optional<String> refused(String uri) {
    return AddressGuard.refusedAsWritten(WebAddress.of(uri).host());
  }

  static boolean allows(Set<String> privateHosts, String uri) {
    WebAddress address = WebAddress.of(uri);
    return AddressGuard.allows(privateHosts, address.host(), address.port());
  }

  /** How a host is, by the status of its answer. */
  static Result result(int status) {
    return status == 429 || status >= 500 ? Result.TROUBLE : Result.ANSWERED;
  }

  /** Closes connections that have been idle for a while; to be called now and then. */
  public void tidy() {
    parts.wire().tidy();
  }

  /**
   * Closes all connections. Fetches under way end as deferred: nothing is said about their pages.
   */
  @Override
  public void close() {
    parts.wire().close();
  }
}
