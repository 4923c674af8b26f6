package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;

@OfTables({"alert_finding", "alert_due"})
class AlertFindingTableContractTest extends WatchContract {
  private AlertFindingTable table() {
    return new AlertFindingTable(sql);
  }

  private static AlertFinding finding(String rule, String event, Instant at) {
    return new AlertFinding(0, rule, "ask", event, "key", "alike", at, "stands", "", "{}");
  }

  @Test
  void whatIsWrittenIsReadAndTheSameIsKeptOnce() {
    long id = table().add(finding("r", "edit key a b", DAWN)).orElseThrow();
    assertThat(table().add(finding("r", "edit key a b", DAWN.plusSeconds(5)))).isEmpty();
    assertThat(table().add(finding("s", "edit key a b", DAWN))).isPresent();
    AlertFinding read = table().find(id).orElseThrow();
    assertThat(read)
        .isEqualTo(
            new AlertFinding(
                id, "r", "ask", "edit key a b", "key", "alike", DAWN, "stands", "", "{}"));
    assertThat(table().of("key"))
        .hasSize(2)
        .contains(new AlertFinding.Known(id, "r", "ask", "edit key a b", "stands", ""));
    assertThat(table().of("other")).isEmpty();
    assertThat(table().isKnown("r", "edit key a b")).isTrue();
    assertThat(table().isKnown("r", "edit key a c")).isFalse();
  }

  @Test
  void whereItStandsIsNotedAndItMayGetAnotherKey() {
    long id = table().add(finding("r", "edit key a b", DAWN)).orElseThrow();
    table().stand(id, "withdrawn", "It was not so.");
    assertThat(table().find(id).orElseThrow().standing()).isEqualTo("withdrawn");
    assertThat(table().find(id).orElseThrow().note()).isEqualTo("It was not so.");
    assertThat(table().ending("r", "edit", "a b")).extracting(AlertFinding::id).containsExactly(id);
    assertThat(table().ending("r", "gone", "a b")).isEmpty();
    assertThat(table().ending("s", "edit", "a b")).isEmpty();
    table().rename(id, "edit new a b", "new");
    assertThat(table().of("new"))
        .extracting(AlertFinding.Known::event)
        .containsExactly("edit new a b");
  }

  @Test
  void whatIsDueComesInOrderAndOnce() {
    long first = table().add(finding("r", "1", DAWN)).orElseThrow();
    long second = table().add(finding("r", "2", DAWN)).orElseThrow();
    assertThat(table().nextDue()).isEmpty();
    AlertDue late = new AlertDue(first, "desk", false, DAWN.plusSeconds(60), true);
    AlertDue now = new AlertDue(second, "desk", false, DAWN, false);
    table().due(late);
    table().due(now);
    table().due(now);
    assertThat(table().nextDue()).contains(DAWN);
    assertThat(table().due(DAWN, 10)).containsExactly(now);
    assertThat(table().due(DAWN.plusSeconds(60), 10)).containsExactly(late, now);
    assertThat(table().due(DAWN.plusSeconds(60), 1)).containsExactly(late);
    assertThat(table().waiting(first)).containsExactly(late);
    assertThat(table().waiting("r")).isEqualTo(2);
    table().done(late);
    assertThat(table().waiting(first)).isEmpty();
  }

  @Test
  void howOftenARuleFiredIsCountedAndWhatIsOldAndDoneIsForgotten() {
    long old = table().add(finding("r", "1", DAWN)).orElseThrow();
    table().add(finding("r", "2", DAWN.plusSeconds(60)));
    assertThat(table().count("r", DAWN)).isEqualTo(2);
    assertThat(table().count("r", DAWN.plusSeconds(1))).isEqualTo(1);
    assertThat(table().lastFound("r")).contains(DAWN.plusSeconds(60));
    assertThat(table().lastFound("none")).isEmpty();
    table().due(new AlertDue(old, "desk", false, DAWN, false));
    assertThat(table().forget(DAWN.plusSeconds(30))).isZero();
    table().done(new AlertDue(old, "desk", false, DAWN, false));
    assertThat(table().forget(DAWN.plusSeconds(30))).isEqualTo(1);
    assertThat(table().find(old)).isEmpty();
  }

  @Test
  void whatIsAlikeWasToldWhenItsFirstMessageWasMade() {
    long id = table().add(finding("r", "1", DAWN)).orElseThrow();
    assertThat(table().toldAlike("r", "alike", DAWN)).isEmpty();
    new AlertMessageTable(sql)
        .add(AlertMessageTableContractTest.message("m", DAWN.plusSeconds(9)), List.of(id));
    assertThat(table().toldAlike("r", "alike", DAWN)).contains(DAWN.plusSeconds(9));
    assertThat(table().toldAlike("r", "other", DAWN)).isEmpty();
    assertThat(table().toldAlike("r", "alike", DAWN.plusSeconds(1))).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().find(7)).isEmpty();
    assertThat(table().due(DAWN, 10)).isEmpty();
    assertThat(table().waiting("r")).isZero();
  }
}
