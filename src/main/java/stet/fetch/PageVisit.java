package stet.fetch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.WebAddress;

/**
 * What a page that may be fetched needs beside itself: styles, scripts, pictures, what its scripts
 * ask for. They are part of one visit, as they are a reader's, so that no robots.txt is asked for
 * them and no pause lies between them; the guard of addresses and the bounds of size and time hold.
 * A host that asks to be left alone (status 429 or 503) is, for the rest of the visit. Nothing is
 * sent that a page could choose, but the address and what it accepts. For several threads.
 */
public final class PageVisit {
  private final FetchParts parts;
  private final String page;
  private final Set<String> leftAlone = ConcurrentHashMap.newKeySet();
  private final AtomicInteger asked = new AtomicInteger();

  PageVisit(FetchParts parts, String page) {
    this.parts = parts;
    this.page = page;
  }

  /**
   * Gets one; redirects are not followed.
   *
   * @param uri an http or https address
   * @param accept the Accept field
   * @return the answer, a redirect or an error too; empty where none came or none was asked for
   */
  public Optional<Capture> get(String uri, String accept) {
    try {
      WebAddress address = WebAddress.parse(uri);
      if (leftAlone.contains(address.authority())) {
        return Optional.empty();
      }
      Answer answer = parts.part(address, accept);
      int status = answer.response().status();
      if (status == 429 || status == 503) {
        leftAlone.add(address.authority());
      }
      return Optional.of(capture(address, answer));
    } catch (WebAddress.NotAnAddress | NoAnswer e) {
      return Optional.empty();
    }
  }

  private Capture capture(WebAddress address, Answer answer) {
    Instant at = answer.at().truncatedTo(ChronoUnit.MILLIS);
    return new Capture(
        address.toString(),
        at,
        asked.getAndIncrement(),
        answer.mediaType(),
        answer.payload(),
        new Live(page, Role.PART, page),
        answer.http());
  }
}
