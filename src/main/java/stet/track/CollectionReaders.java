package stet.track;

import java.nio.file.Path;
import java.util.function.Supplier;
import stet.sqlite.DatabaseException;
import stet.sqlite.Lease;
import stet.sqlite.Readers;
import stet.store.Store;
import stet.timeline.Marks;

/**
 * A collection for many readers at a time, each of which sees one state of it. May be used by any
 * number of threads.
 */
public final class CollectionReaders implements AutoCloseable {
  private final CollectionFolder folder;
  private final Readers<Store> stores;
  private final Supplier<Marks> marks;

  private CollectionReaders(CollectionFolder folder, Readers<Store> stores, Supplier<Marks> marks) {
    this.folder = folder;
    this.stores = stores;
    this.marks = marks;
  }

  /**
   * Opens a collection for many readers at a time, such as the requests of a server. Others may
   * write to it, or rebuild it, meanwhile.
   *
   * @param most how many may read at the same time
   * @param marks asked at each lease for what is to be shown on timelines
   * @throws CollectionException when there is none, or it cannot be read
   */
  public static CollectionReaders of(Path home, int most, Supplier<Marks> marks) {
    CollectionFolder folder = new CollectionFolder(home);
    folder.require();
    try {
      return new CollectionReaders(folder, Store.readers(folder.database(), most), marks);
    } catch (DatabaseException e) {
      throw folder.unreadable(e);
    }
  }

  /**
   * The collection as it is now: whatever is asked of it until it is closed fits together, and
   * nobody who writes waits for it. To be used by one thread at a time, closed soon, and nothing
   * that it gave be asked afterwards; what was read stays.
   *
   * @throws CollectionException when it cannot be read, or when for seconds as many read as may
   * @throws IllegalStateException when this is closed
   */
  public Collection lease() {
    Marks shown = marks.get();
    Lease<Store> lease;
    try {
      lease = stores.lease();
    } catch (DatabaseException e) {
      throw new CollectionException(
          e.isLocked()
              ? CollectionException.Problem.LOCKED
              : CollectionException.Problem.UNREADABLE,
          "cannot read the collection in '" + folder.home() + "': " + e.getMessage());
    }
    return new Collection(folder, lease.view(), shown, lease).stamped();
  }

  /** Ends it for new readers; those that read may go on to their end. */
  @Override
  public void close() {
    stores.close();
  }
}
