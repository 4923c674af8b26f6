package stet.watch.queue;

import java.util.Optional;
import stet.postgres.Postgres;
import stet.postgres.PostgresAddress;

/**
 * The last text that a check of an address showed, wherever it was indexed: the index of one worker
 * knows only what that worker saw. For several threads.
 */
public final class LastTexts implements AutoCloseable {
  private final Postgres database;
  private final String worker;

  public LastTexts(PostgresAddress queue, Worker worker) {
    this.database = new Postgres(queue);
    this.worker = worker.id();
  }

  /**
   * A text that was seen.
   *
   * @param digest of what is compared between two versions
   * @param mine whether it was this worker that saw it
   */
  public record LastText(String digest, boolean mine) {}

  /** The last text of an address; empty where none was seen. */
  public synchronized Optional<LastText> last(String uri) {
    return database
        .sql()
        .one(
            "SELECT digest, worker FROM last_text WHERE uri = ?",
            r -> new LastText(r.getString(1), r.getString(2).equals(worker)),
            uri);
  }

  /** Notes what this worker saw. */
  public synchronized void keep(String uri, String digest) {
    database
        .sql()
        .update(
            """
            INSERT INTO last_text (uri, digest, worker) VALUES (?, ?, ?)
            ON CONFLICT (uri) DO UPDATE SET digest = excluded.digest, worker = excluded.worker""",
            uri,
            digest,
            worker);
  }

  @Override
  public synchronized void close() {
    database.close();
  }
}
