package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.ArchiveWriter;
import stet.archive.RecoveredTail;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.sqlite.DatabaseException;
import stet.sqlite.Lease;
import stet.store.Store;
import stet.timeline.Marks;

/**
 * A folder that holds {@code snapshots/} (the captures, in WARC files) and {@code stet.db} (the
 * index derived from them).
 */
public final class Collection implements AutoCloseable {
  static final String DATABASE = "stet.db";

  /** How long to wait for another process that makes the same collection. */
  private static final Duration MAKING = Duration.ofSeconds(30);

  /** How long a writer that is done waits for readers before it leaves its log to others. */
  private static final Duration FOLDING = Duration.ofMillis(250);

  private static final String SNAPSHOTS = "snapshots";
  private static final String LOCK = "stet.lock";

  private final Path home;
  private final WarcArchive archive;
  private final Store store;
  private final Timelines timelines;
  private final @Nullable Lease<Store> lease;

  /**
   * @param lease of the store, which is given back where another's store would be closed; null for
   *     none
   */
  Collection(Path home, Store store, Marks marks, @Nullable Lease<Store> lease) {
    this.home = home;
    this.archive = new WarcArchive(home.resolve(SNAPSHOTS));
    this.store = store;
    this.lease = lease;
    this.timelines = new Timelines(store.tables(), marks);
  }

  /** Whether there is a collection in that folder. */
  public static boolean isAt(Path home) {
    return Files.isRegularFile(home.resolve(DATABASE));
  }

  /**
   * Makes an empty collection, or does nothing where there is one.
   *
   * @return whether there was none before
   * @throws IOException when the folder cannot be made
   */
  public static boolean init(Path home) throws IOException {
    Files.createDirectories(home.resolve(SNAPSHOTS));
    Files.createDirectories(home.resolve("reports"));
    if (!isAt(home) && make(home)) {
      return true;
    }
    Store.open(home.resolve(DATABASE)).close();
    return false;
  }

  /** Puts an empty database in place when it is complete: a kill leaves a whole one or none. */
  private static boolean make(Path home) throws IOException {
    try (CollectionLock lock = writing(home, MAKING)) {
      if (isAt(home)) {
        return false;
      }
      Path fresh = home.resolve(DATABASE + ".making");
      Rebuilder.delete(fresh);
      Store.open(fresh).close();
      Files.move(fresh, home.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }

  /** {@link #open(Path, Marks)} without any marks. */
  public static Collection open(Path home) {
    return open(home, Marks.NONE);
  }

  /**
   * Opens a collection for reading by one thread at a time; {@link CollectionReaders} is for many.
   * Other processes may write meanwhile.
   *
   * @param marks what is to be shown on timelines that are read from it
   * @throws CollectionException when there is none, or it cannot be read
   */
  public static Collection open(Path home, Marks marks) {
    requireAt(home);
    return new Collection(home, readable(home, true), marks, null);
  }

  /**
   * Makes sure that there is a collection.
   *
   * @throws CollectionException when there is none
   */
  public static void requireAt(Path home) {
    if (!isAt(home)) {
      throw new CollectionException(
          CollectionException.Problem.NONE_HERE,
          "no collection in '" + home + "'; make one with 'stet init' or name one with --home");
    }
  }

  private static CollectionLock writing(Path home, Duration patience) throws IOException {
    return CollectionLock.acquire(
        home.resolve(LOCK),
        patience,
        "another stet is writing to this collection; try again when it is done");
  }

  private static Store readable(Path home, boolean readOnly) {
    Path file = home.resolve(DATABASE);
    try {
      return readOnly ? Store.openReadOnly(file) : Store.open(file);
    } catch (DatabaseException e) {
      throw unreadable(home, e);
    }
  }

  static CollectionException unreadable(Path home, DatabaseException e) {
    return new CollectionException(
        e.isLocked() ? CollectionException.Problem.LOCKED : CollectionException.Problem.UNREADABLE,
        "cannot open '"
            + home.resolve(DATABASE)
            + "': "
            + e.getMessage()
            + "; 'stet rebuild' makes it anew");
  }

  /** {@link #openForWriting(Path, Engine, Clock, Duration)} without a user's own rules. */
  public static Writer openForWriting(Path home, Clock clock, Duration patience)
      throws IOException {
    return openForWriting(home, Engine.standard(), clock, patience);
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
  public static Writer openForWriting(Path home, Engine engine, Clock clock, Duration patience)
      throws IOException {
    requireAt(home);
    CollectionLock lock = writing(home, patience);
    try {
      return new Writer(
          new Collection(home, readable(home, false), Marks.NONE, null), engine, lock, clock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** {@link #rebuild(Path, Engine, Duration, Progress)} without a user's own rules. */
  public static Rebuilt rebuild(Path home, Duration patience, Progress progress)
      throws IOException {
    return rebuild(home, Engine.standard(), patience, progress);
  }

  /**
   * Makes all rows anew from the WARC files alone and puts the new database in the old one's place
   * when it is complete.
   *
   * @param engine makes them; it need not be the one that made those that are there
   * @return what was read, and what could not be
   */
  @SuppressWarnings("try") // the lock is only held
  public static Rebuilt rebuild(Path home, Engine engine, Duration patience, Progress progress)
      throws IOException {
    Files.createDirectories(home);
    try (CollectionLock lock = writing(home, patience)) {
      CatchUp.Result result =
          Rebuilder.replace(home.resolve(DATABASE), home.resolve(SNAPSHOTS), engine, progress);
      return new Rebuilt(result.captures(), result.damage());
    }
  }

  /** The folder. */
  public Path home() {
    return home;
  }

  /** Timelines of its articles. */
  public Timelines timelines() {
    return timelines;
  }

  /** Search over all that its articles ever said. */
  public Search search() {
    return new Search(store.tables());
  }

  /**
   * The payload of that digest, to be read from the archive; empty where it is not here.
   *
   * @throws IOException when the record that holds it cannot be read
   */
  public Optional<Payload> payload(Digest digest) throws IOException {
    Optional<WarcLocation> at = store.tables().payloads().find(digest);
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(archive.read(at.get()).capture().payload());
  }

  /** Its captures, as archived. */
  public Captures captures() {
    return new Captures(archive, store.tables().captures());
  }

  /** A SHA-256 over the rows of each table: equal in two collections with equal rows. */
  public Map<String, String> fingerprints() {
    return store.fingerprints();
  }

  /** {@link #verify(Audit.Level, Engine, Progress)} without a user's own rules. */
  public Audit verify(Audit.Level level, Progress progress) throws IOException {
    return verify(level, Engine.standard(), progress);
  }

  /**
   * Checks the archive, the index, and the one against the other; changes nothing.
   *
   * @param engine makes the rows to compare with, at the deepest level
   * @throws IOException when a file cannot be read at all
   * @throws IllegalStateException when this is a snapshot
   */
  public Audit verify(Audit.Level level, Engine engine, Progress progress) throws IOException {
    if (lease != null) {
      throw new IllegalStateException("a snapshot cannot be verified");
    }
    return new Auditor(home, home.resolve(SNAPSHOTS), store, engine).run(level, progress);
  }

  @Override
  public void close() {
    if (lease == null) {
      store.close();
    } else {
      lease.close();
    }
  }

  /**
   * What a rebuild did.
   *
   * @param captures how many were read
   * @param damage stretches of the archive that could not be read, one line each
   */
  public record Rebuilt(int captures, List<String> damage) {}

  /**
   * What was found at the opening that no process had acknowledged.
   *
   * @param captures complete captures that were archived and not yet indexed; they are now
   * @param unfinished unfinished writes that were taken off their files, one line each
   * @param damage stretches of the archive that could not be read, one line each
   */
  public record Recovery(int captures, List<String> unfinished, List<String> damage) {}

  /** The right to add captures, held until closed. */
  public static final class Writer implements AutoCloseable {
    private final Collection collection;
    private final CollectionLock lock;
    private final ArchiveWriter archive;
    private final Indexer indexer;
    private final Tracker tracker;
    private final Recovery recovery;

    private Writer(Collection collection, Engine engine, CollectionLock lock, Clock clock)
        throws IOException {
      this.collection = collection;
      this.lock = lock;
      Store store = collection.store;
      try {
        EngineStamp.check(store, engine);
        archive =
            collection.archive.openForAppend(
                clock,
                store.tables().payloads()::find,
                store.tables().warcFiles().indexedLengths());
        indexer = new Indexer(store, engine);
        tracker = new Tracker(archive, store.tables().captures(), indexer);
        CatchUp.Result caughtUp =
            new CatchUp(collection.archive, store, indexer).run(Progress.NONE);
        if (caughtUp.captures() > 0) {
          // A power cut may have taken committed changes along, whose numbers are given again.
          store.tables().changes().renew();
        }
        recovery =
            new Recovery(
                caughtUp.captures(),
                archive.recovered().stream().map(RecoveredTail::line).toList(),
                caughtUp.damage());
      } catch (IOException | RuntimeException e) {
        collection.close();
        throw e;
      }
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
        collection.store.checkpoint(FOLDING);
      }
    }
  }
}
