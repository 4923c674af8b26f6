package stet.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.sqlite.Migrations;
import stet.sqlite.OfTables;
import stet.sqlite.TableContract;

@OfTables("annotation")
class AnnotationTableContractTest extends TableContract {
  @Override
  protected Migrations migrations() {
    return NoteStore.MIGRATIONS;
  }

  private AnnotationTable table() {
    return new AnnotationTable(sql);
  }

  @Test
  void whatIsWrittenIsRead() {
    List<Annotation> all = List.of(Said.of(1, "softened", "Why?"), Said.of(2, "", "Two\nlines"));
    all.forEach(table()::save);
    assertThat(table().all()).isEqualTo(all);
    assertThat(table().find(all.get(1).id())).contains(all.get(1));
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().all()).isEmpty();
    assertThat(table().find(Said.of(1, "x", "").id())).isEmpty();
    assertThat(table().remove(Said.of(1, "x", "").id())).isFalse();
  }

  @Test
  void oneIsThereOnceAndNothingOfItStaysWhenItIsRemoved() {
    Annotation first = Said.of(1, "softened", "");
    Annotation later = Said.later(first, new Remark("typo", false, "", ""), 5);
    table().save(first);
    table().save(later);
    assertThat(table().all()).containsExactly(later);
    assertThat(table().remove(first.id())).isTrue();
    assertThat(rows("annotation")).isZero();
  }

  @Test
  void theyStandInTheOrderOfTime() {
    Annotation half = Said.later(Said.of(3, "a", ""), new Remark("a", false, "", ""), 0);
    Annotation before =
        new Annotation(
            Said.of(9, "b", "").id(),
            half.subject(),
            half.remark(),
            half.createdAt().minusMillis(1),
            half.createdAt());
    table().save(half);
    table().save(before);
    assertThat(table().all()).containsExactly(before, half);
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      String some = text.length() > 2_000 ? text.substring(0, 2_000) : text;
      Annotation one =
          new Annotation(
              Said.of(1, "x", "").id(),
              Said.subject("https://courier.example/" + text, new Quote(some, some, some, some)),
              new Remark("x", false, text, ""),
              Said.DAWN,
              Said.DAWN);
      table().save(one);
      Annotation read = table().find(one.id()).orElseThrow();
      assertThat(read.subject().quote().removed()).isEqualTo(stored(some));
      assertThat(read.subject().uri()).isEqualTo(stored(one.subject().uri()));
      assertThat(read.remark().text()).isEqualTo(stored(one.remark().text()).strip());
    }
  }
}
