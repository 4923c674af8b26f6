package stet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOptions;
import stet.timeline.Marks;
import stet.track.Collection;
import stet.track.CollectionReaders;

/**
 * A collection that many ask at a time, while others write to it. May be used by any number of
 * threads.
 */
public final class ServedCollection implements AutoCloseable {
  private static final int READERS = 8;

  private final CollectionHome home;
  private final Clock clock;
  private final CollectionReaders readers;
  private final Path watch;
  private Settings settings;
  private String settingsRead = "";
  private @Nullable Marks marks;
  private String marked = "";
  private volatile @Nullable WatchSession watching;

  private ServedCollection(CollectionHome home, Clock clock) {
    this.home = home;
    this.clock = clock;
    this.watch = home.watchFile();
    this.settings = home.settings();
    this.readers = CollectionReaders.of(home.folder(), READERS, this::marks);
  }

  /**
   * Opens a collection.
   *
   * @throws stet.track.CollectionException when there is none, or it cannot be read
   * @throws AppException when the settings are wrong
   */
  public static ServedCollection open(CollectionHome home, Clock clock) {
    return new ServedCollection(home, clock);
  }

  /** Its folder. */
  public CollectionHome home() {
    return home;
  }

  /** The clock of whoever serves it. */
  public Clock clock() {
    return clock;
  }

  /**
   * Says that a watch runs in this very process, whose knowledge of hosts holds for whatever is
   * fetched beside it.
   *
   * @param session null where none runs any longer
   */
  public void watchedBy(@Nullable WatchSession session) {
    watching = session;
  }

  /** What is known of hosts: by the watch of this process, or nothing yet. */
  OutOfTurn.Known known(FetchOptions options) {
    WatchSession own = watching;
    return own == null ? OutOfTurn.Known.nothing(options) : own.known();
  }

  /** Has the watch of this process look at once at what became due; nothing where none runs. */
  public void wakeWatch() {
    WatchSession own = watching;
    if (own != null) {
      own.watcher().look();
    }
  }

  /** Asks the collection. */
  public interface Question<T> {
    /**
     * @param collection as it is now, for the length of the call
     */
    T ask(Collection collection) throws IOException;
  }

  /**
   * Asks the collection; whatever one question sees fits together.
   *
   * @throws stet.track.CollectionException when it cannot be read, or too many ask
   */
  public <T> T ask(Question<T> question) throws IOException {
    try (Collection collection = readers.lease()) {
      return question.ask(collection);
    }
  }

  /** What is held is read again only where the watch's file has changed since. */
  private synchronized Marks marks() {
    String now = stamps(watch) + stamps(home.folder().resolve(Settings.FILE));
    if (marks == null || !now.equals(marked)) {
      marks = home.published(settings());
      marked = now;
    }
    return marks;
  }

  /** Those of the file as it is now; while that is wrong, the ones before hold. */
  private Settings settings() {
    String now = stamps(home.folder().resolve(Settings.FILE));
    try {
      if (!now.equals(settingsRead)) {
        settings = home.settings();
        settingsRead = now;
      }
    } catch (AppException e) {
      // Whoever changed the file is told by the next command.
    }
    return settings;
  }

  /**
   * Another text whenever a database may have changed that others write. Times are too coarse where
   * two write at once, and sizes may come back to what they were.
   */
  public static String stamps(Path file) {
    StringBuilder stamps = new StringBuilder();
    for (String suffix : List.of("", "-wal")) {
      try {
        Path part = file.resolveSibling(file.getFileName() + suffix);
        stamps.append(Files.getLastModifiedTime(part)).append(' ').append(Files.size(part));
      } catch (IOException e) {
        stamps.append('-');
      }
    }
    return stamps.toString();
  }

  /**
   * A number that rises with everything new in the collection; 0 where it cannot be read just now.
   */
  public long latest() {
    try {
      return ask(c -> c.timelines().changes().latest());
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  /** Another text whenever any page of the collection may have changed. */
  public synchronized String state(Collection collection) {
    return collection.timelines().changes().origin()
        + " "
        + collection.timelines().changes().latest()
        + " "
        + marked;
  }

  @Override
  public void close() {
    readers.close();
  }
}
