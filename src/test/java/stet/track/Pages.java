package stet.track;

import java.time.Instant;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
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
        Payload.of(html.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        new SavedFile("page-" + minutes + ".html", TimeBasis.NAME, ""));
  }
}
