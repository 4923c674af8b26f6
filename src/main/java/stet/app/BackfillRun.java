package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.fetch.Pause;
import stet.ingest.Found;
import stet.ingest.memento.ArchiveSite;
import stet.ingest.memento.Backfill;
import stet.ingest.memento.Getter;
import stet.track.Captures;
import stet.track.CollectionWriter;

/** Takes the captures that a web archive keeps of pages. What is here is not fetched again. */
public final class BackfillRun implements AutoCloseable {
  /** Longer waits that an archive asks for end the run. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Fetcher fetcher;
  private final Backfill backfill;

  /**
   * @param options how servers are asked
   */
  public BackfillRun(
      CollectionWriter writer,
      ArchiveSite site,
      FetchOptions options,
      Clock clock,
      BackfillListener listener) {
    Set<String> privateHosts = new TreeSet<>(options.allowedPrivateHosts());
    privateHosts.addAll(site.privateHosts());
    this.fetcher = new Fetcher(options.withAllowedPrivateHosts(privateHosts), clock);
    Pause pause =
        wait -> {
          listener.waiting(wait);
          Pause.SLEEP.of(wait);
        };
    Captures here = writer.collection().captures();
    this.backfill =
        new Backfill(
            site,
            new Getter(fetcher, clock, pause, PATIENCE),
            here::has,
            found -> listener.accepted(taken(found, writer)),
            listener);
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
    fetcher.close();
  }
}
