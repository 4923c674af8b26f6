package stet.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;
import stet.fetch.FetchOptions.Limits;

/**
 * How long one request and its answer may take, counted by a clock that never jumps. Watches over
 * the rate too, against servers that send a byte now and then for hours.
 */
final class Deadline {
  private long begun = System.nanoTime();
  private final Limits limits;
  private long received;
  private volatile boolean reached;

  Deadline(Limits limits) {
    this.limits = limits;
  }

  /** Milliseconds left, at least one. */
  int left() throws SocketTimeoutException {
    long left = limits.totalTime().minus(elapsed()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("not done within " + seconds(limits.totalTime()));
    }
    return (int) Math.min(Integer.MAX_VALUE, left);
  }

  /** Notes that a server took the connection. */
  void reach() {
    reached = true;
  }

  /** Whether a server took the connection, whatever it did then. */
  boolean isReached() {
    return reached;
  }

  /** Takes out time in which we did not listen. */
  void waited(long nanos) {
    begun += nanos;
  }

  /** Counts bytes that came. */
  void received(int bytes) throws SocketTimeoutException {
    received += bytes;
    Duration slow = elapsed().minus(limits.patience());
    if (!slow.isNegative()
        && received < limits.minBytesPerSecond() * (elapsed().toMillis() / 1000.0)) {
      throw new SocketTimeoutException(
          "slower than " + limits.minBytesPerSecond() + " bytes a second");
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }
}
