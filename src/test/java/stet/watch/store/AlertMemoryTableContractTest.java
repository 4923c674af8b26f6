package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMemoryTable.Progress;

@OfTables({"alert_progress", "alert_rule", "alert_print", "alert_channel"})
class AlertMemoryTableContractTest extends WatchContract {
  private AlertMemoryTable table() {
    return new AlertMemoryTable(sql);
  }

  @Test
  void howFarRulesWereAskedIsOneThing() {
    assertThat(table().progress()).isEmpty();
    table().progress(new Progress("a", 3));
    table().progress(new Progress("b", 1));
    assertThat(table().progress()).contains(new Progress("b", 1));
  }

  @Test
  void aRuleIsAskedSinceItWasFirst() {
    assertThat(table().asked("r")).isEmpty();
    assertThat(table().since("r", DAWN)).isEqualTo(DAWN);
    assertThat(table().since("r", DAWN.plusSeconds(60))).isEqualTo(DAWN);
    assertThat(table().asked("r")).contains(DAWN);
    assertThat(table().rules()).containsExactly("r");
    table().forgetRule("r");
    assertThat(table().since("r", DAWN.plusSeconds(60))).isEqualTo(DAWN.plusSeconds(60));
  }

  @Test
  void thePrintOfAnArticleIsTheLastOne() {
    assertThat(table().print("key")).isEmpty();
    table().print("key", "one");
    table().print("key", "two");
    assertThat(table().print("key")).isEqualTo("two");
  }

  @Test
  void aChannelFailsUntilItWorks() {
    Failing first = new Failing("desk", 1, DAWN, DAWN.plusSeconds(30), "busy", "");
    table().failed(first);
    assertThat(table().failing()).containsExactly(first);
    table()
        .failed(new Failing("desk", 2, DAWN.plusSeconds(30), DAWN.plusSeconds(90), "gone", "abc"));
    assertThat(table().failing())
        .containsExactly(new Failing("desk", 2, DAWN, DAWN.plusSeconds(90), "gone", "abc"));
    table().worked("desk");
    assertThat(table().failing()).isEmpty();
  }
}
