package stet.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who else has a say in whether a host may be asked, where several programs ask the same hosts. For
 * several threads.
 */
public interface HostGuard {
  /** Nobody. */
  HostGuard NONE =
      new HostGuard() {
        @Override
        public @Nullable Instant take(String authority, Instant now) {
          return null;
        }

        @Override
        public void release(String authority) {}

        @Override
        public boolean mayBegin(String authority) {
          return true;
        }
      };

  /**
   * Takes a host for one fetch, which ends with {@link #release}.
   *
   * @return null where it is taken, otherwise when to ask for it again, UTC
   */
  @Nullable Instant take(String authority, Instant now);

  /** Gives a host back that was taken. */
  void release(String authority);

  /** Whether one more request may begin to a host that was taken. */
  boolean mayBegin(String authority);
}
