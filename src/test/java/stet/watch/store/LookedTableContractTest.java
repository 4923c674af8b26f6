package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.store.LookedTable.Look;

@OfTables("looked")
class LookedTableContractTest extends WatchContract {
  private LookedTable table() {
    return new LookedTable(sql);
  }

  @Test
  void whatIsWrittenIsReadByItsUserAlone() {
    Look look = new Look(DAWN.plusNanos(1), "id", 7, 9);
    table().keep("ada", look);
    assertThat(table().last("ada")).contains(look);
    assertThat(table().last("bob")).isEmpty();
  }

  @Test
  void aLookIsNeverMovedBack() {
    // As text the later one would come first.
    Look later = new Look(DAWN.plusMillis(500), "id", 7, 9);
    table().keep("ada", later);
    table().keep("ada", new Look(DAWN, "id", 8, 10));
    assertThat(table().last("ada")).contains(later);
    Look same = new Look(DAWN.plusMillis(500), "other", 1, 1);
    table().keep("ada", same);
    assertThat(table().last("ada")).contains(same);
  }
}
