package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;
import stet.cli.console.ExitCode;
import stet.fetch.HostState;
import stet.fetch.Newsroom;
import stet.watch.store.WatchStore;

/** What an uptime monitor asks. */
class StatusHealthTest {
  private static final String PAGE = "https://portaldercourier.example/bridge";

  @TempDir Path home;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));

  @BeforeEach
  void make() {
    assertThat(run("init").code()).isZero();
  }

  private Cli.Result run(String... args) {
    return Cli.in(home, clock, args);
  }

  private Cli.Result health() {
    Cli.Result health = run("status", "--health");
    assertThat(health.out().lines()).hasSize(1);
    assertThat(health.err()).isEmpty();
    return health;
  }

  @Test
  void whereNothingIsTrackedItSaysSo() {
    Cli.Result none = health();
    assertThat(none.code()).isZero();
    assertThat(none.out()).startsWith("healthy: nothing is tracked;");
  }

  @Test
  void whatWasDueForTooLongIsStale() {
    run("track", PAGE);
    clock.pass(Duration.ofMinutes(59));
    assertThat(health().code()).isZero();
    clock.pass(Duration.ofMinutes(2));
    Cli.Result stale = health();
    assertThat(stale.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(stale.out())
        .isEqualTo(
            "stale: nothing was ever checked, 1 due since 2026-04-02T09:00:00Z, next"
                + " 2026-04-02T09:00:00Z; does 'stet watch' run, or 'stet fetch' by a crontab?\n");
    assertThat(run("config", "status.stale", "120").code()).isZero();
    assertThat(health().code()).isZero();
  }

  @Test
  void aHostThatRestsIsNobodysFault() {
    run("track", PAGE);
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      store
          .hosts()
          .save(
              new HostState(
                  "portaldercourier.example",
                  clock.instant().plus(Duration.ofHours(6)),
                  9,
                  Duration.ZERO,
                  LocalDate.of(2026, 4, 2),
                  9));
    }
    clock.pass(Duration.ofHours(5));
    assertThat(health().code()).isZero();
    clock.pass(Duration.ofHours(3));
    Cli.Result stale = health();
    assertThat(stale.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(stale.out()).contains("1 due since 2026-04-02T15:00:00Z");
  }

  @Test
  void whoeverChecksIsHealthy() throws IOException {
    try (Newsroom newsroom = new Newsroom()) {
      newsroom.page("/bridge", LiveCommandsTest.story("It was the first time in forty years."));
      Files.writeString(
          home.resolve("stet.toml"), "fetch.private-hosts = \"" + newsroom.authority() + "\"\n");
      run("track", newsroom.url("/bridge"));
      clock.pass(Duration.ofHours(2));
      assertThat(health().code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run("fetch").code()).isZero();
      assertThat(health().out())
          .startsWith("healthy: last check 2026-04-02T11:00:00Z, 0 due, next");
      // Others are due for longer, but something was checked just now.
      try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
        store.track(List.of(PAGE), clock.instant().minus(Duration.ofHours(3)));
      }
      assertThat(health().code()).isZero();
    }
  }

  @Test
  void itStandsAlone() {
    assertThat(run("status", "--health", "--json").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("config", "status.stale", "0").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("config", "watch.heartbeat", "0").code()).isZero();
  }
}
