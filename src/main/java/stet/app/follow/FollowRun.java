package stet.app.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.app.DriftCheck;
import stet.app.ImportListener;
import stet.archive.WarcArchive;
import stet.track.CollectionException;
import stet.track.CollectionWriter;
import stet.watch.store.WatchStore;

/**
 * Takes in what workers archive, again and again, until it is stopped: reads their WARC files while
 * they grow, and builds timelines of what it finds. What was read is noted when it is safe here, so
 * that a kill at any time loses nothing; what is read twice is one capture.
 */
public final class FollowRun {
  private static final long BETWEEN_LOOKS_MILLIS = 1_000;
  private static final Duration BETWEEN_DRIFT_CHECKS = Duration.ofMinutes(10);

  /**
   * What a run did.
   *
   * @param added captures that are new here
   * @param known captures that were here already
   */
  public record Result(long added, long known) {}

  private final CollectionHome home;
  private final Clock clock;
  private final List<Path> folders;
  private final ImportListener listener;
  private final Consumer<String> log;
  private final Runnable news;
  private final Semaphore stopped = new Semaphore(0);
  private final Set<String> changed = new TreeSet<>();
  private final Set<Path> missing = new TreeSet<>();

  /** Files that were read as far as they can be, with their size then. */
  private final Map<Path, Long> unfinished = new TreeMap<>();

  private Instant driftAt = Instant.EPOCH;
  private String trouble = "";
  private long added;
  private long known;

  /**
   * Prepares it.
   *
   * @param folders homes of workers, or folders of their WARC files; one may come to be later
   * @param listener is told of each capture
   * @param log is told what a person should know, in one line each
   * @param news is run when something new was taken in
   */
  public FollowRun(
      CollectionHome home,
      Clock clock,
      List<Path> folders,
      ImportListener listener,
      Consumer<String> log,
      Runnable news) {
    this.home = home;
    this.clock = clock;
    this.folders = List.copyOf(folders);
    this.listener = listener;
    this.log = log;
    this.news = news;
  }

  /** Ends a run after what is at hand. From any thread. */
  public void stop() {
    stopped.release();
  }

  /**
   * Follows.
   *
   * @param length how long, one whole look at least; null until it is stopped
   * @throws CollectionException when there is no collection, or another stet has to rebuild it
   * @throws InterruptedException when the thread is
   */
  public Result run(@Nullable Duration length) throws IOException, InterruptedException {
    long end = System.nanoTime() + (length == null ? 0 : length.toNanos());
    Followed followed = Followed.read(home.folder());
    do {
      lookIfItCan(followed);
    } while ((length == null || System.nanoTime() < end)
        && !stopped.tryAcquire(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS));
    return new Result(added, known);
  }

  /** A disk that is full or another stet that writes is waited for. */
  private void lookIfItCan(Followed followed) throws IOException {
    try {
      look(followed);
      if (!trouble.isEmpty()) {
        trouble = "";
        log.accept("goes on");
      }
    } catch (IOException e) {
      tell(String.valueOf(e.getMessage()));
    } catch (CollectionException e) {
      if (e.problem() != CollectionException.Problem.LOCKED) {
        throw e;
      }
      tell(e.getMessage());
    }
  }

  private void tell(String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      log.accept("waits: " + what);
    }
  }

  /** A file that grew. */
  private record Grown(Path folder, String file, long size, boolean ended) {
    Path path() {
      return folder.resolve(file);
    }
  }

  private void look(Followed followed) throws IOException {
    List<Grown> grown = grown(followed);
    if (grown.isEmpty()) {
      return;
    }
    try (CollectionWriter writer = home.openForWriting(clock)) {
      listener.recovered(writer.recovery());
      FollowLook look = new FollowLook(followed, writer.tracker(), listener, log);
      try {
        for (Grown file : grown) {
          look.read(file.folder(), file.file(), file.ended());
        }
        look.flush();
        for (Grown file : grown) {
          unfinished.put(file.path(), file.size());
        }
      } finally {
        added += look.added();
        known += look.known();
        changed.addAll(look.changed());
      }
      holdDrift(writer);
      if (look.added() > 0) {
        news.run();
      }
    }
  }

  private List<Grown> grown(Followed followed) throws IOException {
    List<Grown> grown = new ArrayList<>();
    for (Path named : folders) {
      Path inside = named.resolve("snapshots");
      Path folder = Files.isDirectory(inside) ? inside : named;
      if (!Files.isDirectory(folder)) {
        if (missing.add(named)) {
          log.accept("'" + named + "' is not there yet; it is looked for again and again");
        }
        continue;
      }
      List<String> files = new WarcArchive(folder).files();
      for (String file : files) {
        Path path = folder.resolve(file);
        long size = Files.size(path);
        boolean ended = !file.equals(files.get(files.size() - 1));
        if (size != followed.from(path) && size != unfinished.getOrDefault(path, -1L)) {
          grown.add(new Grown(folder, file, size, ended));
        }
      }
    }
    return grown;
  }

  private void holdDrift(CollectionWriter writer) {
    Instant now = clock.instant();
    if (changed.isEmpty() || now.isBefore(driftAt.plus(BETWEEN_DRIFT_CHECKS))) {
      return;
    }
    driftAt = now;
    try (WatchStore store = home.watchedBeforeUse()) {
      DriftCheck.hold(writer.collection().timelines(), store, changed, now).forEach(log);
      changed.clear();
    }
  }
}
