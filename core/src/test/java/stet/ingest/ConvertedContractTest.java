package stet.ingest;

import java.time.Instant;
import java.util.List;
import stet.SealedContract;
import stet.capture.Capture;
import stet.capture.CaptureSource.WarcRecord;
import stet.capture.Payload;

class ConvertedContractTest extends SealedContract<Converted> {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Capture CAPTURE =
      new Capture(
          "https://courier.example/bridge",
          NOON,
          0,
          "text/html",
          Payload.of(new byte[] {'x'}),
          new WarcRecord("crawl.warc.gz", "urn:uuid:1"));

  ConvertedContractTest() {
    super(Converted.class);
  }

  @Override
  protected List<Converted> samples() {
    return List.of(
        new Converted.Kept(CAPTURE),
        new Converted.Skipped("is a request record"),
        new Converted.Skipped("is not selected by its host", true),
        new Converted.Refers(
            new Revisit(CAPTURE, "sha1:AA", "https://courier.example/bridge", NOON)),
        new Converted.Refers(new Revisit(CAPTURE, "", "", null)));
  }
}
