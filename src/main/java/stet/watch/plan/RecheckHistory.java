package stet.watch.plan;

import java.time.Instant;

/**
 * What the checks of one article have shown so far, in as few numbers as the policy needs.
 *
 * @param born when it was published, or first seen where no earlier publication is known, UTC
 * @param checked the last check that showed a state, UTC
 * @param changed the last change seen or stated: the middle of its window, at first {@code born}
 * @param changes how many changes the checks are worth, 0 or more
 * @param exposure over how much expected change they were spread, 0 or more
 */
public record RecheckHistory(
    Instant born, Instant checked, Instant changed, double changes, double exposure) {

  /** An article of which nothing is known but its age; the first check is made at {@code now}. */
  public static RecheckHistory born(Instant published, Instant now) {
    Instant born = published.isBefore(now) ? published : now;
    return new RecheckHistory(born, now, born, 0, 0);
  }
}
