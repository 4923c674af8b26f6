package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.sqlite.OfTables;
import stet.store.VersionTable.Row;

@OfTables("version")
class VersionTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";

  private Row row(long article, int number, Capture capture) {
    long state = state("Bridge " + number);
    long id = shown(article, capture, state);
    return new Row(number, state, id, id, number);
  }

  @Test
  void whatIsWrittenIsRead() {
    long article = article("a");
    Capture first = capture(A, DAWN, "one");
    Row one = row(article, 1, first);
    Row two = row(article, 2, capture(A, DAWN.plusSeconds(1), "two"));
    tables.versions().add(article, two);
    tables.versions().add(article, one);
    assertThat(tables.versions().of(article)).containsExactly(one, two);
    assertThat(tables.versions().begunBy(first)).isEqualTo(1);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.versions().of(99)).isEmpty();
    assertThat(tables.versions().begunBy(capture(A, DAWN, "one"))).isZero();
    tables.versions().removeFrom(99, 1);
  }

  @Test
  void aNumberIsOneRowAndRefersToRowsThatAreThere() {
    long article = article("a");
    Row one = row(article, 1, capture(A, DAWN, "one"));
    tables.versions().add(article, one);
    refused(() -> tables.versions().add(article, one));
    refused(() -> tables.versions().add(99, one));
    refused(() -> tables.versions().add(article, new Row(2, 99, one.first(), one.last(), 1)));
    refused(() -> tables.versions().add(article, new Row(2, one.state(), 99, one.last(), 1)));
    refused(() -> tables.versions().add(article, new Row(2, one.state(), one.first(), 99, 1)));
  }

  @Test
  void whatIsRemovedLeavesNothing() {
    long article = article("a");
    tables.versions().add(article, row(article, 1, capture(A, DAWN, "one")));
    tables.versions().add(article, row(article, 2, capture(A, DAWN.plusSeconds(1), "two")));
    tables.versions().removeFrom(article, 2);
    assertThat(tables.versions().of(article)).extracting(Row::number).containsExactly(1);
    tables.versions().removeFrom(article, 1);
    assertThat(rows("version")).isZero();
  }

  @Test
  void aVersionBegunByACaptureOfAHostileAddressIsFound() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      long article = article("a" + i);
      Capture capture = capture("https://courier.example/" + HOSTILE.get(i), DAWN, "one");
      tables.versions().add(article, row(article, 7, capture));
      assertThat(tables.versions().begunBy(capture)).isEqualTo(7);
    }
  }
}
