package stet.capture;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a capture's bytes came to be known. */
public sealed interface Exchange {
  /** The bytes were saved by other means; what the server said with them is not known. */
  Exchange UNRECORDED = new Unrecorded();

  /** See {@link #UNRECORDED}. */
  record Unrecorded() implements Exchange {}

  /**
   * A server's answer over HTTP/1, redirects and errors too.
   *
   * <p>Where the status is 304 (Not Modified, RFC 9110 section 15.4.5) the capture's payload is the
   * earlier one that the server confirmed, and nothing was transferred.
   *
   * @param request the request as sent; {@link HttpHead#NONE} where it was not recorded
   * @param response the head of the response as received
   * @param transferred the body as received, with its transfer coding; the capture's payload is the
   *     same without the transfer coding, and with its content coding
   * @param address the IP address that answered; empty where it was not recorded
   * @param took from before the connection was made or taken up until the whole answer was there,
   *     in milliseconds; null where it was not measured
   */
  record Http(
      HttpHead request,
      HttpHead response,
      Payload transferred,
      String address,
      @Nullable Duration took)
      implements Exchange {
    /** An exchange whose duration was not measured. */
    public Http(HttpHead request, HttpHead response, Payload transferred, String address) {
      this(request, response, transferred, address, null);
    }

    /** The status code; 0 where the response has none. */
    public int status() {
      return response.status();
    }

    /** The content codings in the order applied, as the response states them; empty when none. */
    public String contentEncoding() {
      return String.join(", ", response.all("Content-Encoding"));
    }

    /** Where a redirect points to, as written; empty where this is none. */
    public Optional<String> location() {
      boolean redirect = status() / 100 == 3 && status() != 304 && status() != 300;
      return redirect ? response.first("Location") : Optional.empty();
    }
  }

  /**
   * No answer came. The capture's payload is empty.
   *
   * @param detail one line for people, without a line break
   */
  record Failed(Failure failure, String detail) implements Exchange {}

  /** Why no answer came. */
  enum Failure {
    /** The host name does not resolve. */
    NO_SUCH_HOST,
    /** No connection could be made. */
    NO_CONNECTION,
    /** The server's certificate or TLS handshake was not acceptable. */
    TLS,
    /** The server did not begin or finish to answer in time. */
    TIMEOUT,
    /** The connection broke, or the answer ended before its stated length. */
    BROKEN_OFF,
    /** The answer is larger than allowed. */
    TOO_LARGE,
    /** What came is no HTTP/1 answer, or redirects without end. */
    NOT_HTTP,
    /** The host's robots.txt asks not to fetch it. */
    ROBOTS_DISALLOWED,
    /** The host's robots.txt could not be fetched, so that nothing may be fetched for a while. */
    ROBOTS_UNREACHABLE,
    /** The name resolves to an address that must not be asked: loopback, private and the like. */
    ADDRESS_REFUSED,
    /** The page was sent, but a browser could not show it. */
    NOT_SHOWN;

    /** The name as stored and shown: lower case, with hyphens. */
    public String id() {
      return EnumId.of(this);
    }

    /**
     * The failure of that {@link #id()}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Failure ofId(String id) {
      return EnumId.read(Failure.class, id);
    }
  }
}
