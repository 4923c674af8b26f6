package stet.capture;

import java.time.Instant;
import stet.text.SafeText;

/**
 * One observed exchange: this address, at this time, gave these bytes.
 *
 * @param uri the address asked for: an http(s) URL, or a {@code urn:stet:} name for a saved file
 *     whose address is not known
 * @param at when the bytes were received, UTC
 * @param ordinal the place among captures of one address that carry the same instant, as the source
 *     numbers them; 0 where the source does not number
 * @param mediaType the content type as the source declares it, with its parameters; empty when none
 * @param payload the bytes, in the content coding in which they came (RFC 9110 section 8.4)
 * @param source where the capture came from
 * @param exchange what is known of how the bytes were transferred
 */
public record Capture(
    String uri,
    Instant at,
    int ordinal,
    String mediaType,
    Payload payload,
    CaptureSource source,
    Exchange exchange) {
  /** Begins the name of a page's picture, before the page's address; as Browsertrix names it. */
  public static final String PICTURE = "urn:fullPage:";

  /** Takes user name and password out of the address. */
  public Capture {
    uri = SafeText.withoutUsers(uri);
  }

  /** A capture of which only the bytes are known. */
  public Capture(
      String uri,
      Instant at,
      int ordinal,
      String mediaType,
      Payload payload,
      CaptureSource source) {
    this(uri, at, ordinal, mediaType, payload, source, Exchange.UNRECORDED);
  }

  /** The same under another address and from another source. */
  public Capture as(String otherUri, CaptureSource otherSource) {
    return new Capture(otherUri, at, ordinal, mediaType, payload, otherSource, exchange);
  }

  /**
   * The content codings that the response states, in the order applied; empty when it states none,
   * or no response is known. A response that only confirms earlier bytes states none of theirs.
   */
  public String contentEncoding() {
    return exchange instanceof Exchange.Http http ? http.contentEncoding() : "";
  }
}
