package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.watch.plan.RecheckHistory;

@OfTables("tracked")
class TrackedTableContractTest extends WatchContract {
  private static final String A = uri("a");

  private TrackedTable table() {
    return new TrackedTable(sql);
  }

  private static TrackedPage.State state(Instant next, String text) {
    RecheckHistory history = RecheckHistory.born(DAWN, DAWN);
    Known known = new Known(text, text, text, text, text, new Trust(DAWN, 3, DAWN.plusSeconds(1)));
    return new TrackedPage.State(next, DAWN, CheckOutcome.GONE, text, 2, history, true, known);
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(table().add(A, null, DAWN, DAWN)).isTrue();
    TrackedPage page = table().soonest(9).get(0);
    assertThat(page.uri() + ' ' + page.host() + ' ' + page.outlet() + ' ' + page.via())
        .isEqualTo(A + ' ' + HOST + ' ' + HOST + ' ');
    assertThat(page.state().seen()).isFalse();
    assertThat(page.state().known()).isEqualTo(Known.NOTHING);

    TrackedPage.State state = state(DAWN.plusSeconds(60), "x");
    table().settle(page.id(), state);
    assertThat(table().soonest(9).get(0).state()).isEqualTo(state);
    assertThat(table().soonest(HOST, 9)).isEqualTo(table().soonest(9));
    assertThat(table().before(DAWN.plusSeconds(60), 9)).isEqualTo(table().soonest(9));
    assertThat(table().failing(9)).isEqualTo(table().soonest(9));
    assertThat(table().countDue(DAWN.plusSeconds(60))).isEqualTo(1);
    assertThat(table().count(false)).isEqualTo(1);
  }

  @Test
  void everyOutcomeIsReadAsItWasWritten() {
    table().add(A, null, DAWN, DAWN);
    TrackedPage page = table().soonest(9).get(0);
    for (CheckOutcome outcome : CheckOutcome.values()) {
      TrackedPage.State s = state(DAWN, "");
      TrackedPage.State changed =
          new TrackedPage.State(DAWN, null, outcome, "", 0, s.history(), true, Known.NOTHING);
      table().settle(page.id(), changed);
      assertThat(table().soonest(9).get(0).state()).isEqualTo(changed);
    }
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().soonest(9)).isEmpty();
    assertThat(table().soonest(HOST, 9)).isEmpty();
    assertThat(table().before(DAWN, 9)).isEmpty();
    assertThat(table().failing(9)).isEmpty();
    assertThat(table().isActive(A)).isFalse();
    assertThat(table().pause(A)).isFalse();
    assertThat(table().resume(A, DAWN)).isFalse();
    assertThat(table().hint(A, DAWN, DAWN)).isFalse();
    assertThat(table().pullBack(DAWN)).isZero();
    assertThat(table().count(true) + table().count(false) + table().countDue(DAWN)).isZero();
    table().settle(99, state(DAWN, ""));
    assertThat(rows("tracked")).isZero();
  }

  @Test
  void aStoryIsOneRowAndItsListIsOneThatIsThere() {
    assertThat(table().add(A, null, DAWN, DAWN)).isTrue();
    assertThat(table().add(A + "?fbclid=1", null, DAWN, DAWN)).isFalse();
    assertThat(rows("tracked")).isEqualTo(1);
    refused(() -> table().add(uri("b"), 99L, DAWN, DAWN));
  }

  @Test
  void aPausedPageIsNoneThatIsChecked() {
    table().add(A, null, DAWN, DAWN);
    assertThat(table().pause(A)).isTrue();
    assertThat(table().soonest(9)).isEmpty();
    assertThat(table().isActive(A)).isFalse();
    assertThat(table().count(true)).isEqualTo(1);
    assertThat(table().resume(A, DAWN)).isTrue();
    assertThat(table().soonest(9)).hasSize(1);
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String uri = uri(i + HOSTILE.get(i));
      assertThat(table().add(uri, null, DAWN, DAWN)).isTrue();
      assertThat(table().isActive(uri)).isTrue();
      TrackedPage page = table().soonest(99).get(0);
      assertThat(page.uri()).isEqualTo(stored(uri));
      table().settle(page.id(), state(DAWN, HOSTILE.get(i)));
      assertThat(table().soonest(99).get(0).state()).isEqualTo(state(DAWN, stored(HOSTILE.get(i))));
      table().pause(uri);
    }
    assertThat(table().count(true)).isEqualTo(HOSTILE.size());
    assertThat(List.of(table().count(false))).containsExactly(0L);
  }
}
