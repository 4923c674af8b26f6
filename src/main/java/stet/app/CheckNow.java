package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.sqlite.DatabaseException;
import stet.track.CollectionException;
import stet.track.CollectionLock;
import stet.watch.CheckedAddress;
import stet.watch.CheckedAddress.Outcome;
import stet.watch.FetchLine;
import stet.watch.store.WatchStore;

/**
 * Checks tracked pages and watched lists out of turn. Robots.txt files and the delays between
 * requests hold; where a watch runs, it is left to that.
 */
public final class CheckNow {
  private static final Duration TIME = Duration.ofSeconds(20);

  private final ServedCollection collection;
  private final CollectionHome home;
  private final Clock clock;
  private final Tracking.Wish wish;

  public CheckNow(ServedCollection collection, Tracking.Wish wish) {
    this.collection = collection;
    this.home = collection.home();
    this.clock = collection.clock();
    this.wish = wish;
  }

  /**
   * Checks; takes half a minute at most, unless others keep writing to the collection.
   *
   * @return what came of each, in order, those named twice once
   * @throws CollectionException when there is no collection
   * @throws AppException when the settings are wrong
   */
  public List<CheckedAddress> check(List<String> uris) throws IOException {
    Map<String, CheckedAddress> found = new LinkedHashMap<>();
    try (WatchStore store = home.watched()) {
      for (String uri : uris) {
        boolean known = Tracking.unaskable(uri).isEmpty() && store.hurry(uri, clock.instant());
        found.put(uri, of(uri, known ? Outcome.HANDED_OVER : none(uri), ""));
      }
    }
    List<String> due =
        found.keySet().stream().filter(u -> is(found, u, Outcome.HANDED_OVER)).toList();
    if (!due.isEmpty()) {
      try (CollectionLock lock = WatchSession.lock(home)) {
        due.forEach(u -> found.put(u, of(u, Outcome.WAITING, "there was no time left for it")));
        fetch(due, found);
      } catch (CollectionException e) {
        if (e.problem() != CollectionException.Problem.LOCKED) {
          throw e;
        }
        collection.wakeWatch();
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean is(Map<String, CheckedAddress> found, String uri, Outcome outcome) {
    CheckedAddress at = found.get(uri);
    return at != null && at.outcome() == outcome;
  }

  private static Outcome none(String uri) {
    return Tracking.unaskable(uri).isPresent() ? Outcome.REFUSED : Outcome.NOT_TRACKED;
  }

  private static CheckedAddress of(String uri, Outcome outcome, String detail) {
    return new CheckedAddress(Tracking.shown(uri), outcome, null, null, detail);
  }

  private void fetch(List<String> uris, Map<String, CheckedAddress> found) throws IOException {
    FetchOptions options = options(uris);
    Map<String, String> asked = new LinkedHashMap<>();
    try (OutOfTurn desk = OutOfTurn.open(home, clock, collection.known(options))) {
      List<FetchRequest> requests =
          uris.stream()
              .flatMap(
                  uri -> {
                    Optional<FetchRequest> planned = desk.checks().plan(uri);
                    boolean fresh =
                        planned.isPresent() && asked.putIfAbsent(planned.get().uri(), uri) == null;
                    return fresh ? planned.stream() : Optional.<FetchRequest>empty().stream();
                  })
              .toList();
      desk.round(
          options,
          requests,
          TIME,
          (request, outcome, took) -> {
            String uri = asked.getOrDefault(request.uri(), request.uri());
            found.put(uri, checked(desk, request.uri(), uri, outcome, took));
          });
    }
  }

  /** From afar no redirect leads to a private host that nobody at this machine had checked. */
  private FetchOptions options(List<String> uris) {
    FetchOptions options = home.settings().fetching();
    if (wish != Tracking.Wish.FROM_AFAR) {
      return options;
    }
    Set<String> own =
        options.allowedPrivateHosts().stream()
            .filter(
                host ->
                    uris.stream()
                        .anyMatch(options.withAllowedPrivateHosts(Set.of(host))::allowsPrivate))
            .collect(Collectors.toSet());
    return options.withAllowedPrivateHosts(own);
  }

  private static CheckedAddress checked(
      OutOfTurn desk, String uri, String typed, FetchOutcome outcome, Duration took) {
    if (outcome instanceof FetchOutcome.Deferred deferred) {
      return new CheckedAddress(
          Tracking.shown(typed),
          Outcome.WAITING,
          null,
          deferred.until(),
          "its host must not be asked before");
    }
    try {
      FetchLine line = desk.checks().keep(uri, outcome, took);
      return new CheckedAddress(
          Tracking.shown(typed), Outcome.CHECKED, line.outcome(), line.nextAt(), line.detail());
    } catch (IOException | CollectionException | DatabaseException e) {
      return of(typed, Outcome.WAITING, "what came could not be kept just now");
    }
  }
}
