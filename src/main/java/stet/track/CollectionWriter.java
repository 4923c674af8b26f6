package stet.track;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import stet.archive.ArchiveWriter;
import stet.archive.RecoveredTail;
import stet.sqlite.DatabaseException;
import stet.store.Store;
import stet.story.Engine;
import stet.timeline.Marks;
import stet.track.takedown.Refusal;
import stet.withhold.Withholding;

/** The right to add captures to a collection, held until closed. One process has it at a time. */
public final class CollectionWriter implements AutoCloseable {
  /** How long a writer that is done waits for readers before it leaves its log to others. */
  private static final Duration FOLDING = Duration.ofMillis(250);

  private final Collection collection;
  private final CollectionLock lock;
  private final ArchiveWriter archive;
  private final Indexer indexer;
  private final Tracker tracker;
  private final Recovery recovery;

  /**
   * What was found at the opening that no process had acknowledged.
   *
   * @param captures complete captures that were archived and not yet indexed; they are now
   * @param unfinished unfinished writes that were taken off their files, one line each
   * @param damage stretches of the archive that could not be read, one line each
   */
  public record Recovery(int captures, List<String> unfinished, List<String> damage) {}

  private CollectionWriter(Collection collection, Engine engine, CollectionLock lock, Clock clock)
      throws IOException {
    this.collection = collection;
    this.lock = lock;
    Store store = collection.store();
    try {
      EngineStamp.check(store, engine);
      collection.requireStamp();
      archive =
          collection
              .archive()
              .openForAppend(
                  clock,
                  store.tables().payloads()::find,
                  store.tables().warcFiles().indexedLengths());
      Withholding withheld = collection.withheld();
      indexer = new Indexer(store, engine, withheld);
      tracker =
          new Tracker(
              archive,
              store.tables(),
              indexer,
              new Refusal(withheld, engine.extractor(), Screen::addresses));
      recovery = recover();
    } catch (IOException | RuntimeException e) {
      collection.close();
      throw e;
    }
  }

  /** {@link #open(Path, Engine, Clock, Duration)} without a user's own rules. */
  public static CollectionWriter open(Path home, Clock clock, Duration patience)
      throws IOException {
    return open(home, Engine.standard(), clock, patience);
  }

  /**
   * Opens a collection for writing and takes in what a process that was killed has left: an
   * unfinished record is cut off, records that were never indexed are indexed.
   *
   * @param engine reads what is added; it must be the one that made what is there
   * @param clock tells the day after which WARC files are named
   * @param patience how long to wait for another writer to finish
   * @throws CollectionException when there is no collection, another process keeps writing, or the
   *     rows were made by another extractor or differ
   * @throws IOException when the archive cannot be read
   */
  public static CollectionWriter open(Path home, Engine engine, Clock clock, Duration patience)
      throws IOException {
    CollectionFolder folder = new CollectionFolder(home);
    folder.require();
    CollectionLock lock = folder.lock(patience);
    try {
      Collection collection = new Collection(folder, store(folder), Marks.NONE, null);
      return new CollectionWriter(collection, engine, lock, clock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Store store(CollectionFolder folder) {
    try {
      return Store.open(folder.database());
    } catch (DatabaseException e) {
      throw folder.unreadable(e);
    }
  }

  private Recovery recover() throws IOException {
    Store store = collection.store();
    CatchUp.Result caughtUp = new CatchUp(collection.archive(), store, indexer).run(Progress.NONE);
    if (caughtUp.captures() > 0) {
      // A power cut may have taken committed changes along, whose numbers are given again.
      store.tables().changes().renew();
    }
    return new Recovery(
        caughtUp.captures(),
        archive.recovered().stream().map(RecoveredTail::line).toList(),
        caughtUp.damage());
  }

  /** Where captures enter. */
  public Tracker tracker() {
    return tracker;
  }

  /** What a process that was killed had left. */
  public Recovery recovery() {
    return recovery;
  }

  /** The collection, to read what was written. */
  public Collection collection() {
    return collection;
  }

  @Override
  public void close() throws IOException {
    try (lock;
        collection;
        archive) {
      indexer.close();
      collection.store().checkpoint(FOLDING);
    }
  }
}
