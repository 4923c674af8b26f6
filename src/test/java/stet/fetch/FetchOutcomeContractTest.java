package stet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.Exchange.Failure;
import stet.capture.Payload;

class FetchOutcomeContractTest extends SealedContract<FetchOutcome> {
  private static final String URI = "https://courier.example/bridge";
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Payload PAGE = Payload.of(new byte[] {'x'});
  private static final List<Capture> CAPTURES =
      List.of(new Capture(URI, NOON, 0, "text/html", PAGE, new Live(URI)));
  private static final Validators KNOWN = new Validators(URI, "\"1\"", "", "text/html", PAGE);

  FetchOutcomeContractTest() {
    super(FetchOutcome.class);
  }

  @Override
  protected List<FetchOutcome> samples() {
    return List.of(
        new FetchOutcome.Answered(CAPTURES, URI, 200, KNOWN, null),
        new FetchOutcome.Answered(CAPTURES, URI, 503, null, NOON),
        new FetchOutcome.NotModified(CAPTURES, URI, KNOWN),
        new FetchOutcome.Failed(CAPTURES, Failure.TIMEOUT, "it said nothing", null, true),
        new FetchOutcome.Disallowed(CAPTURES, URI),
        new FetchOutcome.Deferred(List.of(), "courier.example", NOON));
  }

  /** What a server was told to wait for is told by whoever may know it. */
  @Test
  void whenToAskAgainIsToldWhereItIsKnown() {
    assertThat(samples().stream().map(o -> o.retryAt() != null))
        .containsExactly(false, true, false, false, false, true);
  }
}
