package stet.app.live;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.ServedCollection;
import stet.app.alert.AlertedWatch;
import stet.app.push.PushService;
import stet.watch.WatchLog;
import stet.watch.Watcher;

/**
 * A watch beside a server, in its process. What ends the watch does not end the server: it is told
 * once, and the collection is served on.
 */
public final class OwnWatch implements AutoCloseable {
  private final ServedCollection collection;
  private final AlertedWatch watch;
  private final @Nullable PushService pushes;
  private final Consumer<Exception> failed;
  private final Thread thread = new Thread(this::run, "watch");
  private volatile Watcher.@Nullable Pass pass;

  private OwnWatch(
      ServedCollection collection,
      AlertedWatch watch,
      @Nullable PushService pushes,
      Consumer<Exception> failed) {
    this.collection = collection;
    this.watch = watch;
    this.pushes = pushes;
    this.failed = failed;
  }

  /**
   * Begins to check what comes due.
   *
   * @param log is told of each check, by a thread of the watch
   * @param program name and version of the program
   * @param failed is told why the watch ended where nobody stopped it, by a thread of the watch
   * @throws IOException when what it needs cannot be opened
   * @throws stet.track.CollectionException when another watch works on the collection
   * @throws stet.app.AppException when the settings are wrong
   */
  public static OwnWatch start(
      ServedCollection collection, WatchLog log, String program, Consumer<Exception> failed)
      throws IOException {
    // Hubs can only call where there is a server.
    String callback = collection.home().settings().hubCallback();
    AlertedWatch alerted =
        AlertedWatch.open(collection.home(), collection.clock(), log, program, false);
    boolean shared = collection.home().queue().isPresent();
    if (shared && !callback.isEmpty()) {
      alerted.note("hubs are not asked where several watches share a queue; lists are checked");
    }
    PushService pushes =
        callback.isEmpty() || shared
            ? null
            : new PushService(
                collection.home(),
                callback,
                collection.clock(),
                alerted.session()::post,
                alerted::note);
    OwnWatch own = new OwnWatch(collection, alerted, pushes, failed);
    collection.watchedBy(alerted.session());
    if (pushes != null) {
      pushes.start();
    }
    own.thread.start();
    return own;
  }

  private void run() {
    try (watch;
        pushes) {
      pass = watch.watcher().run();
    } catch (IOException | RuntimeException e) {
      failed.accept(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      collection.watchedBy(null);
    }
  }

  /** Has it end within five seconds, without waiting for that. */
  public void stop() {
    watch.watcher().stop();
  }

  /** What it did; null while it runs, and where it ended of itself. */
  public Watcher.@Nullable Pass pass() {
    return pass;
  }

  /** Ends it, and waits until what was fetched is kept. */
  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
