package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.sqlite.OfTables;

@OfTables("withheld")
class WithheldTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";
  private static final Erasure BY =
      new Erasure(2, "court-order", Instant.parse("2026-04-02T09:00:00Z"), "", A);

  private final Capture first = capture(A, DAWN, "first");
  private final Digest payload = first.payload().digest();

  @Test
  void whatIsWrittenIsRead() {
    long article = article("a");
    long capture = other(article, first, "not-found", "gone");
    tables.withheld().add(capture, PLACE, payload, BY);
    WithheldTable.Row row = tables.withheld().of(article).get(0);
    assertThat(row.by()).isEqualTo(BY);
    assertThat(row.address()).isEqualTo(A);
    assertThat(row.at()).isEqualTo(DAWN);
    assertThat(row.outcome()).isEqualTo("not-found");
    assertThat(row.payload()).isEqualTo(payload.hex());
    assertThat(row.location()).isEqualTo(PLACE);
    assertThat(tables.withheld().all()).containsExactly(row);
    assertThat(tables.withheld().at(PLACE)).contains(BY);
    assertThat(tables.withheld().taken(payload)).contains(BY);
  }

  @Test
  void aPageThatIsWithheldHadNoOtherOutcome() {
    long capture = other(article("a"), first, "withheld", "court order");
    tables.withheld().add(capture, PLACE, payload, BY);
    assertThat(tables.withheld().all().get(0).outcome()).isEmpty();
  }

  @Test
  void bytesThatOthersHaveAreNotTaken() {
    long article = article("a");
    tables.withheld().add(other(article, first, "withheld", ""), PLACE, payload, BY);
    assertThat(tables.withheld().isShared(payload.hex())).isFalse();
    other(article, capture(A, DAWN.plusSeconds(1), "first"), "not-found", "");
    assertThat(tables.withheld().isShared(payload.hex())).isTrue();
    assertThat(tables.withheld().taken(payload)).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.withheld().all()).isEmpty();
    assertThat(tables.withheld().of(7)).isEmpty();
    assertThat(tables.withheld().taken(payload)).isEmpty();
    assertThat(tables.withheld().at(new WarcLocation(PLACE.file(), 999_999, 5))).isEmpty();
  }

  @Test
  void aCaptureIsWithheldOnceAndHasToBeThere() {
    long capture = other(article("a"), first, "withheld", "");
    refused(() -> tables.withheld().add(99, PLACE, payload, BY));
    tables.withheld().add(capture, PLACE, payload, BY);
    refused(() -> tables.withheld().add(capture, PLACE, payload, BY));
  }
}
