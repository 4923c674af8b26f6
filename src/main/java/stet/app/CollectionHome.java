package stet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import stet.app.queue.QueueAddress;
import stet.diff.rank.Weights;
import stet.notes.NoteStore;
import stet.postgres.PostgresAddress;
import stet.timeline.Marks;
import stet.timeline.quote.QuotedTimelines;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;
import stet.watch.HeldMarks;
import stet.watch.store.WatchStore;

/**
 * The folder of a collection, and the ways into it.
 *
 * @param path as a person named it; empty for the current folder
 */
public record CollectionHome(Path path) {
  /** The folder. */
  public Path folder() {
    return path.toString().isEmpty() ? Path.of(".") : path;
  }

  /** The folder as a person would write it. */
  public String name() {
    return path.toString().isEmpty() ? "." : path.toString();
  }

  /**
   * Makes an empty collection where there is none.
   *
   * @return whether there was none before
   * @throws IOException when the folder cannot be made
   */
  public boolean make() throws IOException {
    return new CollectionFolder(folder()).make();
  }

  /**
   * Makes sure that it is there.
   *
   * @throws stet.track.CollectionException when there is none
   */
  public void requireThere() {
    new CollectionFolder(folder()).require();
  }

  /**
   * Opens it for reading, with what a person still has to judge marked as held.
   *
   * @throws stet.track.CollectionException when there is none, or it cannot be read
   * @throws AppException when the settings are wrong
   */
  public Collection open() {
    return Collection.open(folder(), HeldMarks.of(folder(), settings().weights()));
  }

  /**
   * Opens it for who checks what is kept, whatever the settings say.
   *
   * @throws stet.track.CollectionException when there is none, or it cannot be read
   */
  public Collection openToAudit() {
    return Collection.open(folder(), HeldMarks.of(folder(), Weights.STANDARD));
  }

  /**
   * Opens it for reading to hand on what it says: of outlets that the settings name, only what
   * changed is there.
   *
   * @throws stet.track.CollectionException when there is none, or it cannot be read
   * @throws AppException when the settings are wrong
   */
  public Collection openToPublish() {
    return Collection.open(folder(), published(settings()));
  }

  /** What is marked on what is handed on. */
  Marks published(Settings settings) {
    return QuotedTimelines.of(settings.quoteOnly(), HeldMarks.of(folder(), settings.weights()));
  }

  /**
   * Opens it for writing with the engine that its settings name.
   *
   * @throws stet.track.CollectionException when there is none, or another process keeps writing
   * @throws AppException when the settings are wrong
   */
  public CollectionWriter openForWriting(Clock clock) throws IOException {
    Settings settings = settings();
    return CollectionWriter.open(folder(), settings.engine(), clock, settings.lockWait());
  }

  /**
   * What its {@code stet.toml} says.
   *
   * @throws AppException when that is wrong
   */
  public Settings settings() {
    return Settings.read(folder());
  }

  /**
   * What is watched, to be changed; empty where nothing was tracked yet.
   *
   * @throws stet.track.CollectionException when there is no collection
   */
  public WatchStore watched() {
    Collection.open(folder()).close();
    return watchedBeforeUse();
  }

  /**
   * The same without a look at the collection, which may have been made by an older program: what
   * is tracked can be added to before anything brings it up to date.
   */
  public WatchStore watchedBeforeUse() {
    return WatchStore.open(watchFile(), queue());
  }

  /** The same for who changes nothing, also on a medium that nobody can write. */
  public WatchStore watchedForReading() {
    Collection.open(folder()).close();
    return WatchStore.openForReading(watchFile(), queue());
  }

  /** What people say of revisions, to be added to; empty where nobody has said anything. */
  public NoteStore notes() {
    return NoteStore.open(folder().resolve(NoteStore.FILE));
  }

  /** The same for who changes nothing, also on a medium that nobody can write. */
  public NoteStore notesForReading() {
    return NoteStore.openForReading(folder().resolve(NoteStore.FILE));
  }

  /**
   * The queue that several watches share; empty where its settings name none.
   *
   * @throws AppException when the settings are wrong
   */
  public Optional<PostgresAddress> queue() {
    Settings settings = settings();
    return QueueAddress.of(
        folder(),
        settings.get(SettingKey.WATCH_STORE),
        settings.get(SettingKey.WATCH_STORE_PASSWORD_FILE),
        settings.get(SettingKey.WATCH_STORE_PASSWORD_ENV));
  }

  /** Whether anything was ever watched, or is by others in a queue that the settings name. */
  public boolean isWatched() {
    return WatchStore.isThere(folder()) || queue().isPresent();
  }

  Path watchFile() {
    return folder().resolve(WatchStore.FILE);
  }
}
