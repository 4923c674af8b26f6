package stet.postgres;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a database, for all programs that share it: asked now and then, and in between told
 * by how much time went by on this machine, whatever its own clock says. For several threads.
 */
public final class DatabaseClock extends Clock {
  /** What came back within that time is told to a twentieth of a second. */
  private static final long NEAR_NANOS = 100_000_000L;

  /** Clocks run apart slowly: so long a good answer is better than a poor one. */
  private static final long GOOD_FOR_NANOS = 600_000_000_000L;

  private static final int FIRST_LOOKS = 3;

  /**
   * What the database said.
   *
   * @param nanos this machine's count when it said so, in the middle of the time that it took
   * @param took nanoseconds from the question to the answer
   */
  private record Look(Instant at, long nanos, long took) {}

  private volatile Look look;

  /**
   * Asks for the time.
   *
   * @throws stet.sqlite.DatabaseException when the database cannot be reached
   */
  public DatabaseClock(Postgres database) {
    Look best = ask(database);
    for (int i = 1; i < FIRST_LOOKS && best.took() > NEAR_NANOS; i++) {
      Look next = ask(database);
      best = next.took() < best.took() ? next : best;
    }
    this.look = best;
  }

  /** Asks again; called by whoever has a connection at hand. */
  public void look(Postgres database) {
    Look fresh = ask(database);
    Look last = look;
    boolean better = fresh.took() <= Math.max(NEAR_NANOS, last.took());
    if (better || fresh.nanos() - last.nanos() > GOOD_FOR_NANOS) {
      look = fresh;
    }
  }

  private static Look ask(Postgres database) {
    long before = System.nanoTime();
    // In microseconds: no zone, and no type of the driver.
    long micros =
        database
            .sql()
            .one(
                "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
                r -> r.getLong(1))
            .orElseThrow();
    long after = System.nanoTime();
    Instant at =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    return new Look(at, before + (after - before) / 2, after - before);
  }

  @Override
  public Instant instant() {
    Look last = look;
    return last.at().plusNanos(System.nanoTime() - last.nanos());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the queue's clock tells UTC");
  }
}
