package stet.app.browser;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.capture.Payload;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchOutcome.Answered;
import stet.render.Rendered;

/**
 * What is archived of a page that was sent and given to a browser, in the order of writing: what
 * counts comes last.
 */
record ShownCaptures(Clock clock) {
  /** The page as a browser showed it, which counts, and all that belongs to it. */
  FetchOutcome shown(Answered sent, Rendered shown) {
    List<Capture> all = before(sent);
    all.addAll(beside(sent, shown));
    Payload text = Payload.of(utf8(shown.html()));
    all.add(made(sent, "text/html; charset=utf-8", text, Exchange.UNRECORDED));
    return sent.shown(all);
  }

  /** The page as it was sent, which counts, with its picture and what that was made from. */
  FetchOutcome pictured(Answered sent, Rendered shown) {
    if (shown.picture() == null) {
      return sent;
    }
    List<Capture> all = new ArrayList<>(sent.captures());
    all.addAll(all.size() - 1, beside(sent, shown));
    return sent.with(all);
  }

  private List<Capture> beside(Answered sent, Rendered shown) {
    List<Capture> all = new ArrayList<>(shown.files());
    if (shown.picture() != null) {
      Capture page = page(sent);
      Live source = new Live(page.uri(), Role.PART, page.uri());
      all.add(
          new Capture(
              Capture.PICTURE + page.uri(),
              now(page),
              page.ordinal(),
              "image/webp",
              Payload.of(shown.picture()),
              source));
    }
    return all;
  }

  /**
   * That it was not shown is an observation, too; what was sent is not the page that was tracked.
   */
  FetchOutcome notShown(Answered sent, String why) {
    List<Capture> all = before(sent);
    Exchange failed = new Exchange.Failed(Failure.NOT_SHOWN, why);
    all.add(made(sent, "", Payload.of(new byte[0]), failed));
    return sent.shown(all);
  }

  private static List<Capture> before(Answered sent) {
    List<Capture> all = new ArrayList<>(sent.captures());
    Capture page = all.remove(all.size() - 1);
    all.add(page.as(page.uri(), live(page).as(Role.SENT)));
    return all;
  }

  private Capture made(Answered sent, String type, Payload payload, Exchange exchange) {
    Capture page = page(sent);
    return new Capture(
        page.uri(), now(page), page.ordinal(), type, payload, live(page).as(Role.SHOWN), exchange);
  }

  private Instant now(Capture page) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(page.at()) ? page.at() : now;
  }

  private static Live live(Capture page) {
    return (Live) page.source();
  }

  /** The page is the last that was captured: redirects led to it. */
  private static Capture page(Answered sent) {
    return sent.captures().get(sent.captures().size() - 1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
