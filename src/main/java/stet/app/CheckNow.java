package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.capture.Exchange;
import stet.capture.WebAddress;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.sqlite.DatabaseException;
import stet.track.CollectionException;
import stet.track.CollectionLock;
import stet.watch.CheckedAddress;
import stet.watch.CheckedAddress.Outcome;
import stet.watch.FetchLine;
import stet.watch.SpotChecks;
import stet.watch.store.WatchStore;

/**
 * Checks pages and watched lists out of turn. Robots.txt files, the delays between requests and
 * what hosts wish for hold; what would have to be waited for because of earlier failures does not,
 * since their cause may be mended. Where a watch runs, what is tracked is left to that.
 */
public final class CheckNow {
  private static final Duration TIME = Duration.ofSeconds(20);

  private final ServedCollection collection;
  private final CollectionHome home;
  private final Clock clock;
  private final Tracking.Wish wish;
  private final Duration time;
  private final boolean any;

  /** Checks what is tracked or watched, for half a minute at most. */
  public CheckNow(ServedCollection collection, Tracking.Wish wish) {
    this(collection, wish, TIME, false);
  }

  /**
   * The same with more.
   *
   * @param time after which nothing more is asked
   * @param any whether what is neither tracked nor watched is looked at once and kept
   */
  public CheckNow(ServedCollection collection, Tracking.Wish wish, Duration time, boolean any) {
    this.collection = collection;
    this.home = collection.home();
    this.clock = collection.clock();
    this.wish = wish;
    this.time = time;
    this.any = any;
  }

  /**
   * Checks; takes little longer than its time, unless others keep writing to the collection.
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
        if (known) {
          store.hosts().forgive(Fetcher.authority(uri));
        }
      }
    }
    List<String> due = those(found, Outcome.HANDED_OVER);
    List<String> others = any ? those(found, Outcome.NOT_TRACKED) : List.of();
    if (due.isEmpty() && others.isEmpty()) {
      return List.copyOf(found.values());
    }
    try (CollectionLock lock = WatchSession.lock(home)) {
      List<String> all = new ArrayList<>(due);
      all.addAll(others);
      fetch(all, found);
    } catch (CollectionException e) {
      if (e.problem() != CollectionException.Problem.LOCKED) {
        throw e;
      }
      collection.wakeWatch();
      if (!others.isEmpty()) {
        fetch(others, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<String> those(Map<String, CheckedAddress> found, Outcome outcome) {
    return found.entrySet().stream()
        .filter(e -> e.getValue().outcome() == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Outcome none(String uri) {
    return Tracking.unaskable(uri).isPresent() ? Outcome.REFUSED : Outcome.NOT_TRACKED;
  }

  private static CheckedAddress of(String uri, Outcome outcome, String detail) {
    return new CheckedAddress(Tracking.shown(uri), outcome, null, null, detail);
  }

  private void fetch(List<String> uris, Map<String, CheckedAddress> found) throws IOException {
    uris.forEach(u -> found.put(u, of(u, Outcome.WAITING, "there was no time left for it")));
    FetchOptions options = options(uris);
    Map<String, String> asked = new LinkedHashMap<>();
    try (OutOfTurn desk = OutOfTurn.open(home, clock, collection.known(options))) {
      desk.forgive(uris.stream().map(Fetcher::authority).collect(Collectors.toSet()));
      Map<String, Boolean> tracked = new LinkedHashMap<>();
      List<FetchRequest> requests = new ArrayList<>();
      for (String uri : uris) {
        Optional<FetchRequest> planned = desk.checks().plan(uri);
        FetchRequest request = planned.orElseGet(() -> FetchRequest.of(WebAddress.spelled(uri)));
        if (asked.putIfAbsent(request.uri(), uri) == null) {
          tracked.put(request.uri(), planned.isPresent());
          requests.add(request);
        }
      }
      desk.round(
          options,
          requests,
          time,
          (request, outcome, took) -> {
            String uri = asked.getOrDefault(request.uri(), request.uri());
            boolean own = tracked.getOrDefault(request.uri(), false);
            found.put(uri, checked(desk.checks(), request.uri(), uri, own, outcome, took));
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

  /**
   * @param tracked whether the check is noted, and not only what came of it kept
   */
  private CheckedAddress checked(
      SpotChecks checks,
      String uri,
      String typed,
      boolean tracked,
      FetchOutcome outcome,
      Duration took) {
    String shown = Tracking.shown(typed);
    if (outcome instanceof FetchOutcome.Deferred deferred) {
      String why = "its host must not be asked before";
      return new CheckedAddress(shown, Outcome.WAITING, null, deferred.until(), why);
    }
    try {
      if (tracked) {
        FetchLine line = checks.keep(uri, outcome, took);
        String detail = detail(outcome, line.detail());
        return new CheckedAddress(shown, Outcome.CHECKED, line.outcome(), line.nextAt(), detail);
      }
      SpotChecks.Showed showed = checks.keepOnce(uri, outcome);
      @Nullable Instant never = null;
      String detail = detail(outcome, showed.detail());
      return new CheckedAddress(shown, Outcome.KEPT, showed.outcome(), never, detail);
    } catch (IOException | CollectionException | DatabaseException e) {
      return of(typed, Outcome.WAITING, "what came could not be kept just now");
    }
  }

  private String detail(FetchOutcome outcome, String detail) {
    boolean guarded =
        outcome instanceof FetchOutcome.Failed failed
            && failed.failure() == Exchange.Failure.ADDRESS_REFUSED;
    return guarded ? Tracking.guarded(detail, wish) : detail;
  }
}
