package stet.watch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stet.fetch.HostGuard;
import stet.fetch.HostThrottle;
import stet.fetch.RobotsCache;
import stet.postgres.DatabaseClock;
import stet.postgres.Postgres;
import stet.postgres.PostgresAddress;
import stet.sqlite.DatabaseException;
import stet.watch.store.HostTable;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * The hosts that one of several watches may ask. Each is taken from the queue for a while, with
 * what is known of it, and given back with what was learnt; one thread renews all leases. While
 * they cannot be renewed, no request begins that might still be under way when another watch may
 * take the host.
 *
 * <p>{@link HostClaims} is for the watch's thread, {@link HostGuard} for those that fetch.
 */
public final class HostLeases implements HostClaims, HostGuard, AutoCloseable {
  /** A host of which nothing is due for so long is given back. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration REST_WITHOUT_NEWS = Duration.ofSeconds(3);

  /** Whoever has a host that a redirect leads to is given so long to give it back. */
  private static final Duration WANTED = Duration.ofSeconds(60);

  private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

  /** So many hosts for each fetch at once: most of the time a host waits for its next request. */
  private static final int HOSTS_A_FETCH = 8;

  private final Postgres database;
  private final HostTable hosts;
  private final LeaseRows rows;
  private final Worker me;
  private final LeaseTimes times;
  private final HostThrottle throttle;
  private final HostNotes notes;
  private final DatabaseClock clock;
  private final int fetches;
  private final Thread renewing = new Thread(this::renewAgainAndAgain, "leases");

  private final Holdings held = new Holdings();

  private volatile long goodUntilNanos;
  private volatile long goodUntilMillis;
  private volatile boolean exhausted;
  private volatile @Nullable Instant upcoming;
  private volatile boolean closed;

  private HostLeases(
      Postgres database,
      Worker me,
      LeaseTimes times,
      HostThrottle throttle,
      RobotsCache robots,
      int fetches) {
    this.database = database;
    this.me = me;
    this.times = times;
    this.throttle = throttle;
    this.fetches = fetches;
    this.hosts = new HostTable(database.sql());
    this.rows = new LeaseRows(database.sql(), me, times.length());
    this.notes = new HostNotes(hosts, throttle, robots);
    this.clock = new DatabaseClock(database);
  }

  /**
   * Begins to work on a queue.
   *
   * @param throttle what is known of hosts is put into it, and it takes none that is not held here
   * @param robots likewise
   * @param fetches under way at once
   * @throws DatabaseException when the queue cannot be reached
   */
  public static HostLeases open(
      PostgresAddress queue,
      Worker me,
      LeaseTimes times,
      HostThrottle throttle,
      RobotsCache robots,
      int fetches) {
    Postgres database = new Postgres(queue);
    try {
      HostLeases leases = new HostLeases(database, me, times, throttle, robots, fetches);
      database.write(
          () -> {
            leases.rows.begin();
            return me;
          });
      leases.renew();
      leases.renewing.setDaemon(true);
      leases.renewing.start();
      throttle.guardedBy(leases);
      return leases;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The queue's time, by which all that is shared is planned. */
  public DatabaseClock clock() {
    return clock;
  }

  private void renewAgainAndAgain() {
    while (!closed) {
      try {
        Thread.sleep(times.renewal().toMillis());
        renew();
      } catch (InterruptedException e) {
        return;
      } catch (DatabaseException e) {
        // Whoever plans is told of it too; what is not renewed is not asked any more.
      }
    }
  }

  private void renew() {
    synchronized (database) {
      if (closed) {
        return;
      }
      long nanos = System.nanoTime();
      long millis = System.currentTimeMillis();
      Set<String> forgotten = held.renewed(rows.renew());
      // Both clocks of this machine have to agree: one stands still while it sleeps.
      Duration good = times.length().minus(times.request());
      goodUntilNanos = nanos + good.toNanos();
      goodUntilMillis = millis + good.toMillis();
      forgotten.forEach(host -> rows.release(host, false));
      clock.look(database);
    }
  }

  private boolean isGood() {
    return System.nanoTime() - goodUntilNanos < 0 && System.currentTimeMillis() < goodUntilMillis;
  }

  @Override
  public @Nullable Instant take(String authority, Instant now) {
    if (!isGood()) {
      return now.plus(times.renewal());
    } else if (held.use(authority)) {
      return null;
    }
    try {
      return takeOnTheWay(authority) ? null : now.plus(ASK_AGAIN);
    } catch (DatabaseException e) {
      return now.plus(times.renewal());
    }
  }

  /** A redirect leads to a host that was not planned. */
  private boolean takeOnTheWay(String authority) {
    synchronized (database) {
      if (closed || held.use(authority)) {
        return !closed;
      }
      LeaseRows.Taken taken = database.write(() -> rows.take(authority)).orElse(null);
      if (taken == null) {
        rows.want(authority, WANTED);
        return false;
      }
      takeOver(taken);
      return held.use(authority);
    }
  }

  private void takeOver(LeaseRows.Taken taken) {
    notes.read(taken.host());
    if (!taken.clean()) {
      // Who had it may have asked it up to now, and cannot say so any more.
      throttle.rest(taken.host(), clock.instant());
    }
    held.add(taken.host());
  }

  @Override
  public void release(String authority) {
    held.unuse(authority);
  }

  @Override
  public boolean mayBegin(String authority) {
    return held.has(authority) && isGood();
  }

  @Override
  public Map<String, Instant> next(Look look, Predicate<String> busy) {
    synchronized (database) {
      Map<String, Instant> next = rows.next();
      for (String host : idle(look, busy, next)) {
        giveBack(host);
      }
      int room = Math.min(fetches, HOSTS_A_FETCH * fetches - held.count());
      List<LeaseRows.Taken> taken = room <= 0 ? List.of() : rows.take(look, room);
      taken.forEach(this::takeOver);
      exhausted = taken.isEmpty();
      if (!exhausted) {
        next = rows.next();
      }
      next.keySet().removeIf(host -> !held.has(host));
      upcoming = next.isEmpty() ? rows.upcoming().orElse(null) : null;
      return next;
    }
  }

  private List<String> idle(Look look, Predicate<String> busy, Map<String, Instant> next) {
    return held.unused().stream()
        .filter(host -> !busy.test(host))
        .filter(host -> held.isWanted(host) || isIdle(look, host, next.get(host)))
        .toList();
  }

  private boolean isIdle(Look look, String host, @Nullable Instant next) {
    return next == null
        || next.isAfter(Times.later(look.due(), look.now().plus(IDLE)))
        || throttle.mayAskAt(host, look.now()).isAfter(look.now().plus(look.patience()));
  }

  /** What was learnt of a host is noted together with its being free. */
  private void giveBack(String host) {
    if (!held.removeUnused(host)) {
      return;
    }
    database.write(
        () -> {
          if (rows.release(host, true)) {
            notes.write(host);
          }
          return host;
        });
  }

  @Override
  public boolean holds(String host) {
    return held.has(host);
  }

  @Override
  public boolean holdsStill(WatchStore store, String host) {
    return holds(host) && store.queue().map(q -> LeaseRows.isHeld(q.sql(), me, host)).orElse(false);
  }

  @Override
  public void note(WatchStore store, String host) {
    notes.writeRobots(store.hosts(), host);
  }

  @Override
  public List<String> forgiven() {
    synchronized (database) {
      return hosts.forgiven(this::holds);
    }
  }

  @Override
  public @Nullable Instant upcoming() {
    return upcoming;
  }

  @Override
  public boolean isExhausted() {
    return exhausted;
  }

  @Override
  public Duration rest() {
    return exhausted && held.count() == 0 ? REST_WITHOUT_NEWS : REST;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /** Gives all back; where the queue is away, the leases run out by themselves. */
  @Override
  public void close() {
    synchronized (database) {
      if (closed) {
        return;
      }
      closed = true;
      renewing.interrupt();
      try {
        held.unuseAll();
        held.unused().forEach(this::giveBack);
        rows.end();
      } catch (DatabaseException e) {
        // Nothing is lost by it.
      }
      database.close();
    }
  }
}
