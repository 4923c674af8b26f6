package stet.fetch;

import java.time.Duration;

/** How a fetch waits when a redirect leads to a host that must not be asked yet. */
@FunctionalInterface
public interface Pause {
  /** Lets the calling thread sleep. */
  Pause SLEEP = time -> Thread.sleep(Math.max(1, time.toMillis()));

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread was interrupted meanwhile
   */
  void of(Duration time) throws InterruptedException;
}
