package stet.watch.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;

/**
 * What is asked of a hub, for one list.
 *
 * @param id its row
 * @param feed the list's row; null where it is watched no longer
 * @param topic the address by which the hub knows the list
 * @param hub its address
 * @param key the last part of the address that the hub calls, 32 hexadecimal digits
 * @param secret with which the hub signs; empty where it cannot be told in private
 * @param standing what changes
 */
public record Subscription(
    long id,
    @Nullable Long feed,
    String topic,
    String hub,
    String key,
    String secret,
    Standing standing) {
  /** Where it stands. */
  public enum State {
    /** The list names the hub, which does not tell of it, or not yet. */
    WANTED,
    /** The hub tells of changes. */
    ACTIVE,
    /** The hub does not want to; it is asked again after a while. */
    DENIED,
    /** The hub is to tell no longer. */
    LEAVING,
    /** It is over; only remembered so that the hub is told so. */
    ENDED;

    /** The name as stored and shown. */
    public String id() {
      return EnumId.of(this);
    }
  }

  /** What a hub was asked for that it has not confirmed yet. */
  public enum Asked {
    NOTHING,
    SUBSCRIBE,
    UNSUBSCRIBE;

    /** The name as stored, and as hubs write it. */
    public String id() {
      return EnumId.of(this);
    }
  }

  /**
   * What changes of it.
   *
   * @param base what comes before the key in the address that the hub was told; empty before
   * @param asked what of the hub is to be confirmed
   * @param actAt when something is to be done next, UTC
   * @param since when it came into its state, UTC
   * @param leaseUntil until when the hub tells of changes, UTC; null where it does not
   * @param heardAt the last push that counted, UTC; null for none, or where hub and list disagree
   * @param failures requests to the hub in a row that came to nothing
   * @param detail one line for people, in which may stand what the hub says; empty for nothing
   */
  public record Standing(
      String base,
      State state,
      Asked asked,
      Instant actAt,
      Instant since,
      @Nullable Instant leaseUntil,
      @Nullable Instant heardAt,
      int failures,
      String detail) {
    /** In another state from now on, in which nothing is asked, failed or leased yet. */
    public Standing enter(State other, Instant now, Instant act, String why) {
      return new Standing(base, other, Asked.NOTHING, act, now, null, null, 0, why);
    }

    /** The same with something asked of the hub. */
    public Standing ask(Asked what, String toldBase, Instant act) {
      return new Standing(toldBase, state, what, act, since, leaseUntil, heardAt, failures, detail);
    }

    /** The same where nothing came of what was asked. */
    public Standing fail(Instant act, String why) {
      return new Standing(
          base, state, Asked.NOTHING, act, since, leaseUntil, heardAt, failures + 1, why);
    }

    /** The same with a lease, confirmed by the hub. */
    public Standing lease(Instant now, Instant act, Instant until) {
      Instant from = state == State.ACTIVE ? since : now;
      return new Standing(base, State.ACTIVE, Asked.NOTHING, act, from, until, heardAt, 0, "");
    }
  }

  /** The same with another standing. */
  public Subscription with(Standing other) {
    return new Subscription(id, feed, topic, hub, key, secret, other);
  }

  /** Whether the hub tells of changes at a time. */
  public boolean isLive(Instant at) {
    Instant until = standing.leaseUntil();
    return standing.state() == State.ACTIVE && until != null && until.isAfter(at);
  }
}
