package stet.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import stet.capture.WebAddress;
import stet.fetch.Fetcher;
import stet.fetch.discovery.DiscoveryRules;
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
    /** The same in a browser, which any page may have led there: what the settings allow. */
    IN_A_BROWSER,
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
    return each(
        home,
        uris,
        wish,
        Outcome.TRACKED,
        Outcome.ALREADY_TRACKED,
        (store, right) -> store.trackEach(right, now));
  }

  /**
   * Has feeds, sitemaps and section pages watched, due at once, for all that they name.
   *
   * @return what came of each, in order
   */
  public static List<TrackedAddress> watch(
      CollectionHome home, List<String> uris, Instant now, Wish wish) {
    return each(
        home,
        uris,
        wish,
        Outcome.WATCHED,
        Outcome.ALREADY_WATCHED,
        (store, right) -> right.stream().map(u -> isNew(store, u, now)).toList());
  }

  /** A list that is watched already keeps its rules. */
  private static boolean isNew(WatchStore store, String uri, Instant now) {
    return store.feed(uri).isEmpty() && store.addFeed(uri, DiscoveryRules.ALL, now);
  }

  /** Takes addresses in; says of each, in order, whether it is new. */
  private interface Taking {
    List<Boolean> taken(WatchStore store, List<String> uris);
  }

  private static List<TrackedAddress> each(
      CollectionHome home,
      List<String> uris,
      Wish wish,
      Outcome fresh,
      Outcome known,
      Taking taking) {
    List<Optional<String>> wrong = uris.stream().map(u -> wrong(u, wish, home)).toList();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < uris.size(); i++) {
      if (wrong.get(i).isEmpty()) {
        right.add(uris.get(i));
      }
    }
    List<Boolean> added = new ArrayList<>();
    if (!right.isEmpty()) {
      try (WatchStore store = home.watchedBeforeUse()) {
        added.addAll(taking.taken(store, right));
      }
    }
    List<TrackedAddress> outcomes = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < uris.size(); i++) {
      outcomes.add(
          wrong.get(i).isPresent()
              ? refused(uris.get(i), wrong.get(i).get())
              : outcome(uris.get(i), added.get(next++) ? fresh : known));
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
    return each(home, uris, Outcome.NO_LONGER_TRACKED, Outcome.NOT_TRACKED, WatchStore::untrack);
  }

  /**
   * Ends the watch over lists. What they named stays tracked.
   *
   * @return what came of each, in order
   * @throws stet.track.CollectionException when there is no collection
   */
  public static List<TrackedAddress> unwatch(CollectionHome home, List<String> uris) {
    return each(home, uris, Outcome.NO_LONGER_WATCHED, Outcome.NOT_WATCHED, WatchStore::removeFeed);
  }

  private static List<TrackedAddress> each(
      CollectionHome home,
      List<String> uris,
      Outcome gone,
      Outcome none,
      BiPredicate<WatchStore, String> removal) {
    List<TrackedAddress> outcomes = new ArrayList<>();
    try (WatchStore store = home.watched()) {
      for (String uri : uris) {
        Optional<String> wrong = wrong(uri, Wish.HERE, home);
        outcomes.add(
            wrong.isPresent()
                ? refused(uri, wrong.get())
                : outcome(uri, removal.test(store, uri) ? gone : none));
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

  /** Why an address is not taken, in words; empty where it is. Nothing is asked for that. */
  static Optional<String> wrong(String uri, Wish wish, CollectionHome home) {
    if (!ImportOptions.isWebAddress(uri)) {
      return Optional.of("it is not an http or https address");
    }
    Optional<String> unaskable = unaskable(uri);
    if (unaskable.isPresent() || wish == Wish.HERE) {
      return unaskable;
    }
    boolean allowed = home.settings().fetching().allowsPrivate(uri);
    if (allowed && wish == Wish.FROM_AFAR) {
      // What the settings allow is for who sits at this machine, who may have named it there.
      return Optional.of(guarded("its host may be on a private address", wish));
    }
    return allowed
        ? Optional.empty()
        : Fetcher.refused(uri)
            .map(use -> guarded("its host is not on the public internet (" + use + ")", wish))
            .map(
                why -> wish == Wish.FROM_AFAR ? why : why + ": \"" + Fetcher.authority(uri) + "\"");
  }

  /** What is said of an address that is refused for where it leads. */
  public static String guarded(String why, Wish wish) {
    return wish == Wish.FROM_AFAR
        ? why + "; only somebody at the machine itself can have it checked"
        : why + "; '" + SettingKey.FETCH_PRIVATE_HOSTS.id() + "' in stet.toml can allow it";
  }

  /** Why an address of the web cannot be asked, in a few words; empty where it can. */
  public static Optional<String> unaskable(String uri) {
    try {
      WebAddress.spelled(uri);
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
