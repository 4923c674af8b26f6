package stet.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaptureTest {
  @Test
  void noCaptureKeepsTheUsersOfAddresses() {
    Capture capture =
        new Capture(
            "https://user:pw@paper.example/a",
            Instant.EPOCH,
            0,
            "text/html",
            Payload.of(new byte[0]),
            new CaptureSource.Live(
                "https://user:pw@paper.example/b", CaptureSource.Role.PAGE, "http://u@v.example/"));
    assertThat(capture.toString()).doesNotContain("@paper").doesNotContain("u@");
  }
}
