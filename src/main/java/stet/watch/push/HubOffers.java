package stet.watch.push;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.discovery.HubLinks;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.Standing;
import stet.watch.store.Subscription.State;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * What lists say of their hubs, and how far hubs are relied on. A hub only ever tells that a list
 * may have changed; the list and its pages are asked all the same. So what is won is time, and what
 * a hub fails to tell costs some.
 */
public final class HubOffers {
  /** Where a hub tells of changes a list is asked no more often than this. */
  public static final Duration SELDOM = Duration.ofHours(1);

  /** A hub that has told nothing for so long may have forgotten us. */
  private static final Duration SILENCE = Duration.ofDays(3);

  /** What was agreed with a hub holds for so long, whatever the list says meanwhile. */
  private static final Duration STEADY = Duration.ofDays(1);

  private static final Duration MEMORY = Duration.ofDays(30);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final WatchStore store;

  public HubOffers(WatchStore store) {
    this.store = store;
  }

  /**
   * Notes what a list says within the caller's transaction: a hub that it names is wanted, one that
   * it names no longer is to tell nothing more.
   *
   * @param answeredBy the address that gave the list
   * @param whole whether the list was read to its end; of half a list nothing is missed
   */
  public void offered(
      WatchedFeed feed, HubLinks links, String answeredBy, boolean whole, Instant at) {
    String hub = links.best().flatMap(HubOffers::spelled).orElse("");
    String topic = links.self().isEmpty() ? answeredBy : links.self();
    Subscription own = store.subscriptions().ofFeed(feed.id()).orElse(null);
    if (hub.isEmpty() && !whole
        || own != null && (own.hub().equals(hub) && own.topic().equals(topic) || isNew(own, at))) {
      return;
    }
    if (own != null) {
      leave(store, own, at);
    }
    if (!hub.isEmpty()) {
      want(store, feed.id(), topic, hub, at);
    }
  }

  /** A list that says something else each time must not keep hubs busy. */
  private static boolean isNew(Subscription own, Instant at) {
    return isKnown(own) && own.standing().since().plus(STEADY).isAfter(at);
  }

  private static boolean isKnown(Subscription own) {
    return own.standing().state() == State.ACTIVE
        || own.standing().asked() == Subscription.Asked.SUBSCRIBE;
  }

  private static Optional<String> spelled(String hub) {
    try {
      return Optional.of(WebAddress.spelled(hub));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void want(WatchStore store, long feed, String topic, String hub, Instant at) {
    // Over plain HTTP whoever listens would know the secret, too.
    boolean discreet = hub.toLowerCase(Locale.ROOT).startsWith("https:");
    String secret = discreet ? random(SECRET_BYTES) : "";
    store.subscriptions().add(feed, topic, hub, random(KEY_BYTES), secret, at);
  }

  /** Ends one: the hub is told so where it was ever asked for anything. */
  static void leave(WatchStore store, Subscription own, Instant at) {
    Standing s = own.standing();
    Standing next = isKnown(own) ? s.enter(State.LEAVING, at, at, "") : ended(s, at);
    store.subscriptions().settle(own.id(), next);
  }

  /** It is over, which hubs are told for a while. */
  static Standing ended(Standing s, Instant at) {
    return s.enter(State.ENDED, at, at.plus(MEMORY), "");
  }

  private static String random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  /**
   * Looks at what a check of a list brought: where it is news that the hub did not tell of, the hub
   * is not relied on until it tells something again.
   *
   * @param before the check before, UTC; null where this is the first
   */
  public void checked(WatchedFeed feed, boolean news, @Nullable Instant before) {
    if (news) {
      Instant heard =
          store.subscriptions().ofFeed(feed.id()).map(s -> s.standing().heardAt()).orElse(null);
      if (heard != null && before != null && heard.isBefore(before)) {
        store.subscriptions().unheard(feed.id());
      }
    }
  }

  /**
   * How long to wait at least until a list is asked again: longer where its hub tells of changes,
   * with a signature, and has told some lately.
   */
  public Duration least(long feed, Instant at) {
    return store
        .subscriptions()
        .ofFeed(feed)
        .filter(s -> s.isLive(at) && !s.secret().isEmpty() && isHeard(s, at))
        .map(s -> SELDOM)
        .orElse(Duration.ZERO);
  }

  private static boolean isHeard(Subscription s, Instant at) {
    Instant heard = s.standing().heardAt();
    return heard != null && heard.plus(SILENCE).isAfter(at);
  }
}
