package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;

class FoundContractTest extends SealedContract<Found> {
  private static final Capture CAPTURE =
      new Capture(
          "https://courier.example/bridge",
          Instant.parse("2026-03-14T12:00:00Z"),
          0,
          "text/html",
          Payload.of(new byte[] {'x'}),
          new SavedFile("bridge.html", TimeBasis.NAME, ""));

  FoundContractTest() {
    super(Found.class);
  }

  @Override
  protected List<Found> samples() {
    return List.of(
        new Found.Page("pages/bridge.html", CAPTURE),
        new Found.Refused("pages/ferry.html", "has no time; state one with --at"));
  }

  @Test
  void eachNamesItsFile() {
    assertThat(samples()).extracting(Found::subject).allMatch(s -> s.startsWith("pages/"));
  }
}
