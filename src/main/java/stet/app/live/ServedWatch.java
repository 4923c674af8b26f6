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
import stet.sqlite.OpenedOnce;
import stet.timeline.TrackedArticle;
import stet.track.Collection;
import stet.track.Timelines;
import stet.watch.WatchOverview;
import stet.watch.drift.HeldRevision;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;

/**
 * What is tracked, for the pages of a served collection. May be used by any threads. The file is
 * opened once: what changes beside it tells others that what is watched may have changed.
 */
public final class ServedWatch implements AutoCloseable {
  private final Clock clock;
  private final OpenedOnce<WatchStore> store;

  public ServedWatch(ServedCollection collection) {
    CollectionHome home = collection.home();
    this.clock = collection.clock();
    this.store = new OpenedOnce<>(home::isWatched, home::watchedForReading, WatchStore::close);
  }

  /**
   * The first of the addresses of a page that is checked, and where its checks stand; empty where
   * none of them is tracked.
   */
  public synchronized Optional<TrackedPage> tracked(List<String> addresses) {
    return store
        .ifThere()
        .flatMap(
            open -> addresses.stream().flatMap(a -> open.tracked().find(a).stream()).findFirst());
  }

  /**
   * A part of the pages that are checked, in the order of their addresses.
   *
   * @param now the collection as it is
   * @param after only those whose address comes after this one; empty for the first
   * @param most how many
   */
  public synchronized List<TrackedFacts> listed(Collection now, String after, int most) {
    return store.ifThere().map(open -> listed(open, now, after, most)).orElse(List.of());
  }

  private List<TrackedFacts> listed(WatchStore open, Collection now, String after, int most) {
    Instant at = clock.instant();
    Set<String> held =
        open.drift().heldRevisions().stream()
            .map(HeldRevision::articleKey)
            .collect(Collectors.toSet());
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

  @Override
  public synchronized void close() {
    store.close();
  }
}
