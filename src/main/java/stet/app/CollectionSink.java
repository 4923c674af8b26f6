package stet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleDigest;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.sqlite.DatabaseException;
import stet.track.Accepted;
import stet.track.CollectionException;
import stet.track.CollectionWriter;
import stet.track.Timelines;
import stet.watch.CaptureSink;
import stet.watch.queue.LastTexts;
import stet.watch.store.WatchStore;

/**
 * Takes what was fetched into a collection. The right to write is held for one batch at a time or,
 * for a run that ends soon, for all of them.
 */
final class CollectionSink implements CaptureSink, AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

  private final Path home;
  private final Clock clock;
  private final Duration patience;
  private final boolean keepsOpen;
  private final Consumer<String> log;
  private final @Nullable LastTexts texts;
  private final Set<String> changed = new TreeSet<>();
  private Instant lookedForDrift = Instant.EPOCH;
  private @Nullable CollectionWriter open;

  /**
   * @param texts what other workers saw last; null where there are none
   */
  CollectionSink(
      Path home,
      Clock clock,
      Duration patience,
      boolean keepsOpen,
      Consumer<String> log,
      @Nullable LastTexts texts) {
    this.texts = texts;
    this.home = home;
    this.clock = clock;
    this.patience = patience;
    this.keepsOpen = keepsOpen;
    this.log = log;
  }

  @Override
  public synchronized List<Taken> accept(List<Fetched> batch) throws IOException {
    try {
      List<Capture> captures = new ArrayList<>();
      List<Fetched> kept = new ArrayList<>();
      for (Fetched fetched : batch) {
        kept.add(withoutKnownParts(fetched));
      }
      kept.forEach(f -> f.captures().forEach(c -> captures.add(f.list() ? ofList(c) : c)));
      List<Accepted> accepted = writer().tracker().accept(captures);
      List<Taken> taken = new ArrayList<>();
      accepted.stream().map(Accepted::refusal).flatMap(Optional::stream).forEach(log);
      int at = 0;
      for (Fetched fetched : kept) {
        at += fetched.captures().size();
        taken.add(taken(fetched, accepted.get(at - 1)));
      }
      accepted.stream().filter(a -> a.begins() > 1).forEach(a -> changed.add(a.article().outlet()));
      if (!keepsOpen && clock.instant().isAfter(lookedForDrift.plus(BETWEEN_LOOKS))) {
        holdDrift();
      }
      return taken;
    } catch (CollectionException | AppException e) {
      close();
      // Another stet that writes, or rules just being edited, are no reason to give up; the watch
      // tries again.
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } finally {
      if (!keepsOpen) {
        close();
      }
    }
  }

  /** A template changes most pages of an outlet at once; such revisions are held. */
  private void holdDrift() {
    lookedForDrift = clock.instant();
    if (changed.isEmpty() || open == null) {
      return;
    }
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      DriftCheck.hold(open.collection().timelines(), store, changed, lookedForDrift).forEach(log);
      changed.clear();
    } catch (DatabaseException e) {
      // It is looked for again with the next batch; nothing depends on it being now.
      log.accept("could not look for a change of template: " + e.getMessage());
    }
  }

  private CollectionWriter writer() throws IOException {
    if (open == null) {
      open = CollectionWriter.open(home, Settings.read(home).engine(), clock, patience);
    }
    return open;
  }

  /** What a browser asked for proves nothing new where it showed what it had shown before. */
  private Fetched withoutKnownParts(Fetched fetched) throws IOException {
    List<Capture> all = fetched.captures();
    Capture last = all.get(all.size() - 1);
    boolean known =
        role(last) == Role.SHOWN
            && last.payload().size() > 0
            && writer().collection().payload(last.payload().digest()).isPresent();
    return known
        ? new Fetched(
            fetched.uri(), fetched.list(), all.stream().filter(c -> role(c) != Role.PART).toList())
        : fetched;
  }

  private static @Nullable Role role(Capture capture) {
    return capture.source() instanceof Live live ? live.role() : null;
  }

  private static Capture ofList(Capture c) {
    return c.source() instanceof Live live
        ? c.as(c.uri(), live.as(Role.LIST))
        : c.as(c.uri(), new Live(c.uri(), Role.LIST, ""));
  }

  private Taken taken(Fetched fetched, Accepted accepted) {
    Showed showed =
        switch (accepted.outcome()) {
          case ARTICLE ->
              accepted.begins() == 0
                  ? Showed.UNCHANGED
                  : accepted.begins() == 1 ? Showed.FIRST : Showed.CHANGED;
          case NOT_AN_ARTICLE, REFUSED -> Showed.NO_ARTICLE;
          case ALREADY_HERE, LIST -> Showed.UNCHANGED;
        };
    boolean others = texts != null && showed != Showed.NO_ARTICLE && !fetched.list();
    return new Taken(
        others ? amongOthers(fetched.uri(), accepted, showed) : showed,
        accepted.published(),
        accepted.detail());
  }

  /** What a check showed is told by what any worker saw last, not by what is kept here. */
  private Showed amongOthers(String uri, Accepted accepted, Showed here) {
    LastTexts all = Objects.requireNonNull(texts);
    Optional<LastTexts.LastText> last = all.last(uri);
    boolean known = accepted.outcome() == Accepted.Outcome.ARTICLE && here == Showed.UNCHANGED;
    if (known && last.map(LastTexts.LastText::mine).orElse(false)) {
      return here;
    }
    String digest = digest(accepted.capture().uri());
    if (digest.isEmpty()) {
      return here;
    }
    all.keep(uri, digest);
    return last.isEmpty()
        ? Showed.FIRST
        : last.get().digest().equals(digest) ? Showed.UNCHANGED : Showed.CHANGED;
  }

  /** Of the article's latest text; empty where there is none. */
  private String digest(String uri) {
    Timelines timelines = Objects.requireNonNull(open).collection().timelines();
    return timelines
        .find(uri)
        .map(found -> timelines.of(found.id()).versions())
        .filter(versions -> !versions.isEmpty())
        .map(versions -> ArticleDigest.compared(versions.get(versions.size() - 1).state()))
        .orElse("");
  }

  /**
   * Ends a run: what a single pass brought is looked through. A watch that is told to end has no
   * time for that; it looks back over days when it runs again.
   */
  synchronized void finish() throws IOException {
    if (keepsOpen && !changed.isEmpty()) {
      try {
        writer();
        holdDrift();
      } catch (CollectionException | AppException e) {
        log.accept(e.getMessage());
      }
    }
    close();
  }

  @Override
  public synchronized void close() throws IOException {
    if (open != null) {
      CollectionWriter writer = open;
      open = null;
      writer.close();
    }
  }
}
