package stet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Bounds what work takes of the processor, which a busy machine does not change as it does the time
 * by the clock.
 */
public final class ProcessorTime {
  /** Whatever takes so long by the clock has come to a halt. */
  private static final Duration HALT = Duration.ofMinutes(4);

  private ProcessorTime() {}

  /** What the work gives; fails where its thread takes more of the processor than that. */
  public static <T> T within(Duration most, String what, ThrowingSupplier<T> work) {
    long[] nanos = new long[1];
    T given =
        assertTimeoutPreemptively(
            HALT,
            () -> {
              T result = work.get();
              nanos[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
              return result;
            },
            what);
    assertThat(Duration.ofNanos(nanos[0])).as(what).isLessThan(most);
    return given;
  }
}
