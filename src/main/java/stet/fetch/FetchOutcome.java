package stet.fetch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.Exchange.Failure;

/** What came of a fetch. */
public sealed interface FetchOutcome {
  /**
   * One capture for each request that was made, redirects first, and at the end one for a request
   * that failed or was not allowed. Each is to be archived.
   */
  List<Capture> captures();

  /**
   * When the server asks to be asked again, UTC: its Retry-After field, capped, or the time at
   * which its robots.txt is asked for again. Null when it says nothing.
   */
  default @Nullable Instant retryAt() {
    return null;
  }

  /**
   * A server answered, with whatever status but 304.
   *
   * @param uri where redirects ended
   * @param status of the last answer
   * @param validators for the next request; null when the answer has none or is no page
   */
  record Answered(
      List<Capture> captures,
      String uri,
      int status,
      @Nullable Validators validators,
      @Nullable Instant retryAt)
      implements FetchOutcome {
    /** The same with what was captured beside. */
    public Answered with(List<Capture> all) {
      return new Answered(List.copyOf(all), uri, status, validators, retryAt);
    }

    /**
     * The same of a page that a browser showed. It has no validators: that what is sent did not
     * change tells nothing of what scripts make of it.
     *
     * @param all those of this, and what else was captured
     */
    public Answered shown(List<Capture> all) {
      return new Answered(List.copyOf(all), uri, status, null, retryAt);
    }
  }

  /**
   * The server confirmed that the page is what it was (status 304).
   *
   * @param uri where redirects ended
   * @param validators for the next request
   */
  record NotModified(List<Capture> captures, String uri, Validators validators)
      implements FetchOutcome {}

  /**
   * No answer, or none that can be kept.
   *
   * @param detail one line for people
   * @param reached whether a server took the connection, or refused it, just now: then the network
   *     is there
   */
  record Failed(
      List<Capture> captures,
      Failure failure,
      String detail,
      @Nullable Instant retryAt,
      boolean reached)
      implements FetchOutcome {}

  /**
   * A robots.txt asks not to fetch the page.
   *
   * @param uri what must not be fetched: the address asked for, or where a redirect led
   */
  record Disallowed(List<Capture> captures, String uri) implements FetchOutcome {}

  /**
   * The host must not be asked yet, or the fetcher was closed meanwhile. Nothing is known about the
   * page, and nothing is to be recorded about it but the redirects that led here, if any.
   *
   * @param authority the host, with its port where that is not the usual one
   * @param until when it may be asked at the earliest
   */
  record Deferred(List<Capture> captures, String authority, Instant until) implements FetchOutcome {
    @Override
    public Instant retryAt() {
      return until;
    }
  }
}
