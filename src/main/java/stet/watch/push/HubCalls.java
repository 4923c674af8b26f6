package stet.watch.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.text.OneLine;
import stet.text.Truncation;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.Asked;
import stet.watch.store.Subscription.Standing;
import stet.watch.store.Subscription.State;
import stet.watch.store.SubscriptionTable;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * What calls of hubs mean: that a request was meant (WebSub, section 5.3), that it is denied (5.2),
 * and that a list has changed (7). Whoever calls is a stranger who knows a key.
 */
public final class HubCalls {
  private static final Duration DENIED = Duration.ofDays(1);

  /** A lease is renewed when three quarters of it are over, but hubs are not asked all the time. */
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);

  private static final Duration LONGEST_LEASE = Duration.ofDays(365);

  /** However often a hub tells, a list is not asked more often than this. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** The same where nobody knows who tells. */
  private static final Duration PAUSE_UNSIGNED = Duration.ofMinutes(10);

  private static final int LONGEST_REASON = 200;

  private final WatchStore store;
  private final SubscriptionTable table;

  public HubCalls(WatchStore store) {
    this.store = store;
    this.table = store.subscriptions();
  }

  /**
   * Whether something is asked of a hub that it wants confirmed. Where it is, it is confirmed, and
   * a second call is not.
   *
   * @param mode {@code subscribe} or {@code unsubscribe}
   * @param topic as the hub has it
   * @param lease in seconds, as the hub has it; empty where it says nothing
   */
  public boolean confirm(String key, String mode, String topic, String lease, Instant now) {
    return store.write(
        () -> {
          Subscription own = table.ofKey(key).orElse(null);
          if (own == null || !own.topic().equals(topic) || !isAsked(own.standing(), mode)) {
            return false;
          }
          table.settle(own.id(), confirmed(own, granted(lease), now));
          return true;
        });
  }

  private static boolean isAsked(Standing s, String mode) {
    boolean fits =
        s.asked() == Asked.SUBSCRIBE && (s.state() == State.WANTED || s.state() == State.ACTIVE)
            || s.asked() == Asked.UNSUBSCRIBE && s.state() == State.LEAVING;
    return fits && s.asked().id().equals(mode);
  }

  private Standing confirmed(Subscription own, Duration lease, Instant now) {
    Standing s = own.standing();
    if (s.asked() == Asked.UNSUBSCRIBE) {
      return HubOffers.ended(s, now);
    }
    table.forgetPushes(own.id(), now.minus(lease));
    Duration use = lease.multipliedBy(3).dividedBy(4);
    boolean brief = use.compareTo(SHORTEST_LEASE) < 0;
    return s.lease(now, now.plus(brief ? SHORTEST_LEASE : use), now.plus(lease));
  }

  private static Duration granted(String lease) {
    if (!lease.matches("[0-9]{1,12}")) {
      return HubRequests.LEASE;
    }
    Duration granted = Duration.ofSeconds(Long.parseLong(lease));
    return granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : granted;
  }

  /**
   * Takes note that a hub will not tell of a list; it is asked again after a day.
   *
   * @param reason the hub's words; may be empty
   * @return whether that was asked of it, or it has told until now
   */
  public boolean deny(String key, String topic, String reason, Instant now) {
    return store.write(
        () -> {
          Subscription own = table.ofKey(key).orElse(null);
          if (own == null || !own.topic().equals(topic) || !isDeniable(own.standing())) {
            return false;
          }
          String words = Truncation.shortened(OneLine.of(reason).strip(), LONGEST_REASON);
          String why = "the hub denies it" + (words.isEmpty() ? "" : ": " + words);
          table.settle(own.id(), own.standing().enter(State.DENIED, now, now.plus(DENIED), why));
          Long feed = own.feed();
          if (own.standing().state() == State.ACTIVE && feed != null) {
            store.feedTable().dueAt(feed, now);
          }
          return true;
        });
  }

  private static boolean isDeniable(Standing s) {
    return s.state() == State.ACTIVE || s.state() == State.WANTED && s.asked() == Asked.SUBSCRIBE;
  }

  /** Where what is pushed under a key belongs to; empty where there is no such key. */
  public Optional<Subscription> pushed(String key) {
    return table.ofKey(key);
  }

  /**
   * Takes a push whose signature holds, so that its list is due. Nothing else of it counts: what
   * changed is asked of the list itself.
   *
   * @return accepted, replayed or unknown
   */
  public PushOutcome take(long subscription, Digest content, Instant now) {
    return store.write(
        () -> {
          Subscription own = table.find(subscription).filter(s -> s.isLive(now)).orElse(null);
          Long feed = own == null ? null : own.feed();
          if (own == null || feed == null) {
            return PushOutcome.UNKNOWN;
          } else if (!table.push(own.id(), content, now)) {
            return PushOutcome.REPLAYED;
          }
          table.heard(own.id(), now);
          Duration pause = own.secret().isEmpty() ? PAUSE_UNSIGNED : PAUSE;
          @Nullable Instant asked = store.feedTable().asked(feed).orElse(null);
          store.feedTable().dueAt(feed, asked == null ? now : Times.later(now, asked.plus(pause)));
          return PushOutcome.ACCEPTED;
        });
  }
}
