package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Times;
import stet.watch.store.WatchStatus;

class WatcherTest extends WatchScene {
  /** A watch with nothing to do must not look like one that hangs. */
  @Test
  void aWatchThatWaitsSaysUntilWhenOnce() throws Exception {
    watcher.run();
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0)).startsWith("nothing is tracked yet");
    waits.clear();
    Instant due = time.instant().plus(Duration.ofHours(3));
    store.track(List.of(A), due);
    begin(Duration.ofHours(2));
    watcher.run();
    assertThat(waits).containsExactly("nothing is due until " + Times.text(due));
  }

  @Test
  void watchesForADayAndSeesEveryState() throws Exception {
    web.page(A, START, 200, "story one")
        .page(A, "2026-03-01T10:00:00Z", 200, "story two")
        .page(A, "2026-03-01T15:00:00Z", 410, "gone")
        .page(A, "2026-03-01T20:00:00Z", 200, "story two");
    store.track(List.of(A), T0);
    watcher.run();
    assertThat(outcomes(A))
        .startsWith(CheckOutcome.FIRST, CheckOutcome.UNCHANGED)
        .contains(CheckOutcome.CHANGED, CheckOutcome.GONE)
        .endsWith(CheckOutcome.UNCHANGED);
    assertThat(outcomes(A).stream().filter(o -> o == CheckOutcome.CHANGED)).hasSize(1);
    assertThat(shelf.count(A)).isEqualTo(lines.size());
  }

  @Test
  void neverAsksAHostFasterThanItsManners() throws Exception {
    IntStream.range(0, 20)
        .mapToObj(i -> "https://paper.example/" + i)
        .forEach(u -> web.page(u, START, 200, "story " + u));
    store.track(IntStream.range(0, 20).mapToObj(i -> "https://paper.example/" + i).toList(), T0);
    watcher.runOnce();
    assertThat(web.asked).hasSize(20);
    for (int i = 1; i < 20; i++) {
      assertThat(Duration.between(web.askedAt.get(i - 1), web.askedAt.get(i)))
          .isGreaterThanOrEqualTo(Newsstand.MANNERS.minDelay());
    }
  }

  @Test
  void aScheduleInThePastIsDueOnceNotManyTimes() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    watcher.runOnce();
    time.set(T0.plus(Duration.ofDays(200)));
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).isEqualTo(1);
    assertThat(web.count(A)).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTheWatch() throws Exception {
    web.page(A, "2020-01-01T00:00:00Z", 200, "story");
    store.track(List.of(A), T0);
    watcher.runOnce();
    Instant earlier = T0.minus(Duration.ofDays(400));
    time = new VirtualTime(earlier, earlier.plus(Duration.ofDays(1)), () -> watcher.stop());
    web = new Newsstand(time).page(A, "2020-01-01T00:00:00Z", 200, "story");
    watcher = watcher();
    watcher.run();
    assertThat(web.count(A)).isGreaterThan(3);
    assertThat(notes).anyMatch(n -> n.startsWith("the clock was set back"));
  }

  @Test
  void aPlanKeepsToMannersAndChangesNothing() {
    store.track(List.of(A, "https://paper.example/b", "https://other.example/c"), T0);
    List<WatchStatus.Next> plan =
        new WatchOverview(store).plan(T0, T0.plusSeconds(60), Duration.ofSeconds(2), 10);
    assertThat(plan.stream().map(n -> Duration.between(T0, n.at()).toSeconds()))
        .containsExactly(0L, 0L, 2L);
    assertThat(new WatchOverview(store).status(T0, 5).due()).isEqualTo(3);
  }
}
