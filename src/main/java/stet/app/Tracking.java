package stet.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.fetch.Fetcher;
import stet.ingest.ImportOptions;
import stet.watch.TrackedAddress;
import stet.watch.TrackedAddress.Outcome;
import stet.watch.store.WatchStore;

/** Adds articles to those that are checked, or takes them away. */
public final class Tracking {
  /** What names a user may be a password. */
  private static final Pattern NAMED_USER = Pattern.compile("^([a-zA-Z]+://)[^/?#@]*@");

  private Tracking() {}

  /** Who wishes it. */
  public enum Wish {
    /** Whoever sits at this machine, who may name any of its neighbours. */
    HERE,
    /** Somebody on the network, for whom no machine is asked that only this one can reach. */
    FROM_AFAR
  }

  /**
   * Has addresses checked, due at once. Those that are refused keep none of the others from it.
   *
   * @return what came of each, in order
   */
  public static List<TrackedAddress> track(
      CollectionHome home, List<String> uris, Instant now, Wish wish) {
    List<Optional<String>> wrong = uris.stream().map(u -> wrong(u, wish)).toList();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < uris.size(); i++) {
      if (wrong.get(i).isEmpty()) {
        right.add(uris.get(i));
      }
    }
    List<Boolean> added = new ArrayList<>();
    if (!right.isEmpty()) {
      try (WatchStore store = home.watchedBeforeUse()) {
        added.addAll(store.trackEach(right, now));
      }
    }
    List<TrackedAddress> outcomes = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < uris.size(); i++) {
      outcomes.add(
          wrong.get(i).isPresent()
              ? refused(uris.get(i), wrong.get(i).get())
              : outcome(
                  uris.get(i), added.get(next++) ? Outcome.TRACKED : Outcome.ALREADY_TRACKED));
    }
    return outcomes;
  }

  /**
   * Ends the checks of addresses. What was captured of them stays.
   *
   * @return what came of each, in order
   * @throws stet.track.CollectionException when there is no collection
   */
  public static List<TrackedAddress> untrack(CollectionHome home, List<String> uris) {
    List<TrackedAddress> outcomes = new ArrayList<>();
    try (WatchStore store = home.watched()) {
      for (String uri : uris) {
        Optional<String> wrong = wrong(uri, Wish.HERE);
        if (wrong.isPresent()) {
          outcomes.add(refused(uri, wrong.get()));
        } else {
          boolean was = store.untrack(uri);
          outcomes.add(outcome(uri, was ? Outcome.NO_LONGER_TRACKED : Outcome.NOT_TRACKED));
        }
      }
    }
    return outcomes;
  }

  private static TrackedAddress outcome(String uri, Outcome outcome) {
    return new TrackedAddress(shown(uri), outcome, "");
  }

  private static TrackedAddress refused(String uri, String why) {
    return new TrackedAddress(shown(uri), Outcome.REFUSED, why);
  }

  private static Optional<String> wrong(String uri, Wish wish) {
    if (!ImportOptions.isWebAddress(uri)) {
      return Optional.of("it is not an http or https address");
    }
    return unaskable(uri)
        .or(() -> wish == Wish.HERE ? Optional.empty() : Fetcher.refused(uri).map(Tracking::use));
  }

  private static String use(String use) {
    return "its host is not on the public internet (" + use + ")";
  }

  /** Why an address of the web cannot be asked, in a few words; empty where it can. */
  public static Optional<String> unaskable(String uri) {
    try {
      Fetcher.spelled(uri);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      Throwable told = e.getCause() == null ? e : e.getCause();
      return Optional.of(String.valueOf(told.getMessage()));
    }
  }

  /** An address without what names a user. */
  public static String shown(String uri) {
    return NAMED_USER.matcher(uri).replaceFirst("$1...@");
  }
}
