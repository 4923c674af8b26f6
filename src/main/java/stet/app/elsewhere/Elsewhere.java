package stet.app.elsewhere;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.app.Tracking;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.ContentCodings.Outcome;
import stet.capture.Payload;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.ingest.ImportOptions;
import stet.memento.ArchiveSite;
import stet.memento.Getter;
import stet.memento.OneMemento;
import stet.track.Accepted;
import stet.track.CollectionWriter;

/**
 * Looks at captures that others keep. An archive is asked as every server is: what its robots.txt
 * allows, as often as the throttle allows, at public addresses only, within bounds of size and
 * time. Nothing is stored unless that is asked for. May be used by any number of threads; a few at
 * a time are answered.
 */
public final class Elsewhere implements AutoCloseable {
  /** The largest page that is looked at, in bytes: what the extractor reads. */
  public static final int MOST_BYTES = 16 << 20;

  /** Whoever waits for an answer does not wait long for an archive that must not be asked yet. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int AT_A_TIME = 2;

  private final CollectionHome home;
  private final Clock clock;
  private final Tracking.Wish wish;
  private final Semaphore free = new Semaphore(AT_A_TIME);
  private @Nullable Fetcher fetcher;

  /**
   * Nothing is asked yet.
   *
   * @param wish on whose behalf archives are asked: for nobody from afar is one asked that only
   *     this machine can reach, whatever the settings allow
   */
  public Elsewhere(CollectionHome home, Clock clock, Tracking.Wish wish) {
    this.home = home;
    this.clock = clock;
    this.wish = wish;
  }

  /**
   * A capture of a web archive.
   *
   * @param address its address there
   * @throws NotToBeHad when it cannot be looked at
   */
  public Foreign memento(String address) throws NotToBeHad, IOException {
    Capture capture = fetched(address);
    return read(capture, capture.at());
  }

  /**
   * A page that somebody saved.
   *
   * @param uri the address of the article that it is looked at for
   * @param type its media type; empty where not known
   * @param at when it was captured; null where not known
   * @throws NotToBeHad when no article can be read in it
   */
  public Foreign saved(String uri, String type, @Nullable Instant at, byte[] page)
      throws NotToBeHad, IOException {
    CaptureSource source = new CaptureSource.SavedFile("", CaptureSource.TimeBasis.STATED, "");
    Instant latest = at == null ? clock.instant() : at;
    return read(new Capture(uri, latest, 0, type, Payload.of(page), source), at);
  }

  /**
   * Takes a web archive's capture into the collection, as a backfill does.
   *
   * @return what became of it; it is safe
   * @throws NotToBeHad when it cannot be had
   * @throws stet.track.CollectionException when the collection cannot be written to
   */
  public Accepted add(String address) throws NotToBeHad, IOException {
    Capture capture = fetched(address);
    try (CollectionWriter writer = home.openForWriting(clock)) {
      return writer.tracker().accept(List.of(capture)).get(0);
    }
  }

  @SuppressWarnings("try") // the turn is only held
  private Capture fetched(String address) throws NotToBeHad {
    if (!ImportOptions.isWebAddress(address)) {
      throw new NotToBeHad("That is not an http or https address.", false);
    }
    Optional<String> wrong = Tracking.unaskable(address);
    if (wrong.isPresent()) {
      throw new NotToBeHad("That address cannot be asked: " + wrong.get() + ".", false);
    }
    try (Turn turn = turn()) {
      Getter getter = new Getter(fetcher(), clock, Getter.Waiting.SILENT, PATIENCE, 1);
      return OneMemento.get(getter, address, archive(address));
    } catch (Getter.NoAnswer e) {
      throw new NotToBeHad("The capture is not to be had: " + e.getMessage() + ".", false);
    }
  }

  /** The right to have something in hand, until it is closed. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for nobody: who looks at what is sent takes one before it is received.
   *
   * @throws NotToBeHad when others have theirs
   */
  public Turn turn() throws NotToBeHad {
    if (!free.tryAcquire()) {
      throw new NotToBeHad("Other captures are being looked at just now. Try again.", true);
    }
    return free::release;
  }

  private synchronized Fetcher fetcher() {
    Fetcher open = fetcher;
    if (open == null) {
      FetchOptions options = home.settings().fetching();
      boolean afar = wish == Tracking.Wish.FROM_AFAR;
      open = new Fetcher(afar ? options.withAllowedPrivateHosts(Set.of()) : options, clock);
      fetcher = open;
    }
    return open;
  }

  /** The name under which a backfill knows the archive of an address; else its host's. */
  private static String archive(String address) {
    String host = URI.create(address).getHost();
    Collection<ArchiveSite> known = ArchiveSite.standard().values();
    return known.stream()
        .filter(site -> site.raw().contains("//" + host + "/"))
        .map(ArchiveSite::id)
        .findFirst()
        .orElse(host);
  }

  private Foreign read(Capture capture, @Nullable Instant at) throws NotToBeHad, IOException {
    ContentCodings.Decoded page =
        ContentCodings.decode(capture.payload(), capture.contentEncoding(), MOST_BYTES);
    if (page.outcome() == Outcome.CUT_OFF || page.outcome() == Outcome.DAMAGED) {
      throw new NotToBeHad("The page ends early or is damaged.", false);
    }
    Extraction read =
        home.settings()
            .engine()
            .extractor()
            .extract(new Page(capture.uri(), capture.mediaType(), capture.at(), "", page.bytes()));
    if (read instanceof Extraction.Article article) {
      return new Foreign(capture, at, article.version(), article.cut() == null);
    }
    String why = ((Extraction.NotAnArticle) read).detail();
    throw new NotToBeHad("No article can be read in it: " + why + ".", false);
  }

  @Override
  public synchronized void close() {
    Fetcher open = fetcher;
    if (open != null) {
      open.close();
    }
  }
}
