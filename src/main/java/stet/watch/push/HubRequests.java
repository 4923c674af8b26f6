package stet.watch.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.fetch.PostOutcome;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.Asked;
import stet.watch.store.Subscription.Standing;
import stet.watch.store.Subscription.State;
import stet.watch.store.SubscriptionTable;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * What is to be asked of hubs, when, and what comes of it (WebSub, section 5.1): a subscription for
 * each list that names one, its renewal in time, and its end. What failed is tried again, less and
 * less often.
 */
public final class HubRequests {
  /** The lease that is asked for. */
  static final Duration LEASE = Duration.ofDays(10);

  /** A hub has so long to ask whether a request was meant. */
  private static final Duration CONFIRMING = Duration.ofHours(1);

  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(15);
  private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 7;

  /** Whoever does not want to be left is left without more words. */
  private static final int TRIES_TO_LEAVE = 4;

  private final WatchStore store;
  private final SubscriptionTable table;
  private final String base;

  /**
   * @param base what comes before the key in the address that hubs call
   */
  public HubRequests(WatchStore store, String base) {
    this.store = store;
    this.table = store.subscriptions();
    this.base = base;
  }

  /** Requests that are to be made now, each noted as asked. */
  public List<HubRequest> due(Instant now) {
    if (table.due(now).isEmpty() && table.all().stream().noneMatch(this::isMoved)) {
      return List.of();
    }
    return store.write(
        () -> {
          List<HubRequest> requests = new ArrayList<>();
          moved(now);
          for (Subscription own : table.due(now)) {
            request(own, now).ifPresent(requests::add);
          }
          return requests;
        });
  }

  /** Hubs that were told another address cannot reach this one: they are asked anew. */
  private void moved(Instant now) {
    for (Subscription own : table.all()) {
      Long feed = own.feed();
      if (feed != null && isMoved(own)) {
        HubOffers.leave(store, own, now);
        HubOffers.want(store, feed, own.topic(), own.hub(), now);
      }
    }
  }

  private boolean isMoved(Subscription own) {
    Standing s = own.standing();
    boolean held = s.state() == State.ACTIVE || s.state() == State.WANTED;
    return held && own.feed() != null && !s.base().isEmpty() && !s.base().equals(base);
  }

  private Optional<HubRequest> request(Subscription due, Instant now) {
    Subscription own = due;
    State state = own.standing().state();
    if (own.feed() == null && state != State.LEAVING && state != State.ENDED) {
      HubOffers.leave(store, own, now);
      own = table.find(own.id()).orElseThrow();
    }
    return switch (own.standing().state()) {
      case WANTED -> subscription(own, now);
      case ACTIVE -> own.isLive(now) ? subscription(own, now) : lapsed(own, now);
      case DENIED -> subscription(own.with(own.standing().enter(State.WANTED, now, now, "")), now);
      case LEAVING -> departure(own, now);
      case ENDED -> over(own, now);
    };
  }

  private Optional<HubRequest> over(Subscription own, Instant now) {
    if (!own.standing().actAt().isAfter(now)) {
      table.forget(own.id());
    }
    return Optional.empty();
  }

  /** The list is asked as often as any other from now on. */
  private Optional<HubRequest> lapsed(Subscription own, Instant now) {
    Long feed = own.feed();
    if (feed != null) {
      store.feedTable().dueAt(feed, now);
    }
    Standing wanted = own.standing().enter(State.WANTED, now, now, "its lease ended");
    return subscription(own.with(wanted), now);
  }

  private Optional<HubRequest> subscription(Subscription own, Instant now) {
    Standing s = own.standing();
    if (s.asked() == Asked.SUBSCRIBE) {
      String why = "the hub did not ask within an hour whether it was meant";
      table.settle(own.id(), s.fail(now.plus(backOff(s.failures() + 1)), why));
      return Optional.empty();
    }
    return Optional.of(ask(own, Asked.SUBSCRIBE, base, now));
  }

  private Optional<HubRequest> departure(Subscription own, Instant now) {
    Standing s = own.standing();
    if (s.asked() == Asked.UNSUBSCRIBE || s.failures() >= TRIES_TO_LEAVE) {
      table.settle(own.id(), HubOffers.ended(s, now));
      return Optional.empty();
    }
    return Optional.of(ask(own, Asked.UNSUBSCRIBE, s.base(), now));
  }

  private HubRequest ask(Subscription own, Asked what, String told, Instant now) {
    table.settle(own.id(), own.standing().ask(what, told, now.plus(CONFIRMING)));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", what.id());
    form.put("hub.topic", own.topic());
    form.put("hub.callback", told + own.key());
    if (what == Asked.SUBSCRIBE) {
      form.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
      if (!own.secret().isEmpty()) {
        form.put("hub.secret", own.secret());
      }
    }
    return new HubRequest(own.id(), own.hub(), form);
  }

  /**
   * Notes what came of a request. A hub may have asked back before it answers.
   *
   * @return a line for people where it failed; empty where it did not
   */
  public Optional<String> answered(HubRequest request, PostOutcome outcome, Instant now) {
    return store.write(
        () -> {
          Subscription own = table.find(request.subscription()).orElse(null);
          if (own == null || own.standing().asked() == Asked.NOTHING) {
            return Optional.empty();
          }
          Standing next = next(own, outcome, now);
          table.settle(own.id(), next);
          boolean failed = next.failures() > own.standing().failures();
          return failed
              ? Optional.of("hub '" + own.hub() + "' for '" + own.topic() + "': " + next.detail())
              : Optional.empty();
        });
  }

  private static Standing next(Subscription own, PostOutcome outcome, Instant now) {
    Standing s = own.standing();
    Instant retry = now.plus(backOff(s.failures() + 1));
    if (outcome instanceof PostOutcome.Deferred deferred) {
      return s.ask(Asked.NOTHING, s.base(), deferred.until());
    } else if (outcome instanceof PostOutcome.Failed failed) {
      return s.fail(retry, failed.detail());
    }
    PostOutcome.Answered answered = (PostOutcome.Answered) outcome;
    if (answered.isTaken()) {
      return s;
    }
    String said = answered.words().isEmpty() ? "" : ": " + answered.words();
    boolean unknown = s.state() == State.LEAVING && answered.status() / 100 == 4;
    return unknown
        ? HubOffers.ended(s, now)
        : s.fail(Times.later(retry, answered.retryAt()), "it answered " + answered.status() + said);
  }

  /** When something is to be done next, UTC; empty where nothing is. */
  public Optional<Instant> next() {
    return table.nextDue();
  }

  private static Duration backOff(int failures) {
    Duration full = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return full.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : full;
  }
}
