package stet.track;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/** Captures of small fictional pages. */
final class Pages {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  static final String BRIDGE = "https://portaldercourier.example/bridge";

  private Pages() {}

  static Capture story(String uri, int minutes, String paragraph) {
    return page(
        uri,
        minutes,
        """
        <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
        <h1>Bridge shut after crack found</h1>
        <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
        <p>%s</p>
        <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
        </article></body></html>
        """
            .formatted(paragraph));
  }

  static Capture gone(String uri, int minutes) {
    return page(
        uri,
        minutes,
        "<!doctype html><title>Page not found</title><h1>Page not found</h1>"
            + "<p>If you typed the web address, check it is correct.</p>");
  }

  static Capture page(String uri, int minutes, String html) {
    return new Capture(
        uri,
        DAWN.plusSeconds(60L * minutes),
        0,
        "text/html",
        Payload.of(html.getBytes(UTF_8)),
        new SavedFile("page-" + minutes + ".html", TimeBasis.NAME, ""));
  }

  /** A page of the bridge story that names a canonical address. */
  static String bridge(String paragraph, String canonical) {
    return """
        <!doctype html><html lang="en"><head><title>Bridge shut</title>
        <link rel="canonical" href="%s"></head><body><article>
        <h1>Bridge shut after crack found</h1>
        <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
        <p>%s</p>
        <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
        </article></body></html>
        """
        .formatted(canonical, paragraph);
  }

  /**
   * What a server answered.
   *
   * @param head status and header fields, without the protocol's version
   */
  static Capture answer(String uri, int minute, String head, String body, CaptureSource source) {
    Payload payload = Payload.of(body.getBytes(UTF_8));
    HttpHead response = HttpHead.of(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(ISO_8859_1));
    return new Capture(
        uri,
        DAWN.plusSeconds(60L * minute),
        0,
        "text/html",
        payload,
        source,
        new Exchange.Http(HttpHead.NONE, response, payload, "203.0.113.7"));
  }
}
