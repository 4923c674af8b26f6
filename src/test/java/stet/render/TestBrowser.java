package stet.render;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/** The browser of this machine for tests of what stet makes of it. */
public final class TestBrowser {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** As in a watch, with the patience that tests on a busy machine need. */
  static final RenderOptions OPTIONS =
      RenderOptions.TEXT.with(
          new RenderOptions.Limits(
              150, 24 << 20, Duration.ofSeconds(90), Duration.ofMinutes(4), 16_000));

  private TestBrowser() {}

  /** Finds it, or ends the test with the reason why there is none. */
  public static BrowserProgram find() {
    Optional<BrowserProgram> found = BrowserProgram.here();
    if (found.isEmpty()) {
      String reason = "no chromium; run .ci/browser";
      if (Boolean.getBoolean("stet.browser.required")) {
        fail(reason);
      }
      assumeTrue(false, reason);
    }
    return found.get();
  }

  static Renderer open() {
    return new Renderer(find(), true);
  }

  static Capture page(String uri, String html) {
    return new Capture(
        uri,
        AT,
        0,
        "text/html; charset=utf-8",
        Payload.of(html.getBytes(StandardCharsets.UTF_8)),
        new SavedFile("page.html", TimeBasis.STATED, ""));
  }

  static Capture answer(String uri, int status, String type, String body, String... fields) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\n" + String.join("\r\n", fields);
    Exchange.Http http =
        new Exchange.Http(
            HttpHead.NONE,
            HttpHead.of((head.strip() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)),
            Payload.of(bytes),
            "");
    return new Capture(
        uri, AT, 0, type, Payload.of(bytes), new SavedFile("part", TimeBasis.STATED, ""), http);
  }
}
