package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.watch.queue.OwnHosts;

/** A watch that checks nothing says now and then that it is alive. */
class HeartbeatTest extends WatchScene {
  private final List<HeartbeatLine> beats = new ArrayList<>();
  private Duration every = Duration.ofHours(1);

  @Override
  public void heartbeat(HeartbeatLine line) {
    beats.add(line);
  }

  @Override
  Watcher watcher() {
    WatchOptions options = WatchOptions.STANDARD.withHeartbeat(every);
    return new Watcher(
        store, web, web.throttle, shelf, shelf, this, time, options, new OwnHosts(store), time);
  }

  @Test
  void whileNothingIsDue() throws Exception {
    store.track(List.of(A), T0.plus(Duration.ofHours(5)));
    begin(Duration.ofMinutes(190));
    watcher.run();
    assertThat(lines).isEmpty();
    assertThat(beats).hasSize(3);
    assertThat(Duration.between(T0, beats.get(0).at()))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
    assertThat(beats.get(0).line())
        .matches(
            "at=2026-03-01T09:00:[0-9]{2}Z kind=heartbeat checked=0 due=0"
                + " next=2026-03-01T13:00:00Z");
  }

  @Test
  void whereNothingIsTracked() throws Exception {
    begin(Duration.ofMinutes(70));
    watcher.run();
    assertThat(beats).hasSize(1);
    assertThat(beats.get(0).line()).endsWith(" kind=heartbeat checked=0 due=0 next=none");
  }

  @Test
  void checksSpeakForThemselves() throws Exception {
    web.page(A, START, 200, "story one");
    store.track(List.of(A), T0);
    begin(Duration.ofHours(20));
    web.page(A, START, 200, "story one");
    watcher.run();
    assertThat(lines).hasSizeGreaterThan(2);
    for (HeartbeatLine beat : beats) {
      assertThat(lines)
          .as("%s", beat)
          .noneMatch(
              l ->
                  !l.at().isAfter(beat.at())
                      && l.at().isAfter(beat.at().minus(Duration.ofMinutes(59))));
      assertThat(beat.checked())
          .isEqualTo((int) lines.stream().filter(l -> !l.at().isAfter(beat.at())).count());
    }
  }

  @Test
  void neverWhereItIsOffNorInASinglePass() throws Exception {
    every = Duration.ZERO;
    begin(Duration.ofHours(5));
    watcher.run();
    assertThat(beats).isEmpty();
    every = Duration.ofSeconds(1);
    begin(Duration.ofHours(5));
    watcher.runOnce();
    assertThat(beats).isEmpty();
  }
}
