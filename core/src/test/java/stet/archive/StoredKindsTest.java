package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.CaptureSourceContractTest;
import stet.capture.Exchange;
import stet.capture.ExchangeContractTest;
import stet.capture.Payload;

/** Every kind of source and of exchange is read from a WARC record as it was written. */
class StoredKindsTest {
  @TempDir Path folder;

  private static Capture capture(int number, CaptureSource source, Exchange exchange) {
    Payload payload =
        exchange instanceof Exchange.Failed ? Payload.of(new byte[0]) : ExchangeContractTest.PAGE;
    return new Capture(
        "https://courier.example/" + number,
        Instant.parse("2026-03-14T06:00:00Z").plusSeconds(number),
        number,
        "text/html",
        payload,
        source,
        exchange);
  }

  @Test
  void eachIsReadAsItWasWritten() throws Exception {
    List<Capture> captures = new ArrayList<>();
    for (CaptureSource source : CaptureSourceContractTest.all()) {
      for (Exchange exchange : ExchangeContractTest.all()) {
        captures.add(capture(captures.size(), source, exchange));
      }
    }
    Captures.write(folder, captures.toArray(Capture[]::new));
    List<StoredCapture> read = Captures.captures(folder);
    assertThat(read).hasSameSizeAs(captures);
    for (int i = 0; i < captures.size(); i++) {
      Capture was = captures.get(i);
      Capture is = read.get(i).capture();
      assertThat(is.source()).isEqualTo(was.source());
      assertThat(is.uri() + is.at() + is.ordinal() + is.mediaType())
          .isEqualTo(was.uri() + was.at() + was.ordinal() + was.mediaType());
      assertThat(is.payload().digest()).isEqualTo(was.payload().digest());
      // Of a page that is stored already the earlier bytes stand for those that came again.
      assertThat(told(is.exchange())).isEqualTo(told(was.exchange()));
    }
  }

  private static Object told(Exchange exchange) {
    return exchange instanceof Exchange.Http http
        ? List.of(
            http.request(),
            http.response(),
            http.address(),
            String.valueOf(http.took()),
            http.transferred().digest())
        : exchange;
  }
}
