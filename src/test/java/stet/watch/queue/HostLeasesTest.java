package stet.watch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.HostThrottle;
import stet.fetch.RobotsCache;
import stet.postgres.Postgres;
import stet.postgres.PostgresAddress;
import stet.postgres.PostgresServer;
import stet.sqlite.DatabaseException;
import stet.watch.store.WatchStore;

/** One host is asked by one worker at a time, however workers come and go. */
class HostLeasesTest {
  private static final String HOST = "courier.example";
  private static final LeaseTimes SHORT =
      new LeaseTimes(Duration.ofMillis(1_500), Duration.ofMillis(500), Duration.ofMillis(300));

  @TempDir Path dir;
  private PostgresAddress queue;
  private WatchStore store;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    queue = PostgresServer.database();
    store = WatchStore.open(dir.resolve(WatchStore.FILE), Optional.of(queue));
    store.track(List.of("https://" + HOST + "/a"), Instant.now().minusSeconds(60));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    store.close();
  }

  /** A worker in the test's own process. */
  private final class Bench {
    final HostThrottle throttle = new HostThrottle(Politeness.STANDARD);
    final HostLeases leases;

    Bench(String name, LeaseTimes times) {
      Worker worker = new Worker(name, name + "-" + System.nanoTime(), name);
      leases = HostLeases.open(queue, worker, times, throttle, new RobotsCache(), 16);
      open.add(leases);
    }

    Set<String> look() {
      return look(h -> false);
    }

    Set<String> look(java.util.function.Predicate<String> busy) {
      Instant now = leases.clock().instant();
      return leases.next(new HostClaims.Look(now, now, Duration.ofSeconds(5)), busy).keySet();
    }
  }

  @Test
  void aHostIsOneWorkersUntilNothingOfItIsDue() {
    Bench a = new Bench("a", LeaseTimes.STANDARD);
    Bench b = new Bench("b", LeaseTimes.STANDARD);
    assertThat(a.look()).containsExactly(HOST);
    assertThat(a.leases.isExhausted()).isFalse();
    assertThat(b.look()).isEmpty();
    assertThat(b.leases.isExhausted()).isTrue();
    assertThat(a.leases.holdsStill(store, HOST)).isTrue();
    assertThat(b.leases.holdsStill(store, HOST)).isFalse();
    store.untrack("https://" + HOST + "/a");
    assertThat(a.look()).isEmpty();
    assertThat(a.leases.holds(HOST)).isFalse();
    assertThat(a.leases.holdsStill(store, HOST)).isFalse();
  }

  @Test
  void whatOneLearntOfAHostTheNextOneKnows() throws Exception {
    Bench a = new Bench("a", LeaseTimes.STANDARD);
    assertThat(a.look()).containsExactly(HOST);
    Instant now = a.leases.clock().instant();
    Instant wished = now.plusSeconds(3_600);
    assertThat(a.throttle.take(HOST, now)).isTrue();
    a.throttle.record(HOST, HostThrottle.Result.TROUBLE, wished, now);
    a.throttle.release(HOST);
    assertThat(a.look()).as("it rests for longer than it is held").isEmpty();
    Bench b = new Bench("b", LeaseTimes.STANDARD);
    assertThat(b.look()).as("and is nobody's to ask").isEmpty();
    assertThat(b.throttle.take(HOST, now)).isFalse();
    assertThat(b.throttle.mayAskAt(HOST, now))
        .isAfterOrEqualTo(wished.truncatedTo(ChronoUnit.SECONDS));
    store.hosts().forgive(HOST);
    b.look();
    assertThat(b.leases.forgiven()).containsExactly(HOST);
  }

  @Test
  void aWorkerThatIsSilentLosesItsHostsAndTheNextOneWaitsADelay() throws Exception {
    Worker gone = new Worker("gone", "gone-1", "gone");
    try (Postgres database = new Postgres(queue)) {
      LeaseRows rows = new LeaseRows(database.sql(), gone, Duration.ofMillis(700));
      Instant now = Instant.now();
      HostClaims.Look look = new HostClaims.Look(now, now, Duration.ZERO);
      assertThat(rows.take(look, 9)).containsExactly(new LeaseRows.Taken(HOST, true));
    }
    Bench b = new Bench("b", LeaseTimes.STANDARD);
    assertThat(b.look()).isEmpty();
    Thread.sleep(800);
    assertThat(b.look()).containsExactly(HOST);
    Instant now = b.leases.clock().instant();
    assertThat(b.throttle.mayAskAt(HOST, now)).isAfter(now.plusSeconds(1));
  }

  @Test
  void aFolderTakesOverWhatItsLastRunHad() {
    Bench before = new Bench("a", LeaseTimes.STANDARD);
    assertThat(before.look()).containsExactly(HOST);
    Bench after = new Bench("a", LeaseTimes.STANDARD);
    assertThat(after.look()).containsExactly(HOST);
    assertThat(before.leases.holdsStill(store, HOST)).isFalse();
    Instant now = after.leases.clock().instant();
    assertThat(after.throttle.take(HOST, now)).as("it may just have been asked").isFalse();
  }

  @Test
  void leasesAreRenewedAndWithoutThatNothingBegins() throws Exception {
    Bench a = new Bench("a", SHORT);
    assertThat(a.look()).containsExactly(HOST);
    Thread.sleep(1_800);
    assertThat(a.leases.holdsStill(store, HOST) || a.leases.holds(HOST)).isTrue();
    assertThat(a.leases.mayBegin(HOST)).isTrue();
    a.leases.close();
    assertThat(a.leases.mayBegin(HOST)).isFalse();
    assertThat(a.throttle.take(HOST, Instant.now())).isFalse();
  }

  @Test
  void aRedirectTakesAHostOrHasItGivenBack() {
    Bench a = new Bench("a", SHORT);
    Bench b = new Bench("b", LeaseTimes.STANDARD);
    Instant now = a.leases.clock().instant();
    assertThat(b.leases.take("cdn.example", now)).isNull();
    assertThat(a.leases.take("cdn.example", now)).isAfter(now.plusSeconds(10));
    b.leases.release("cdn.example");
    assertThat(a.look()).containsExactly(HOST);
    assertThat(b.leases.take(HOST, now)).isNotNull();
    assertThat(a.look(h -> true)).as("not while it is asked").containsExactly(HOST);
    long end = System.nanoTime() + 3_000_000_000L;
    while (a.leases.holds(HOST) && System.nanoTime() < end) {
      a.look();
    }
    assertThat(a.leases.holds(HOST)).isFalse();
    assertThat(a.look()).as("it is kept for who wanted it").isEmpty();
    assertThat(b.leases.take(HOST, now)).isNull();
  }

  @Test
  void manyWorkersTakeEachHostOnce() throws Exception {
    List<String> uris =
        IntStream.range(0, 300).mapToObj(i -> "https://h" + i + ".example/").toList();
    store.track(uris, Instant.now().minusSeconds(60));
    Set<String> taken = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Bench bench = new Bench("w" + i, LeaseTimes.STANDARD);
      workers.add(
          () -> {
            Set<String> mine = Set.of();
            for (int looks = 0; looks < 8; looks++) {
              mine = bench.look(h -> true);
            }
            int twice = 0;
            for (String host : mine) {
              twice += taken.add(host) ? 0 : 1;
            }
            return twice;
          });
    }
    for (var result : threads.invokeAll(workers)) {
      assertThat(result.get()).isZero();
    }
    threads.shutdown();
    assertThat(taken).hasSize(301);
  }

  @Test
  void aDatabaseThatBeginsAnewIsReachedAgain() throws Exception {
    Bench a = new Bench("a", LeaseTimes.STANDARD);
    assertThat(a.look()).containsExactly(HOST);
    PostgresServer.cutOff(queue);
    assertThatThrownBy(a::look)
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("the database '" + queue + "' cannot be reached: ");
    assertThat(a.look()).containsExactly(HOST);
    assertThatThrownBy(() -> store.due(Instant.now())).isInstanceOf(DatabaseException.class);
    assertThat(store.due(Instant.now())).isEqualTo(1);
  }
}
