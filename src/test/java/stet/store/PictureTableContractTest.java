package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.sqlite.OfTables;

@OfTables("picture")
class PictureTableContractTest extends StoreContract {
  private static final Digest PAGE = Digest.of(new byte[] {1});
  private static final Digest OTHER = Digest.of(new byte[] {2});

  @Test
  void aPageKeepsTheFirstPictureThatWasTakenOfIt() {
    tables.pictures().add(PAGE, PLACE);
    tables.pictures().add(PAGE, new WarcLocation("other.warc.gz", 1, 2));
    assertThat(tables.pictures().find(PAGE)).contains(PLACE);
    assertThat(tables.pictures().find(OTHER)).isEmpty();
    assertThat(tables.pictures().all()).isEqualTo(Map.of(PAGE.hex(), PLACE));
  }

  @Test
  void itsFileIsOneThatIsKnown() {
    tables.pictures().add(PAGE, PLACE);
    refused(() -> sql.update("DELETE FROM warc_file"));
    refused(() -> sql.update("UPDATE picture SET warc_file_id = 99"));
  }
}
