package stet.watch.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.watch.plan.RecheckHistory;

/**
 * An address that is checked, and where its checks stand.
 *
 * @param host host, with its port where that is not the usual one
 * @param outlet host without www.
 * @param via the list that named it; empty where a person did, or it is watched no longer
 * @param state what changes with each check
 */
public record TrackedPage(
    long id, String uri, String host, String outlet, String via, State state) {
  /**
   * What changes with each check.
   *
   * @param nextAt when it is due
   * @param askedAt the last request; null before the first
   * @param failures checks in a row that showed no state
   * @param history what the policy knows
   * @param seen whether any check has shown a state yet
   */
  public record State(
      Instant nextAt,
      @Nullable Instant askedAt,
      CheckOutcome outcome,
      String detail,
      int failures,
      RecheckHistory history,
      boolean seen,
      Known known) {}
}
