package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.SealedContract;
import stet.archive.StoredRecord.DamagedRecord;
import stet.archive.StoredRecord.OtherRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;

class StoredRecordContractTest extends SealedContract<StoredRecord> {
  private static final Capture CAPTURE = Captures.page(1, "The bridge is shut.");
  private static final WarcLocation FIRST = new WarcLocation("stet-20260302-00001.warc.gz", 0, 9);
  private static final WarcLocation SECOND = new WarcLocation("stet-20260302-00001.warc.gz", 9, 7);

  StoredRecordContractTest() {
    super(StoredRecord.class);
  }

  @Override
  protected List<StoredRecord> samples() {
    return List.of(
        new StoredCapture(SECOND, SECOND, CAPTURE),
        new StoredCapture(SECOND, FIRST, CAPTURE),
        new OtherRecord(FIRST, "warcinfo"),
        new DamagedRecord(SECOND, "the checksum of the stored bytes does not match", true));
  }

  @Test
  void aCaptureThatRefersToEarlierBytesIsARevisit() {
    assertThat(samples().stream().map(r -> r instanceof StoredCapture c && c.revisit()))
        .containsExactly(false, true, false, false);
  }
}
