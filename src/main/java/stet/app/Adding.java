package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.app.AddedAddress.Outcome;
import stet.capture.WebAddress;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.sqlite.DatabaseException;
import stet.text.time.IsoTime;
import stet.track.CollectionException;
import stet.watch.FetchLine;
import stet.watch.store.CheckOutcome;

/**
 * Has addresses checked that somebody pasted, and says at once what is there: each is asked for as
 * the watch asks, and an article that is read is kept as its first check. What must not be asked,
 * is not there or is no article is not tracked.
 */
public final class Adding {
  /** So many addresses are looked at; those behind are tracked as they are. */
  public static final int MOST_LOOKED_AT = 50;

  private static final Duration TIME = Duration.ofSeconds(20);

  private final ServedCollection collection;
  private final CollectionHome home;
  private final Clock clock;
  private final Tracking.Wish wish;

  public Adding(ServedCollection collection, Tracking.Wish wish) {
    this.collection = collection;
    this.home = collection.home();
    this.clock = collection.clock();
    this.wish = wish;
  }

  /**
   * Adds addresses; takes half a minute at most, unless others keep writing to the collection.
   *
   * @param typed as somebody typed them
   * @return what came of each, in order, those typed twice once
   * @throws CollectionException when there is no collection
   * @throws AppException when the settings are wrong
   */
  public List<AddedAddress> add(List<String> typed) throws IOException {
    FetchOptions options = options();
    Map<String, AddedAddress> found = new LinkedHashMap<>();
    Map<String, String> fresh = new LinkedHashMap<>();
    try (OutOfTurn desk = OutOfTurn.open(home, clock, collection.known(options))) {
      for (String uri : typed) {
        Optional<AddedAddress> known = known(desk, uri);
        if (known.isPresent()) {
          found.put(uri, known.get());
        } else if (fresh.putIfAbsent(WebAddress.spelled(uri), uri) == null) {
          found.put(uri, AddedAddress.of(uri, Outcome.TRACKED_UNSEEN, ""));
        }
      }
      look(desk, options, fresh, found);
    }
    return List.copyOf(found.values());
  }

  /** Nobody from afar has anything asked that only this machine can reach. */
  private FetchOptions options() {
    FetchOptions options = home.settings().fetching();
    return wish == Tracking.Wish.FROM_AFAR ? options.withAllowedPrivateHosts(Set.of()) : options;
  }

  /** What can be said without looking. */
  private Optional<AddedAddress> known(OutOfTurn desk, String uri) {
    Optional<String> wrong = Tracking.wrong(uri, wish, home);
    if (wrong.isPresent()) {
      return Optional.of(AddedAddress.refused(uri, wrong.get()));
    } else if (desk.store().isTracked(uri)) {
      return Optional.of(AddedAddress.of(uri, Outcome.ALREADY_TRACKED, ""));
    }
    return desk.store().feed(uri).map(f -> AddedAddress.of(uri, Outcome.ALREADY_WATCHED, ""));
  }

  /**
   * @param fresh what was typed, by the address that is asked for
   */
  private void look(
      OutOfTurn desk,
      FetchOptions options,
      Map<String, String> fresh,
      Map<String, AddedAddress> found)
      throws IOException {
    List<String> all = List.copyOf(fresh.keySet());
    List<String> asked = all.subList(0, Math.min(MOST_LOOKED_AT, all.size()));
    Set<String> done = new HashSet<>();
    desk.round(
        options,
        asked.stream().map(FetchRequest::of).toList(),
        TIME,
        (request, outcome, took) -> {
          String uri = fresh.getOrDefault(request.uri(), request.uri());
          done.add(request.uri());
          found.put(uri, seen(desk, request.uri(), uri, outcome, took));
        });
    List<String> unseen = new ArrayList<>();
    for (String uri : all) {
      if (!done.contains(uri)) {
        String typed = fresh.getOrDefault(uri, uri);
        String why =
            asked.contains(uri)
                ? "there was no time left to look at it"
                : "only the first " + MOST_LOOKED_AT + " are looked at";
        found.put(typed, AddedAddress.of(typed, Outcome.TRACKED_UNSEEN, why));
        unseen.add(uri);
      }
    }
    desk.store().track(unseen, clock.instant());
  }

  private AddedAddress seen(
      OutOfTurn desk, String uri, String typed, FetchOutcome outcome, Duration took) {
    if (outcome instanceof FetchOutcome.Answered answered && answered.status() / 100 == 2) {
      Look look = Look.at(answered, home);
      if (look.article()) {
        return kept(desk, uri, typed, answered, look.headline(), took);
      } else if (look.isList()) {
        return AddedAddress.list(typed, Outcome.LIST, look.discovery().title(), look.discovery());
      }
      return AddedAddress.list(typed, Outcome.NO_ARTICLE, look.why(), look.discovery());
    }
    Optional<String> refusal = refusal(outcome);
    if (refusal.isPresent()) {
      return AddedAddress.refused(typed, refusal.get());
    }
    desk.store().track(List.of(uri), clock.instant());
    return AddedAddress.of(typed, Outcome.TRACKED_UNSEEN, trouble(outcome));
  }

  /** Why what came of a look is a reason not to track an address; empty where it may pass. */
  private Optional<String> refusal(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Disallowed) {
      return Optional.of("its robots.txt asks not to fetch it");
    } else if (outcome instanceof FetchOutcome.Failed failed) {
      return switch (failed.failure()) {
        case NO_SUCH_HOST -> Optional.of("there is no such host");
        case ADDRESS_REFUSED -> Optional.of(Tracking.guarded(failed.detail(), wish));
        default -> Optional.empty();
      };
    } else if (outcome instanceof FetchOutcome.Answered answered
        && (answered.status() == 404 || answered.status() == 410)) {
      return Optional.of("the server answered with status " + answered.status());
    }
    return Optional.empty();
  }

  private static String trouble(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Answered answered) {
      return "the server answered with status " + answered.status();
    } else if (outcome instanceof FetchOutcome.Failed failed) {
      return failed.detail();
    }
    return outcome.retryAt() == null
        ? "it was not looked at"
        : "its host must not be asked until " + IsoTime.ofSecond(outcome.retryAt());
  }

  /** The look is the first check of the article. */
  private AddedAddress kept(
      OutOfTurn desk,
      String uri,
      String typed,
      FetchOutcome.Answered outcome,
      String headline,
      Duration took) {
    desk.store().track(List.of(uri), clock.instant());
    try {
      FetchRequest planned = desk.checks().plan(uri).orElseThrow();
      FetchLine line = desk.checks().keep(planned.uri(), outcome, took);
      return line.outcome() == CheckOutcome.NO_ARTICLE
          ? AddedAddress.of(typed, Outcome.TRACKED_UNSEEN, line.detail())
          : AddedAddress.of(typed, Outcome.TRACKED, headline);
    } catch (IOException | CollectionException | DatabaseException e) {
      return AddedAddress.of(
          typed, Outcome.TRACKED_UNSEEN, "it could not be kept just now, and is fetched again");
    }
  }
}
