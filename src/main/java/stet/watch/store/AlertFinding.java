package stet.watch.store;

import java.time.Instant;

/**
 * Something that a rule fired on, as it is kept.
 *
 * @param id its number; 0 before it is kept
 * @param rule name of the rule
 * @param ask digest of what the rule asked for when it fired
 * @param event names what happened; the same is kept once for each rule
 * @param articleKey key of the article; empty where it concerns none
 * @param alike equal for what is told once for many articles
 * @param foundAt when the rule fired, UTC, whole seconds once kept
 * @param standing id of whether it still holds
 * @param note what became of it; empty where it stands
 * @param body all that a message shows of it, JSON
 */
public record AlertFinding(
    long id,
    String rule,
    String ask,
    String event,
    String articleKey,
    String alike,
    Instant foundAt,
    String standing,
    String note,
    String body) {
  /**
   * One by what is needed to see whether it still holds.
   *
   * @param id its number
   * @param rule name of the rule
   * @param ask digest of what the rule asked for when it fired
   * @param event names what happened
   * @param standing id of whether it still holds
   * @param note what became of it; empty where it stands
   */
  public record Known(
      long id, String rule, String ask, String event, String standing, String note) {}
}
