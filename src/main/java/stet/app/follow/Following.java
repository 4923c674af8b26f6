package stet.app.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.ImportListener;
import stet.app.ServedCollection;
import stet.app.alert.AlertService;

/** The archives of workers followed, and who tells people what they bring. */
public final class Following implements AutoCloseable {
  private final FollowRun run;
  private final AlertService alerts;

  private Following(FollowRun run, AlertService alerts) {
    this.run = run;
    this.alerts = alerts;
  }

  /**
   * Opens it.
   *
   * @param folders homes of workers, or folders of their WARC files
   * @param listener is told of each capture
   * @param log is told what a person should know, in one line each, by several threads
   * @param program name and version of the program
   * @throws stet.track.CollectionException when there is no collection
   * @throws AppException when the settings are wrong, or a folder is the collection's own
   */
  public static Following open(
      CollectionHome home,
      Clock clock,
      List<Path> folders,
      ImportListener listener,
      Consumer<String> log,
      String program)
      throws IOException {
    home.settings().engine();
    for (Path folder : folders) {
      requireOther(home, folder);
    }
    AlertService alerts = AlertService.of(ServedCollection.open(home, clock), program, log);
    alerts.start();
    return new Following(new FollowRun(home, clock, folders, listener, log, alerts::wake), alerts);
  }

  private static void requireOther(CollectionHome home, Path folder) throws IOException {
    if (folder.toFile().isDirectory()) {
      Path own = home.folder().toRealPath();
      Path real = folder.toRealPath();
      if (real.equals(own) || real.equals(own.resolve("snapshots"))) {
        throw AppException.invalid(
            "'" + folder + "' is the collection's own; name the homes of workers");
      }
    }
  }

  /** See {@link FollowRun#run}. */
  public FollowRun.Result run(@Nullable Duration length) throws IOException, InterruptedException {
    return run.run(length);
  }

  /** Ends a run after what is at hand. From any thread. */
  public void stop() {
    run.stop();
  }

  @Override
  public void close() {
    alerts.close();
  }
}
