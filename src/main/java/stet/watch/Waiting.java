package stet.watch;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the watch waits; tests let a clock of their own run instead. */
interface Waiting {
  /** Waits in real time. */
  Waiting REAL =
      new Waiting() {
        @Override
        public <E> @Nullable E next(BlockingQueue<E> events, Duration atMost, boolean underWay)
            throws InterruptedException {
          return events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
      };

  /**
   * The next event.
   *
   * @param atMost how long to wait for it
   * @param underWay whether something runs that will bring an event
   * @return null when that time is over
   */
  <E> @Nullable E next(BlockingQueue<E> events, Duration atMost, boolean underWay)
      throws InterruptedException;
}
