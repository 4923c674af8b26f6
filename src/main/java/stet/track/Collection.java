package stet.track;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.sqlite.DatabaseException;
import stet.sqlite.Lease;
import stet.store.Store;
import stet.store.WithheldTable;
import stet.story.Engine;
import stet.timeline.Marks;
import stet.track.takedown.WithheldStamp;
import stet.withhold.WithheldFile;
import stet.withhold.Withholding;

/**
 * A collection opened: captures in WARC files, and the index derived from them. {@link
 * CollectionFolder} makes one, {@link CollectionWriter} adds to it, {@link Rebuilder} makes its
 * index anew.
 */
public final class Collection implements AutoCloseable {
  private final CollectionFolder folder;
  private final WarcArchive archive;
  private final Store store;
  private final Timelines timelines;
  private final Marks marks;
  private final @Nullable Lease<Store> lease;

  /**
   * @param lease of the store, which is given back where another's store would be closed; null for
   *     none
   */
  Collection(CollectionFolder folder, Store store, Marks marks, @Nullable Lease<Store> lease) {
    this.folder = folder;
    this.archive = new WarcArchive(folder.snapshots());
    this.store = store;
    this.lease = lease;
    this.marks = marks;
    this.timelines = new Timelines(store.tables(), marks);
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
    CollectionFolder folder = new CollectionFolder(home);
    folder.require();
    Collection collection;
    try {
      collection = new Collection(folder, Store.openReadOnly(folder.database()), marks, null);
    } catch (DatabaseException e) {
      throw folder.unreadable(e);
    }
    return collection.stamped();
  }

  /** This, or a refusal where its index was made with other takedowns than those that hold now. */
  Collection stamped() {
    try {
      requireStamp();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  void requireStamp() {
    try {
      WithheldStamp.difference(store, withheldFile())
          .ifPresent(
              line -> {
                throw new CollectionException(CollectionException.Problem.OUTDATED, line);
              });
    } catch (IOException e) {
      throw new CollectionException(
          CollectionException.Problem.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private WithheldFile withheldFile() {
    return new WithheldFile(folder.home());
  }

  /**
   * What is withheld from it.
   *
   * @throws IOException when that cannot be read
   */
  public Withholding withheld() throws IOException {
    return withheldFile().read();
  }

  /**
   * What of its captures is withheld, in the order of their numbers.
   *
   * @param article number of the article; 0 for all
   */
  public List<WithheldTable.Row> withheldCaptures(long article) {
    return store.tables().withheld().of(article);
  }

  Store store() {
    return store;
  }

  WarcArchive archive() {
    return archive;
  }

  /** The folder. */
  public Path home() {
    return folder.home();
  }

  /** Timelines of its articles. */
  public Timelines timelines() {
    return timelines;
  }

  /** Search over all that its articles ever said. */
  public Search search() {
    return new Search(store.tables(), marks);
  }

  /**
   * The payload of that digest, to be read from the archive; empty where it is not here or
   * withheld.
   *
   * @throws IOException when the record that holds it cannot be read
   */
  public Optional<Payload> payload(Digest digest) throws IOException {
    Optional<WarcLocation> at = store.tables().payloads().find(digest);
    return at.isEmpty() || store.tables().withheld().taken(digest).isPresent()
        ? Optional.empty()
        : Optional.of(archive.read(at.get()).capture().payload());
  }

  /** Its captures, as archived. */
  public Captures captures() {
    return new Captures(archive, store.tables(), marks);
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
    return new Auditor(folder, store, engine).run(level, progress);
  }

  @Override
  public void close() {
    if (lease == null) {
      store.close();
    } else {
      lease.close();
    }
  }
}
