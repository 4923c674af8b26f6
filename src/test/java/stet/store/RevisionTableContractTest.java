package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.diff.Counts;
import stet.diff.Label;
import stet.sqlite.OfTables;
import stet.store.RevisionTable.Place;
import stet.store.RevisionTable.Row;
import stet.timeline.Window;

@OfTables({"revision", "label"})
class RevisionTableContractTest extends StoreContract {
  private static Row row(int number, Instant at, String text) {
    List<Label> labels = Arrays.stream(Label.Kind.values()).map(k -> new Label(k, text)).toList();
    return new Row(number, new Window(DAWN, at), new Counts(1, 2, 3, 4), text, labels);
  }

  @Test
  void whatIsWrittenIsRead() {
    long article = article("a");
    Row second = row(2, DAWN.plusNanos(1), "{}");
    Row third = row(3, DAWN.plusSeconds(9), "{}");
    tables.revisions().add(article, third);
    tables.revisions().add(article, second);
    assertThat(tables.revisions().of(article)).containsExactly(second, third);
    assertThat(tables.revisions().since("courier.example", DAWN.plusSeconds(1)))
        .containsExactly(new Place(article, 3));
    assertThat(tables.revisions().since("courier.example", DAWN)).hasSize(2);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(tables.revisions().of(99)).isEmpty();
    assertThat(tables.revisions().since("courier.example", DAWN)).isEmpty();
    tables.revisions().removeFrom(99, 1);
  }

  @Test
  void aVersionHasOneRevisionOfAnArticleThatIsThere() {
    long article = article("a");
    tables.revisions().add(article, row(2, DAWN, "{}"));
    refused(() -> tables.revisions().add(article, row(2, DAWN, "{}")));
    refused(() -> tables.revisions().add(99, row(2, DAWN, "{}")));
    refused(() -> sql.update("DELETE FROM revision"));
  }

  @Test
  void whatIsRemovedTakesItsLabelsAlong() {
    long article = article("a");
    long other = article("b");
    tables.revisions().add(article, row(2, DAWN, "{}"));
    tables.revisions().add(article, row(3, DAWN, "{}"));
    tables.revisions().add(other, row(3, DAWN, "{}"));
    tables.revisions().removeFrom(article, 3);
    assertThat(tables.revisions().of(article)).extracting(Row::number).containsExactly(2);
    tables.revisions().removeFrom(article, 2);
    tables.revisions().removeFrom(other, 1);
    assertThat(rows("revision") + rows("label")).isZero();
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      long article = article("a" + i);
      tables.revisions().add(article, row(2, DAWN, HOSTILE.get(i)));
      assertThat(tables.revisions().of(article))
          .containsExactly(row(2, DAWN, stored(HOSTILE.get(i))));
    }
  }
}
