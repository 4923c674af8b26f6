package stet.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock that stands still while something runs and leaps to the next thing when nothing does. */
final class VirtualTime extends Clock implements Waiting {
  private volatile Instant now;
  private final Instant end;
  private final Runnable atEnd;

  /** At {@code end} something is done, once, such as stopping the watch. */
  VirtualTime(Instant start, Instant end, Runnable atEnd) {
    this.now = start;
    this.end = end;
    this.atEnd = atEnd;
  }

  void set(Instant at) {
    now = at;
  }

  @Override
  public <E> @Nullable E next(BlockingQueue<E> events, Duration atMost, boolean underWay)
      throws InterruptedException {
    if (underWay) {
      E event = events.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("what is under way does not end");
      }
      return event;
    }
    E event = events.poll();
    if (event == null) {
      now = now.plus(atMost);
      if (now.isAfter(end)) {
        atEnd.run();
      }
    }
    return event;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
