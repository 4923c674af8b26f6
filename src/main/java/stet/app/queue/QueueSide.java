package stet.app.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.fetch.HostThrottle;
import stet.fetch.RobotsCache;
import stet.postgres.PostgresAddress;
import stet.watch.queue.HostClaims;
import stet.watch.queue.HostLeases;
import stet.watch.queue.LastTexts;
import stet.watch.queue.LeaseTimes;
import stet.watch.queue.OwnHosts;
import stet.watch.queue.Worker;
import stet.watch.store.WatchStore;

/** What a fetching command has beside its own files where it shares a queue; little where not. */
public final class QueueSide implements AutoCloseable {
  private final @Nullable HostLeases leases;
  private final @Nullable LastTexts texts;
  private final HostClaims claims;
  private final Clock clock;

  private QueueSide(
      HostClaims claims, Clock clock, @Nullable HostLeases leases, @Nullable LastTexts texts) {
    this.claims = claims;
    this.clock = clock;
    this.leases = leases;
    this.texts = texts;
  }

  /**
   * Opens it for the one watch of a collection, which holds its lock.
   *
   * @param queue empty where the collection's own file is all there is
   * @param store what is watched
   * @param clock this machine's; in its place comes the queue's where there is one
   * @param fetches under way at once
   * @throws IOException when the worker's name cannot be kept
   * @throws stet.sqlite.DatabaseException when the queue cannot be reached
   */
  public static QueueSide open(
      Path home,
      Optional<PostgresAddress> queue,
      WatchStore store,
      HostThrottle throttle,
      RobotsCache robots,
      Clock clock,
      int fetches)
      throws IOException {
    if (queue.isEmpty()) {
      return alone(store, clock);
    }
    Worker worker = Worker.of(home);
    return shared(queue.get(), worker, worker, throttle, robots, fetches);
  }

  /** The same for a command that may run beside the collection's watch. */
  public static QueueSide passing(
      Path home,
      Optional<PostgresAddress> queue,
      WatchStore store,
      HostThrottle throttle,
      RobotsCache robots,
      Clock clock)
      throws IOException {
    if (queue.isEmpty()) {
      return alone(store, clock);
    }
    Worker worker = Worker.of(home);
    return shared(queue.get(), worker.passing(), worker, throttle, robots, 1);
  }

  private static QueueSide alone(WatchStore store, Clock clock) {
    return new QueueSide(new OwnHosts(store), clock, null, null);
  }

  private static QueueSide shared(
      PostgresAddress queue,
      Worker asking,
      Worker keeping,
      HostThrottle throttle,
      RobotsCache robots,
      int fetches) {
    HostLeases leases =
        HostLeases.open(queue, asking, LeaseTimes.STANDARD, throttle, robots, fetches);
    return new QueueSide(leases, leases.clock(), leases, new LastTexts(queue, keeping));
  }

  /** Which hosts may be asked. */
  public HostClaims claims() {
    return claims;
  }

  /** By which all is planned. */
  public Clock clock() {
    return clock;
  }

  /** What was last seen by whomever; null where the collection's own index tells. */
  public @Nullable LastTexts texts() {
    return texts;
  }

  /** Gives back what was taken; nothing is fetched any more. */
  @Override
  public void close() {
    if (leases != null) {
      leases.close();
    }
    if (texts != null) {
      texts.close();
    }
  }
}
