package stet.watch;

import java.time.Duration;
import stet.watch.plan.RecheckPolicy;

/**
 * How the watch works.
 *
 * @param workers fetches under way at once, each from another host, 1 or more
 * @param browsers pages that are shown in browsers at once, 1 or more
 * @param keenness how likely a change must be for a check; see {@link RecheckPolicy}
 * @param batch so many checks are handed to the sink at once at most, 1 or more
 * @param batchBytes so many bytes of payloads at once, unless one check alone holds more
 * @param longestIdle how long the watch sleeps at most before it looks at its file again, which
 *     other commands may have changed
 * @param heartbeat after so long without a check the watch says that it is alive; zero for never
 */
public record WatchOptions(
    int workers,
    int browsers,
    double keenness,
    int batch,
    long batchBytes,
    Duration longestIdle,
    Duration heartbeat) {
  /** Sixteen hosts at once, batches of 64 checks or 16 MiB, a heartbeat each hour. */
  public static final WatchOptions STANDARD =
      new WatchOptions(
          16,
          1,
          RecheckPolicy.DEFAULT_KEENNESS,
          64,
          16L << 20,
          Duration.ofSeconds(15),
          Duration.ofHours(1));

  /** Refuses what cannot work. */
  public WatchOptions {
    if (workers < 1
        || browsers < 1
        || batch < 1
        || batchBytes < 1
        || longestIdle.isNegative()
        || heartbeat.isNegative()) {
      throw new IllegalArgumentException("workers, browsers, batch and bytes must be 1 or more");
    }
  }

  /** The same with another number of fetches at once. */
  public WatchOptions withWorkers(int other) {
    return new WatchOptions(other, browsers, keenness, batch, batchBytes, longestIdle, heartbeat);
  }

  /** The same with another number of browsers at once. */
  public WatchOptions withBrowsers(int other) {
    return new WatchOptions(workers, other, keenness, batch, batchBytes, longestIdle, heartbeat);
  }

  /** The same with another keenness. */
  public WatchOptions withKeenness(double other) {
    return new WatchOptions(workers, browsers, other, batch, batchBytes, longestIdle, heartbeat);
  }

  /** The same with another heartbeat. */
  public WatchOptions withHeartbeat(Duration other) {
    return new WatchOptions(workers, browsers, keenness, batch, batchBytes, longestIdle, other);
  }
}
