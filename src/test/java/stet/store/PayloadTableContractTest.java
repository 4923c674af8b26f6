package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.sqlite.OfTables;

@OfTables("payload")
class PayloadTableContractTest extends StoreContract {
  private static final Digest DIGEST = Digest.of(new byte[] {1});
  private static final WarcLocation ELSEWHERE = new WarcLocation("other.warc.gz", 1, 2);

  @Test
  void whatIsWrittenIsReadAndKeepsItsPlace() {
    tables.payloads().add(DIGEST, 1, "gzip, br", PLACE);
    tables.payloads().add(DIGEST, 1, "", ELSEWHERE);
    assertThat(tables.payloads().find(DIGEST)).contains(PLACE);
    assertThat(tables.payloads().encoding(DIGEST)).isEqualTo("gzip, br");
    assertThat(rows("payload")).isEqualTo(1);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.payloads().find(DIGEST)).isEmpty();
    assertThat(tables.payloads().encoding(DIGEST)).isEmpty();
  }

  @Test
  void itsFileIsOneThatIsKnown() {
    tables.payloads().add(DIGEST, 1, "", PLACE);
    refused(() -> sql.update("DELETE FROM warc_file"));
    refused(() -> sql.update("UPDATE payload SET warc_file_id = 99"));
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      Digest digest = Digest.of(new byte[] {(byte) i});
      WarcLocation place = new WarcLocation(HOSTILE.get(i), i, Long.MAX_VALUE);
      tables.payloads().add(digest, Long.MAX_VALUE, HOSTILE.get(i), place);
      tables.forget();
      assertThat(tables.payloads().encoding(digest)).isEqualTo(stored(HOSTILE.get(i)));
      assertThat(tables.payloads().find(digest))
          .contains(new WarcLocation(stored(HOSTILE.get(i)), i, Long.MAX_VALUE));
    }
  }
}
