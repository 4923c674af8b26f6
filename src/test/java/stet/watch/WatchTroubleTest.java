package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStatus;

/** Disks, networks, hosts and fetches that fail under a watch. */
class WatchTroubleTest extends WatchScene {
  @Test
  void aFullDiskPausesTheWatchAndNothingIsLost() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    shelf.fullFor = 3;
    watcher.runOnce();
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).startsWith("paused: cannot write 'snapshots/x.warc.gz': no space");
    assertThat(notes.get(1)).isEqualTo("resumed");
    assertThat(web.count(A)).isEqualTo(1);
    assertThat(shelf.count(A)).isEqualTo(1);
  }

  @Test
  void aCheckThatWasNotKeptIsDueAgain() throws Exception {
    web.page(A, START, 200, "story");
    store.track(List.of(A), T0);
    shelf.fullFor = Integer.MAX_VALUE;
    time = new VirtualTime(T0, T0.plusSeconds(60), () -> watcher.stop());
    web = new Newsstand(time).page(A, START, 200, "story");
    watcher = watcher();
    assertThat(watcher.run().unkept()).isEqualTo(1);
    shelf.fullFor = 0;
    begin(Duration.ofHours(1));
    web.page(A, START, 200, "story");
    assertThat(watcher.runOnce().checks()).isEqualTo(1);
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
  }

  @Test
  void aNetworkThatIsAwayCountsAgainstNoHost() throws Exception {
    List<String> uris =
        IntStream.range(0, 10).mapToObj(i -> "https://h" + i + ".example/story").toList();
    uris.forEach(u -> web.page(u, START, 200, "story"));
    web.cut("2026-03-01T09:00:00Z", "2026-03-01T13:00:00Z");
    store.track(uris, T0);
    watcher.run();
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).startsWith("no host can be reached");
    assertThat(notes.get(1)).isEqualTo("the network is back");
    assertThat(lines).allMatch(l -> l.outcome().showsState());
    Instant back = Instant.parse("2026-03-01T13:00:00Z");
    for (String uri : uris) {
      assertThat(lines)
          .filteredOn(l -> l.uri().equals(uri))
          .anyMatch(l -> !l.at().isBefore(back) && l.at().isBefore(back.plusSeconds(600)));
    }
    assertThat(web.throttle.states()).allMatch(s -> s.failures() == 0);
  }

  @Test
  void aHostThatIsAwayIsLeftAloneForLongerAndLonger() throws Exception {
    web.page(A, START, 200, "story");
    web.away.add("away.example");
    store.track(List.of(A, "https://away.example/x"), T0);
    watcher.run();
    long tries = web.count("https://away.example/x");
    assertThat(tries).isBetween(3L, 12L);
    assertThat(outcomes("https://away.example/x")).containsOnly(CheckOutcome.FAILED);
    WatchStatus status = new WatchOverview(store).status(time.instant(), 10);
    assertThat(status.errors().get(0).uri()).isEqualTo("https://away.example/x");
    assertThat(status.troubled().get(0).authority()).isEqualTo("away.example");
    assertThat(notes).isEmpty();
  }

  /** They took the connection, so the network is there: it is the hosts that are silent. */
  @Test
  void hostsThatTakeConnectionsAndSayNothingAreNoLostNetwork() throws Exception {
    List<String> uris =
        IntStream.range(0, 3).mapToObj(i -> "https://mute" + i + ".example/story").toList();
    uris.forEach(u -> web.silent.add(u.substring(8, u.lastIndexOf('/'))));
    store.track(uris, T0);

    Watcher.Pass pass = watcher.runOnce();

    assertThat(pass.checks()).isEqualTo(3);
    assertThat(notes).isEmpty();
    for (String uri : uris) {
      assertThat(outcomes(uri)).containsExactly(CheckOutcome.FAILED);
    }
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).as("they rest").isZero();
  }

  /** A thread that ends without a word would leave its check under way for ever. */
  @Test
  void whateverEndsAFetchSettlesIt() throws Exception {
    List<Throwable> ends =
        List.of(
            new OutOfMemoryError("Java heap space"),
            new StackOverflowError(),
            new NoClassDefFoundError("gone"),
            new AssertionError("no"),
            new ThreadDeath(),
            new java.io.IOException("checked"),
            new IllegalStateException("bug"));
    for (Throwable end : ends) {
      web.deadly.put("https://h" + web.deadly.size() + ".example/x", end);
    }
    web.page(A, START, 200, "story");
    store.track(List.copyOf(web.deadly.keySet()), T0);
    store.track(List.of(A), T0);

    Watcher.Pass pass = watcher.runOnce();

    assertThat(pass).isEqualTo(new Watcher.Pass(8, 0, 7, 0, 0));
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
  }
}
