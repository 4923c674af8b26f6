package stet.notify.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertMessage.State;
import stet.watch.store.AlertMessage.Tried;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * Sends messages, each channel's one after the other, channels beside each other: a slow one keeps
 * none of the others waiting. Used by one thread; only what a channel does itself happens in
 * others.
 */
public final class Courier implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A receiver that is down for a weekend gets what it missed; after that it is no news. */
  private static final Duration LIFE = Duration.ofDays(3);

  private final WatchStore store;
  private final Map<String, Line> lines;
  private final Quietness quietness;
  private final Consumer<String> log;
  private final Runnable wake;
  private final Set<String> busy = new HashSet<>();

  /** Channels that said now that they take nothing. */
  private final Set<String> refused = new HashSet<>();

  private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "alert-channel");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A channel as it is set up.
   *
   * @param settings digest of its settings: another one when they change
   */
  public record Line(Channel channel, String settings) {}

  /** When a rule's messages may be delivered. */
  public interface Quietness {
    /** The moment itself, or the end of the rule's quiet hours in which it lies, UTC. */
    Instant after(String rule, Instant at);
  }

  private record Outcome(String channel, AlertMessage message, @Nullable Delivery delivery) {}

  /**
   * @param lines by the names of the channels
   * @param log is told of each message, in one line, by the thread that uses this
   * @param wake is called by other threads when something is to be {@link #settle settled}
   */
  public Courier(
      WatchStore store,
      Map<String, Line> lines,
      Quietness quietness,
      Consumer<String> log,
      Runnable wake) {
    this.store = store;
    this.lines = Map.copyOf(lines);
    this.quietness = quietness;
    this.log = log;
    this.wake = wake;
  }

  /** Begins to send what is due, as far as channels are free. */
  public void dispatch(Instant now) {
    for (String channel : ready(now)) {
      Optional<AlertMessage> next = next(channel, now);
      if (next.isPresent()) {
        busy.add(channel);
        start(channel, Objects.requireNonNull(lines.get(channel)).channel(), next.get());
      }
    }
  }

  /** What was to be sent before, and could not, is not sent in the rule's quiet hours either. */
  private Optional<AlertMessage> next(String channel, Instant now) {
    while (true) {
      Optional<AlertMessage> next = store.alerts().messages().due(channel, now);
      if (next.isEmpty()) {
        return next;
      }
      Instant until = quietness.after(next.get().rule(), now);
      if (!until.isAfter(now)) {
        return next;
      }
      Tried t = next.get().delivery();
      keep(next.get(), new Tried(State.WAITING, until, t.tries(), t.detail(), null, ""));
    }
  }

  private static boolean mayTry(@Nullable Failing failed, Line line, Instant now) {
    if (failed == null) {
      return true;
    }
    boolean refusesAll = failed.settings().equals(line.settings());
    return failed.settings().isEmpty()
        ? !failed.notBefore().isAfter(now)
        : !refusesAll || failed.notBefore().isBefore(now.minus(LIFE));
  }

  private Map<String, Failing> failing() {
    Map<String, Failing> failing = new HashMap<>();
    store.alerts().memory().failing().forEach(f -> failing.put(f.name(), f));
    return failing;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What came of it is told in any case.
  private void start(String name, Channel channel, AlertMessage message) {
    String thread = store.alerts().messages().reference(name, message.thread());
    workers.submit(
        () -> {
          @Nullable Delivery delivery = null;
          try {
            delivery = channel.deliver(Bodies.message(message.body()), thread);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            delivery = new Delivery.Later(null, "failed in itself: " + e.getClass().getName());
          } finally {
            outcomes.add(new Outcome(name, message, delivery));
            wake.run();
          }
        });
  }

  /** Notes what came of tries that ended. */
  public void settle(Instant now) {
    for (Outcome done = outcomes.poll(); done != null; done = outcomes.poll()) {
      busy.remove(done.channel());
      Outcome outcome = done;
      if (done.delivery() != null) {
        store.write(
            () -> {
              settle(outcome, outcome.delivery(), now);
              return 1;
            });
      }
    }
  }

  private void settle(Outcome outcome, @Nullable Delivery delivery, Instant now) {
    AlertMessage message = outcome.message();
    int tries = message.delivery().tries() + 1;
    String name = "alert '" + message.rule() + "' to '" + outcome.channel() + "': ";
    if (delivery instanceof Delivery.Sent sent) {
      keep(message, new Tried(State.SENT, now, tries, "", now, sent.reference()));
      store.alerts().memory().worked(outcome.channel());
      log.accept(name + "sent");
    } else if (delivery instanceof Delivery.Later later) {
      later(outcome, later, tries, now, name);
    } else if (delivery instanceof Delivery.Refused refused) {
      refused(outcome, refused, tries, now, name);
    }
  }

  private void later(Outcome outcome, Delivery.Later later, int tries, Instant now, String name) {
    Failing failing = failing(outcome.channel(), now, later.why(), "");
    Instant again = Times.later(now.plus(wait(failing.failures())), later.notBefore());
    boolean dead = again.isAfter(outcome.message().madeAt().plus(LIFE));
    State state = dead ? State.DEAD : State.WAITING;
    keep(outcome.message(), new Tried(state, again, tries, later.why(), null, ""));
    store.alerts().memory().failed(with(failing, again));
    log.accept(
        name
            + later.why()
            + (dead ? "; given up after " + LIFE.toDays() + " days" : "; next try at " + again));
  }

  private void refused(
      Outcome outcome, Delivery.Refused answer, int tries, Instant now, String name) {
    if (!answer.gone()) {
      keep(outcome.message(), new Tried(State.DEAD, now, tries, answer.why(), null, ""));
      log.accept(name + "refused: " + answer.why());
      return;
    }
    @Nullable Line line = lines.get(outcome.channel());
    boolean dead = now.isAfter(outcome.message().madeAt().plus(LIFE));
    keep(
        outcome.message(),
        new Tried(dead ? State.DEAD : State.WAITING, now, tries, answer.why(), null, ""));
    refused.add(outcome.channel());
    String settings = line == null ? "" : line.settings();
    store.alerts().memory().failed(failing(outcome.channel(), now, answer.why(), settings));
    log.accept(name + "refused: " + answer.why() + "; " + until(outcome.channel()));
  }

  private static String until(String channel) {
    return "tried again when the channel's settings change or 'stet alert test --channel "
        + channel
        + "' arrives";
  }

  /**
   * Whether messages wait for channels that take nothing as they are set up. The log is told of
   * those that were not tried now.
   */
  public boolean isHeldUp(Instant now) {
    Map<String, Failing> failing = failing();
    boolean held = false;
    for (String channel : store.alerts().messages().channelsDue(now)) {
      @Nullable Failing failed = failing.get(channel);
      @Nullable Line line = lines.get(channel);
      if (failed != null && line != null && failed.settings().equals(line.settings())) {
        held = true;
        if (!refused.contains(channel)) {
          log.accept(
              "alerts: '"
                  + channel
                  + "' refused before: "
                  + failed.detail()
                  + "; "
                  + until(channel));
        }
      }
    }
    return held;
  }

  private void keep(AlertMessage message, Tried tried) {
    store.alerts().messages().tried(message.id(), tried);
  }

  private Failing failing(String channel, Instant now, String why, String settings) {
    @Nullable Failing before = failing().get(channel);
    return before == null
        ? new Failing(channel, 1, now, now, why, settings)
        : new Failing(channel, before.failures() + 1, before.since(), now, why, settings);
  }

  private static Failing with(Failing f, Instant notBefore) {
    return new Failing(f.name(), f.failures(), f.since(), notBefore, f.detail(), f.settings());
  }

  private static Duration wait(int failures) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 12));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Whether anything is being sent at this moment, or has yet to be settled. */
  public boolean isBusy() {
    return !busy.isEmpty();
  }

  /** Names of channels that something could be sent through now. */
  public List<String> ready(Instant now) {
    Map<String, Failing> failing = failing();
    return store.alerts().messages().channelsDue(now).stream()
        .filter(c -> lines.containsKey(c) && !busy.contains(c))
        .filter(c -> mayTry(failing.get(c), Objects.requireNonNull(lines.get(c)), now))
        .toList();
  }

  /** Gives what is being sent a moment; what is interrupted is sent again the next time. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
        workers.shutdownNow();
        workers.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
    lines.values().forEach(line -> line.channel().close());
  }
}
