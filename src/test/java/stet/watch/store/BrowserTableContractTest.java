package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.store.BrowserTable.Cost;
import stet.watch.store.BrowserTable.Learnt;
import stet.watch.store.BrowserTable.Verdict;

@OfTables("browser")
class BrowserTableContractTest extends WatchContract {
  private BrowserTable table() {
    return new BrowserTable(sql);
  }

  @Test
  void whatIsLearntIsReadAsItWasWritten() {
    Learnt full =
        new Learnt(
            "courier.example",
            Verdict.NEEDED,
            DAWN,
            2,
            new Cost(7, 1, 9_000, 1L << 40, DAWN, DAWN.plusSeconds(1), "it crashed"));
    Learnt bare = Learnt.nothing("ledger.example");
    table().save(full);
    table().save(bare);
    assertThat(table().find("courier.example")).contains(full);
    assertThat(table().all()).containsExactly(full, bare);
    assertThat(table().find("nobody.example")).isEmpty();
  }

  @Test
  void whatIsLearntLaterTakesItsPlace() {
    Learnt before = Learnt.nothing("courier.example");
    table().save(before.judged(Verdict.PLAIN, DAWN, 1));
    Learnt after = before.judged(Verdict.NEEDED, DAWN, 0).with(Cost.NONE.shown(900, 7, DAWN));
    table().save(after);
    assertThat(table().all()).containsExactly(after);
    assertThat(after.with(after.cost().failed("no", DAWN)).cost())
        .isEqualTo(new Cost(1, 1, 900, 7, DAWN, DAWN, "no"));
  }
}
