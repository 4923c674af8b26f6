package stet.app.live;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.fetch.HostState;
import stet.json.TrackedFacts;
import stet.timeline.TrackedArticle;
import stet.track.Collection;
import stet.track.Timelines;
import stet.watch.WatchOverview;
import stet.watch.drift.HeldRevision;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;

/**
 * What is tracked, for the pages of a served collection. May be used by any threads. The file is
 * opened once: whoever opens and closes one for each page changes what lies beside it, which tells
 * others that what is watched may have changed.
 */
public final class ServedWatch implements AutoCloseable {
  private final CollectionHome home;
  private final Clock clock;
  private @Nullable WatchStore store;

  public ServedWatch(ServedCollection collection) {
    this.home = collection.home();
    this.clock = collection.clock();
  }

  /**
   * The first of the addresses of a page that is checked, and where its checks stand; empty where
   * none of them is tracked.
   */
  public synchronized Optional<TrackedPage> tracked(List<String> addresses) {
    if (store == null && !WatchStore.isThere(home.folder())) {
      return Optional.empty();
    }
    WatchStore open = open();
    return addresses.stream().flatMap(a -> open.tracked().find(a).stream()).findFirst();
  }

  /**
   * A part of the pages that are checked, in the order of their addresses.
   *
   * @param now the collection as it is
   * @param after only those whose address comes after this one; empty for the first
   * @param most how many
   */
  public synchronized List<TrackedFacts> listed(Collection now, String after, int most) {
    if (store == null && !WatchStore.isThere(home.folder())) {
      return List.of();
    }
    WatchStore open = open();
    Instant at = clock.instant();
    Set<String> held =
        open.heldRevisions().stream().map(HeldRevision::articleKey).collect(Collectors.toSet());
    Map<String, Optional<Instant>> rests = new HashMap<>();
    return open.tracked().listed(after, most).stream()
        .map(
            page ->
                facts(
                    page,
                    now.timelines().find(page.uri()).map(Timelines.Found::article).orElse(null),
                    rests.computeIfAbsent(page.host(), host -> rests(open, host, at)).orElse(null),
                    held,
                    at))
        .toList();
  }

  private static Optional<Instant> rests(WatchStore open, String host, Instant now) {
    return open.hosts()
        .host(host)
        .filter(h -> WatchOverview.rests(h, now))
        .map(HostState::notBefore);
  }

  private static TrackedFacts facts(
      TrackedPage page,
      @Nullable TrackedArticle article,
      @Nullable Instant restsUntil,
      Set<String> held,
      Instant now) {
    List<TrackedFacts.State> states = new ArrayList<>();
    if (!page.state().nextAt().isAfter(now)) {
      states.add(TrackedFacts.State.DUE);
    }
    if (restsUntil != null) {
      states.add(TrackedFacts.State.RESTING);
    }
    if (page.state().failures() > 0) {
      states.add(TrackedFacts.State.FAILING);
    }
    if (article != null && held.contains(article.key())) {
      states.add(TrackedFacts.State.HELD);
    }
    return new TrackedFacts(page, article, states, restsUntil);
  }

  private WatchStore open() {
    WatchStore known = store;
    if (known == null) {
      known = home.watchedForReading();
      store = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
