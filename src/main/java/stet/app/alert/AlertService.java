package stet.app.alert;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.Settings;
import stet.sqlite.DatabaseException;
import stet.track.CollectionException;
import stet.watch.store.WatchStore;

/**
 * Tells people what they asked to be told, beside a watch. Rules and channels are read again when
 * the settings change; while those are wrong, the ones before hold. Nothing that goes wrong here
 * keeps the watch from watching.
 */
public final class AlertService implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final long SHORTEST_MILLIS = 20;

  /** What comes within that time is asked about together. */
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(150);

  /** The same where nobody said that anything came. */
  private static final Duration BETWEEN_QUIET_ROUNDS = Duration.ofSeconds(1);

  /** So often it is asked whether the settings changed. */
  private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

  private static final long RETRY_MILLIS = 5_000;

  private final ServedCollection collection;
  private final String program;
  private final Consumer<String> log;
  private final Semaphore woken = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "alerts");
  private volatile boolean changed = true;
  private volatile boolean stopping;
  private @Nullable WatchStore store;
  private @Nullable AlertRound round;
  private @Nullable AlertSetup setup;
  private long madeAt = longAgo();
  private long lookedAt = longAgo();
  private String read = "";
  private String trouble = "";
  private boolean misset;

  private AlertService(ServedCollection collection, String program, Consumer<String> log) {
    this.collection = collection;
    this.program = program;
    this.log = log;
    thread.setDaemon(true);
  }

  /**
   * Prepares it.
   *
   * @param collection used and closed by this
   * @param program name and version of the program
   * @param log is told what a person should know, in one line each, by a thread of this
   */
  public static AlertService of(ServedCollection collection, String program, Consumer<String> log) {
    return new AlertService(collection, program, log);
  }

  /** Begins to tell what comes. */
  public void start() {
    thread.start();
  }

  /** Says that something may have changed. From any thread. */
  public void wake() {
    changed = true;
    woken.release();
  }

  /** Reads rules and channels, so that what is seen from now on is news to them. */
  public void prepare() {
    current();
  }

  private void run() {
    try {
      while (!stopping) {
        long wait = step();
        if (woken.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  /** Makes a round; how long to wait for the next in milliseconds. */
  private long step() {
    try {
      Duration between = changed ? BETWEEN_ROUNDS : BETWEEN_QUIET_ROUNDS;
      long rest = madeAt + between.toNanos() - System.nanoTime();
      if (round != null && rest > 0) {
        round.send();
        return Math.max(1, rest / 1_000_000);
      }
      AlertRound now = current();
      if (now == null) {
        return REST.toMillis();
      }
      boolean everything = changed;
      changed = false;
      now.make(everything);
      madeAt = System.nanoTime();
      trouble = "";
      Instant at = collection.clock().instant();
      long millis = Duration.between(at, now.next()).toMillis();
      return Math.max(SHORTEST_MILLIS, Math.min(REST.toMillis(), millis));
    } catch (IOException | AppException | CollectionException | DatabaseException e) {
      changed = true;
      complain(String.valueOf(e.getMessage()));
      return RETRY_MILLIS;
    } catch (RuntimeException e) {
      changed = true;
      complain("failed in itself: " + e);
      return RETRY_MILLIS;
    }
  }

  private static long longAgo() {
    return System.nanoTime() - REST.toNanos();
  }

  private void complain(String what) {
    if (!what.equals(trouble)) {
      log.accept("alerts: " + what);
      trouble = what;
    }
  }

  /** With the rules and channels as they are now; null where there is no rule. */
  private @Nullable AlertRound current() {
    if (round != null && System.nanoTime() - lookedAt < BETWEEN_READS.toNanos()) {
      return round;
    }
    lookedAt = System.nanoTime();
    CollectionHome home = collection.home();
    String file = ServedCollection.stamps(home.folder().resolve(Settings.FILE));
    if (stamps(file).equals(read)) {
      return round;
    }
    try {
      AlertSetup now = AlertSetup.read(home, collection.clock(), program, log);
      setup = now;
      read = stamps(file);
      misset = false;
      end();
      now.channels().warnings().forEach(w -> log.accept("alerts: " + w));
      if (!now.rules().isEmpty()) {
        WatchStore opened = home.watchedBeforeUse();
        store = opened;
        round = new AlertRound(collection, opened, now, log, this::wakeQuietly);
        changed = true;
      }
    } catch (AppException e) {
      read = stamps(file);
      misset = true;
      complain(e.getMessage() + (round == null ? "" : "; the rules before it hold"));
    }
    return round;
  }

  /** Another text whenever settings, a file with a secret or a program may have changed. */
  private String stamps(String file) {
    AlertSetup now = setup;
    return file + (now == null ? "" : " " + now.state());
  }

  private void wakeQuietly() {
    woken.release();
  }

  /**
   * Tells what is to be told now, then returns; for a run that ends soon. Not beside {@link
   * #start}.
   *
   * @param most how long, even where a receiver takes its time
   * @return whether nothing is left untold because settings are wrong; the log was told of those
   */
  public boolean tellNow(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    madeAt = longAgo();
    lookedAt = longAgo();
    try {
      do {
        long wait = step();
        AlertRound now = round;
        if (now == null || !now.isBusy()) {
          return isWellSet(now);
        }
        woken.tryAcquire(Math.min(wait, 200), TimeUnit.MILLISECONDS);
      } while (System.nanoTime() < end);
      return isWellSet(round);
    } finally {
      end();
    }
  }

  private boolean isWellSet(@Nullable AlertRound now) {
    return !misset && (now == null || !now.isMisset());
  }

  private void end() {
    AlertRound old = round;
    round = null;
    if (old != null) {
      old.close();
    }
    WatchStore open = store;
    store = null;
    if (open != null) {
      open.close();
    }
  }

  /** Ends it; what was not told yet is told the next time. */
  @Override
  public void close() {
    stopping = true;
    woken.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    collection.close();
  }
}
