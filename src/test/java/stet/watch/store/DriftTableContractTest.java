package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.drift.DriftGuard;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.drift.HeldRevision;

@OfTables({"drift", "drift_revision"})
class DriftTableContractTest extends WatchContract {
  private DriftTable table() {
    return new DriftTable(sql);
  }

  private static DriftGuard.Drift drift(String sample) {
    return new DriftGuard.Drift(List.of(), 4, 9, DAWN, DAWN.plusSeconds(60), sample);
  }

  private static HeldRevision revision(String key) {
    return new HeldRevision(key, DAWN.plusNanos(1));
  }

  @Test
  void whatIsWrittenIsRead() {
    table().add(HOST, drift("+ Read more"), List.of(revision("a"), revision("b")));
    HeldDrift held = table().all().get(0);
    assertThat(held)
        .isEqualTo(
            new HeldDrift(
                held.id(),
                HOST,
                DAWN,
                DAWN.plusSeconds(60),
                4,
                9,
                "+ Read more",
                DriftVerdict.HELD,
                2));
    assertThat(table().held()).containsExactlyInAnyOrder(revision("a"), revision("b"));
    assertThat(table().isKnown("a", DAWN.plusNanos(1))).isTrue();
  }

  @Test
  void everyVerdictIsReadAsItWasWrittenAndOneLetsGo() {
    table().add(HOST, drift("x"), List.of(revision("a")));
    long id = table().all().get(0).id();
    for (DriftVerdict verdict : DriftVerdict.values()) {
      assertThat(table().judge(id, verdict)).isTrue();
      assertThat(table().all().get(0).verdict()).isEqualTo(verdict);
      assertThat(table().held().isEmpty()).isEqualTo(verdict == DriftVerdict.RELEASED);
    }
  }

  @Test
  void whatIsErasedIsInNoSample() {
    table().add(HOST, drift("+ Read more"), List.of(revision("a")));
    table().add(HOST, drift("+ The old pier"), List.of(revision("b")));
    table().add(HOST, drift("+ Subscribe"), List.of(revision("c")));
    table().redact(Set.of("a"), text -> text.contains("old pier"), "[withheld]");
    assertThat(table().all())
        .extracting(HeldDrift::sample)
        .containsExactly("[withheld]", "[withheld]", "+ Subscribe");
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().all()).isEmpty();
    assertThat(table().held()).isEmpty();
    assertThat(table().isKnown("a", DAWN)).isFalse();
    assertThat(table().judge(99, DriftVerdict.HELD)).isFalse();
  }

  @Test
  void aRevisionIsHeldOnceAndBelongsToWhatIsThere() {
    table().add(HOST, drift("x"), List.of(revision("a")));
    table().add(HOST, drift("y"), List.of(revision("a"), revision("b")));
    assertThat(rows("drift_revision")).isEqualTo(2);
    assertThat(table().all()).extracting(HeldDrift::revisions).containsExactly(1, 1);
    refused(() -> sql.update("DELETE FROM drift"));
    refused(() -> sql.update("UPDATE drift SET verdict = 'perhaps'"));
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      table().add(text, drift(text), List.of(revision(text)));
      HeldDrift last = table().all().get(table().all().size() - 1);
      assertThat(last.outlet() + last.sample()).isEqualTo(stored(text + text));
      assertThat(table().held()).contains(revision(stored(text)));
      assertThat(table().isKnown(text, DAWN.plusNanos(1))).isTrue();
    }
  }
}
