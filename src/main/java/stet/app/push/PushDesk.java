package stet.app.push;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import stet.app.ServedCollection;
import stet.sqlite.OpenedOnce;
import stet.watch.push.HubCalls;
import stet.watch.push.PushOutcome;
import stet.watch.push.PushSeal;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.State;
import stet.watch.store.WatchStore;

/**
 * Hears the calls of hubs. Of what they push nothing is kept or read but its digest: the list is
 * due at once, and the watch asks it, and the pages that it names, as at any other time. For any
 * threads.
 */
public final class PushDesk implements AutoCloseable {
  /** Pushes of one subscription in a minute; a hub that sends more is told to wait. */
  private static final int MOST_A_MINUTE = 60;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_COUNTED = 10_000;
  private static final int PIECE = 1 << 14;

  private final ServedCollection collection;
  private final Clock clock;
  private final OpenedOnce<WatchStore> store;
  private final Map<PushOutcome, LongAdder> counts = new EnumMap<>(PushOutcome.class);
  private final Map<Long, Minute> minutes = new LinkedHashMap<>();

  /** Pushes since a moment. */
  private record Minute(Instant since, int pushes) {}

  /** What a hub is answered. */
  public enum Reply {
    /** It came, whether or not it counts: who forges learns nothing. */
    TAKEN,
    UNKNOWN,
    /** The subscription is over. */
    OVER,
    /** The hub is to wait a minute. */
    TOO_MANY
  }

  public PushDesk(ServedCollection collection) {
    this.collection = collection;
    this.clock = collection.clock();
    this.store =
        new OpenedOnce<>(
            () -> WatchStore.isThere(collection.home().folder()),
            collection.home()::watchedBeforeUse,
            WatchStore::close);
    for (PushOutcome outcome : PushOutcome.values()) {
      counts.put(outcome, new LongAdder());
    }
  }

  private synchronized <T> Optional<T> ask(Function<HubCalls, T> question) {
    return store.ifThere().map(open -> question.apply(new HubCalls(open)));
  }

  /** See {@link HubCalls#confirm}. */
  public boolean confirm(String key, String mode, String topic, String lease) {
    return ask(calls -> calls.confirm(key, mode, topic, lease, clock.instant())).orElse(false);
  }

  /** See {@link HubCalls#deny}. */
  public boolean deny(String key, String topic, String reason) {
    boolean denied = ask(calls -> calls.deny(key, topic, reason, clock.instant())).orElse(false);
    if (denied) {
      collection.wakeWatch();
    }
    return denied;
  }

  /**
   * Takes a push.
   *
   * @param signature the field {@code X-Hub-Signature}, empty where there is none
   * @param content is read only where there is such a subscription, and never kept
   * @throws IOException when the content does not come; whatever it throws itself comes through
   */
  public Reply push(String key, String signature, Supplier<InputStream> content)
      throws IOException {
    Subscription own = ask(calls -> calls.pushed(key)).flatMap(s -> s).orElse(null);
    if (own == null || !own.isLive(clock.instant())) {
      count(PushOutcome.UNKNOWN);
      return own != null && own.standing().state() != State.WANTED ? Reply.OVER : Reply.UNKNOWN;
    } else if (isTooMany(own.id())) {
      return Reply.TOO_MANY;
    }
    PushSeal seal = new PushSeal(own.secret(), signature);
    read(content.get(), seal);
    PushOutcome outcome = PushOutcome.FORGED;
    if (seal.holds()) {
      outcome =
          ask(calls -> calls.take(own.id(), seal.digest(), clock.instant()))
              .orElse(PushOutcome.UNKNOWN);
    }
    count(outcome);
    if (outcome == PushOutcome.ACCEPTED) {
      collection.wakeWatch();
    }
    return Reply.TAKEN;
  }

  private static void read(InputStream content, PushSeal seal) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
      seal.update(piece, n);
    }
  }

  private synchronized boolean isTooMany(long subscription) {
    Instant now = clock.instant();
    Minute minute = minutes.get(subscription);
    if (minute == null || !minute.since().plus(MINUTE).isAfter(now)) {
      minute = new Minute(now, 0);
    }
    if (minutes.size() >= MOST_COUNTED) {
      minutes.clear();
    }
    minutes.put(subscription, new Minute(minute.since(), minute.pushes() + 1));
    return minute.pushes() >= MOST_A_MINUTE;
  }

  /** Counts a push. */
  public void count(PushOutcome outcome) {
    Objects.requireNonNull(counts.get(outcome)).increment();
  }

  /** How many pushes came to what since the server began. */
  public Map<PushOutcome, Long> counts() {
    Map<PushOutcome, Long> sums = new EnumMap<>(PushOutcome.class);
    counts.forEach((outcome, count) -> sums.put(outcome, count.sum()));
    return sums;
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}
