package stet.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteStoreTest {
  @TempDir Path dir;

  @Test
  void ofTwoStatesTheLaterCountsInAnyOrder() {
    Annotation first = Said.of(1, "softened", "one");
    Annotation later = Said.later(first, new Remark("typo", false, "two", ""), 9);
    for (List<Annotation> order : List.of(List.of(first, later), List.of(later, first))) {
      Path file = dir.resolve("notes-" + order.get(0).remark().verdict() + ".db");
      try (NoteStore store = NoteStore.open(file)) {
        order.forEach(a -> store.save(List.of(a)));
        assertThat(store.all()).containsExactly(later);
      }
    }
  }

  @Test
  void twoProgramsMayHaveItOpen() {
    Path file = dir.resolve("notes.db");
    try (NoteStore one = NoteStore.open(file);
        NoteStore two = NoteStore.open(file)) {
      one.save(List.of(Said.of(1, "a", "")));
      two.save(List.of(Said.of(2, "b", "")));
      assertThat(one.all()).hasSize(2).isEqualTo(two.all());
    }
  }

  @Test
  void aRemarkSaysSomethingAndNotTooMuch() {
    assertThatThrownBy(() -> new Remark(" ", false, "\n", "Ana"))
        .hasMessage("There is no verdict, no note and no mark.");
    assertThatThrownBy(() -> new Remark("x".repeat(61), false, "", ""))
        .hasMessage("The verdict has more than 60 characters.");
    assertThat(new Remark(" a\n b ", false, " x\r\ny ", ""))
        .isEqualTo(new Remark("a b", false, "x\ny", ""));
    assertThat(new Remark("", true, "", "").important()).isTrue();
  }
}
