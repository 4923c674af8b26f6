package stet.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import stet.watch.queue.OwnHosts;
import stet.watch.store.CheckOutcome;
import stet.watch.store.WatchStore;

/** A watch of a fictional web in a time of its own; what it says is kept. */
abstract class WatchScene implements WatchLog {
  static final String START = "2026-03-01T08:00:00Z";
  static final Instant T0 = Instant.parse(START);
  static final String A = "https://paper.example/a";

  @TempDir Path home;
  WatchStore store;
  VirtualTime time;
  Newsstand web;
  Watcher watcher;
  final Shelf shelf = new Shelf();
  final List<FetchLine> lines = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final List<String> waits = new ArrayList<>();

  @BeforeEach
  void open() {
    store = WatchStore.open(home.resolve(WatchStore.FILE));
    begin(Duration.ofDays(1));
  }

  void begin(Duration span) {
    Instant from = time == null ? T0 : time.instant();
    time = new VirtualTime(from, from.plus(span), () -> watcher.stop());
    web = new Newsstand(time);
    watcher = watcher();
  }

  Watcher watcher() {
    return new Watcher(
        store,
        web,
        web.throttle,
        shelf,
        shelf,
        this,
        time,
        WatchOptions.STANDARD,
        new OwnHosts(store),
        time);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public void fetched(FetchLine line) {
    lines.add(line);
  }

  @Override
  public void note(String line) {
    (line.startsWith("nothing is ") ? waits : notes).add(line);
  }

  List<CheckOutcome> outcomes(String uri) {
    return lines.stream().filter(l -> l.uri().equals(uri)).map(FetchLine::outcome).toList();
  }
}
