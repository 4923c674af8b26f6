package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.watch.queue.OwnHosts;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStore;

/** A clock that is set back while the watch runs, each time with an edit just afterwards. */
class ClockLeapTest implements WatchLog {
  private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
  private static final String A = "https://paper.example/a";
  private static final int CHECKS = 30;

  @TempDir Path home;
  private final Shelf shelf = new Shelf();
  private final List<FetchLine> lines = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private List<Duration> leaps = List.of();
  private Instant last = T0;
  private int edits;
  private VirtualTime time;
  private Watcher watcher;

  @Override
  public void fetched(FetchLine line) {
    lines.add(line);
    waits.add(Duration.between(last, time.instant()));
    last = time.instant();
    if (lines.size() % 4 == 0 && edits < leaps.size()) {
      time.set(last.plus(leaps.get(edits)));
      last = time.instant();
      edits++;
    }
    if (lines.size() == CHECKS) {
      watcher.stop();
    }
  }

  @Override
  public void note(String line) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT-5H PT-5H PT-5H",
        "P-1100D",
        "PT-29S PT-31S PT-1S",
        "PT-1H P-400D PT-2M P-3000D"
      })
  void nothingIsLostOrSeenTwice(String text) throws Exception {
    leaps = List.of(text.split(" ")).stream().map(Duration::parse).toList();
    time = new VirtualTime(T0, Instant.MAX, () -> {});
    Newsstand web = new Newsstand(time);
    PageFetcher fetcher =
        request -> {
          web.page(A, time.instant().toString(), 200, "story " + edits);
          return web.fetch(request);
        };
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store.track(List.of(A), T0);
      watcher =
          new Watcher(
              store,
              fetcher,
              web.throttle,
              shelf,
              shelf,
              this,
              time,
              WatchOptions.STANDARD,
              new OwnHosts(store),
              time);
      watcher.run();
    }
    assertThat(lines).hasSize(CHECKS).extracting(FetchLine::uri).containsOnly(A);
    assertThat(shelf.count(A)).isEqualTo(CHECKS);
    assertThat(lines.stream().filter(l -> l.outcome() == CheckOutcome.CHANGED))
        .hasSize(leaps.size());
    // The page is neither asked without rest nor left for as long as the clock was set back.
    assertThat(waits.subList(1, CHECKS))
        .allMatch(w -> w.compareTo(Duration.ofDays(3)) <= 0)
        .allMatch(w -> w.compareTo(Newsstand.MANNERS.minDelay()) >= 0);
  }
}
