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
  /** What the database said, and this machine's count of nanoseconds when it said it. */
  private record Look(Instant at, long nanos) {}

  private volatile Look look;

  /**
   * Asks for the time.
   *
   * @throws stet.sqlite.DatabaseException when the database cannot be reached
   */
  public DatabaseClock(Postgres database) {
    this.look = ask(database);
  }

  /** Asks again; called by whoever has a connection at hand. */
  public void look(Postgres database) {
    look = ask(database);
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
    return new Look(at, before + (after - before) / 2);
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
