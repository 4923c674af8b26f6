package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.store.AlertMessage.State;
import stet.watch.store.AlertMessage.Tried;

@OfTables({"alert_message", "alert_told"})
class AlertMessageTableContractTest extends WatchContract {
  private AlertMessageTable table() {
    return new AlertMessageTable(sql);
  }

  static AlertMessage message(String id, Instant at) {
    return new AlertMessage(id, "r", "desk", "alert", "key", "{}", at, Tried.not(at));
  }

  private long finding(String event) {
    return new AlertFindingTable(sql)
        .add(new AlertFinding(0, "r", "a", event, "key", "x", DAWN, "stands", "", "{}"))
        .orElseThrow();
  }

  @Test
  void whatIsWrittenIsReadAndTriesAreNoted() {
    AlertMessage made = message("m", DAWN);
    table().add(made, List.of(finding("1")));
    assertThat(table().find("m")).contains(made);
    for (State state : State.values()) {
      Tried tried = new Tried(state, DAWN.plusSeconds(30), 2, "busy", DAWN.plusSeconds(9), "ref");
      table().tried("m", tried);
      assertThat(table().find("m").orElseThrow().delivery()).isEqualTo(tried);
    }
  }

  @Test
  void whatIsDueIsTheOldestOfEachChannel() {
    table().add(message("b", DAWN), List.of());
    table().add(message("a", DAWN), List.of());
    assertThat(table().channelsDue(DAWN)).containsExactly("desk");
    assertThat(table().channelsDue(DAWN.minusSeconds(1))).isEmpty();
    assertThat(table().due("desk", DAWN)).map(AlertMessage::id).contains("b");
    assertThat(table().due("other", DAWN)).isEmpty();
    table().tried("b", new Tried(State.SENT, DAWN, 1, "", DAWN, ""));
    assertThat(table().due("desk", DAWN)).map(AlertMessage::id).contains("a");
    table().tried("a", new Tried(State.WAITING, DAWN.plusSeconds(30), 1, "busy", null, ""));
    assertThat(table().due("desk", DAWN)).isEmpty();
    assertThat(table().nextDue()).contains(DAWN.plusSeconds(30));
    table().tried("a", new Tried(State.DEAD, DAWN.plusSeconds(30), 9, "busy", null, ""));
    assertThat(table().nextDue()).isEmpty();
    assertThat(table().count("desk", State.DEAD, DAWN)).isEqualTo(1);
    assertThat(table().revive(DAWN.plusSeconds(40))).isEqualTo(1);
    assertThat(table().nextDue()).contains(DAWN.plusSeconds(40));
  }

  @Test
  void aThreadIsNamedByWhatItsFirstMessageLeft() {
    table().add(message("a", DAWN), List.of());
    table().add(message("b", DAWN.plusSeconds(1)), List.of());
    assertThat(table().reference("desk", "key")).isEmpty();
    table().tried("b", new Tried(State.SENT, DAWN, 1, "", DAWN.plusSeconds(9), "second"));
    table().tried("a", new Tried(State.SENT, DAWN, 1, "", DAWN.plusSeconds(5), "first"));
    assertThat(table().reference("desk", "key")).isEqualTo("first");
    assertThat(table().reference("other", "key")).isEmpty();
    assertThat(table().reference("desk", "")).isEmpty();
  }

  @Test
  void whoWasToldOfAFindingIsKnownUnlessTheMessageWasGivenUp() {
    long one = finding("1");
    table().add(message("m", DAWN), List.of(one, finding("2")));
    assertThat(table().told(one)).containsExactly("desk");
    table().tried("m", new Tried(State.DEAD, DAWN, 9, "busy", null, ""));
    assertThat(table().told(one)).isEmpty();
  }

  @Test
  void theNewestComeFirstAndTheOldAreForgotten() {
    table().add(message("a", DAWN), List.of(finding("1")));
    table().add(message("b", DAWN.plusSeconds(60)), List.of());
    assertThat(table().newest("", false, 10))
        .extracting(AlertMessage::id)
        .containsExactly("b", "a");
    assertThat(table().newest("r", false, 1)).extracting(AlertMessage::id).containsExactly("b");
    assertThat(table().newest("none", false, 10)).isEmpty();
    assertThat(table().newest("", true, 10)).isEmpty();
    assertThat(table().made("r", "desk", DAWN)).containsExactly(DAWN.plusSeconds(60));
    assertThat(table().forget(DAWN.plusSeconds(90))).isZero();
    table().tried("a", new Tried(State.SENT, DAWN, 1, "", DAWN, ""));
    assertThat(table().forget(DAWN.plusSeconds(90))).isEqualTo(1);
    assertThat(table().find("a")).isEmpty();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().find("none")).isEmpty();
    assertThat(table().nextDue()).isEmpty();
    assertThat(table().told(7)).isEmpty();
  }
}
