package stet.ingest;

import java.time.Instant;
import java.util.List;
import stet.SealedContract;
import stet.capture.Capture;
import stet.capture.CaptureSource.WarcRecord;
import stet.capture.Payload;
import stet.ingest.warc.Place;

class ApartContractTest extends SealedContract<Apart> {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Capture CAPTURE =
      new Capture(
          "https://courier.example/bridge",
          NOON,
          0,
          "text/html",
          Payload.of(new byte[] {'x'}),
          new WarcRecord("crawl.warc.gz", "urn:uuid:1"));

  ApartContractTest() {
    super(Apart.class);
  }

  @Override
  protected List<Apart> samples() {
    return List.of(
        new Apart.Page(CAPTURE, new Apart.Where("", new Place(7, 0)), RecordNames.NONE),
        new Apart.Referring(new Revisit(CAPTURE, "sha1:AA", "", null)),
        new Apart.Refused("is damaged at byte 7"));
  }
}
