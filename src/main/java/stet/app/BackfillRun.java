package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.Fetcher;
import stet.fetch.Pause;
import stet.ingest.Found;
import stet.memento.ArchiveSite;
import stet.memento.Backfill;
import stet.memento.Getter;
import stet.track.Captures;
import stet.track.CollectionWriter;

/** Takes the captures that a web archive keeps of pages. What is here is not fetched again. */
public final class BackfillRun implements AutoCloseable {
  /** Longer waits that an archive asks for end the run. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How often it is told that the archive has not answered. */
  private static final Duration TELL = Duration.ofSeconds(10);

  private final Fetcher fetcher;
  private final Backfill backfill;
  private final Waits waits;

  /**
   * @param options how servers are asked
   */
  public BackfillRun(
      CollectionWriter writer,
      ArchiveSite site,
      FetchOptions options,
      Clock clock,
      BackfillListener listener) {
    this(writer, site, options, clock, listener, TELL);
  }

  /**
   * @param tell how often it is told that the archive has not answered
   */
  BackfillRun(
      CollectionWriter writer,
      ArchiveSite site,
      FetchOptions options,
      Clock clock,
      BackfillListener listener,
      Duration tell) {
    Set<String> privateHosts = new TreeSet<>(options.allowedPrivateHosts());
    privateHosts.addAll(site.privateHosts());
    this.fetcher = new Fetcher(options.withAllowedPrivateHosts(privateHosts), clock);
    this.waits = new Waits(listener, tell);
    Captures here = writer.collection().captures();
    this.backfill =
        new Backfill(
            site,
            new Getter(fetcher, clock, waits, PATIENCE),
            here::has,
            found -> listener.accepted(taken(found, writer)),
            listener);
  }

  /** Says that it waits, and for what: an archive may take a minute to answer, or not answer. */
  private static final class Waits implements Getter.Waiting, AutoCloseable {
    private final BackfillListener listener;
    private final long tellMillis;
    private final ScheduledExecutorService teller =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "backfill-waits");
              thread.setDaemon(true);
              return thread;
            });

    Waits(BackfillListener listener, Duration tell) {
      this.listener = listener;
      this.tellMillis = tell.toMillis();
    }

    @Override
    public void before(Duration time, String why) throws InterruptedException {
      listener.waiting(time, why);
      Pause.SLEEP.of(time);
    }

    @Override
    public FetchOutcome asking(Supplier<FetchOutcome> ask) {
      long from = System.nanoTime();
      ScheduledFuture<?> telling =
          teller.scheduleAtFixedRate(
              () -> listener.unanswered(Duration.ofNanos(System.nanoTime() - from)),
              tellMillis,
              tellMillis,
              TimeUnit.MILLISECONDS);
      try {
        return ask.get();
      } finally {
        telling.cancel(false);
      }
    }

    @Override
    public void close() {
      teller.shutdownNow();
    }
  }

  private static stet.track.Accepted taken(Found found, CollectionWriter writer)
      throws IOException {
    return writer.tracker().accept(List.of(((Found.Page) found).capture())).get(0);
  }

  /**
   * Takes the captures of one page.
   *
   * @param first only captures of that time or later; null for all
   * @param last only captures before that time; null for all
   * @throws IOException when a capture cannot be written
   */
  public Backfill.Outcome page(String url, @Nullable Instant first, @Nullable Instant last)
      throws IOException {
    return backfill.run(url, first, last);
  }

  /**
   * The web archive of that name: one that the settings describe, else one that is known.
   *
   * @throws AppException when there is none, or the settings describe it wrongly
   */
  public static ArchiveSite site(Settings settings, String name) {
    Map<String, String> own = settings.archive(name);
    try {
      ArchiveSite site =
          own.isEmpty() ? ArchiveSite.standard().get(name) : ArchiveSite.of(name, own);
      if (site == null) {
        throw AppException.invalid(
            "no archive '"
                + name
                + "'; there are "
                + String.join(", ", ArchiveSite.standard().keySet())
                + " and those that stet.toml describes");
      }
      return site;
    } catch (IllegalArgumentException e) {
      throw AppException.failed("archive '" + name + "' in stet.toml: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    waits.close();
    fetcher.close();
  }
}
