package stet.notify.outbox;

import java.time.Instant;
import stet.notify.Finding;
import stet.notify.Message;
import stet.notify.rule.AlertRule;

/** A message that somebody sends to see whether it arrives. */
public final class TestMessage {
  private TestMessage() {}

  /**
   * Makes one; it is kept nowhere.
   *
   * @param site name of the collection
   * @param now UTC
   */
  public static Message of(
      AlertRule rule, String site, String channel, Finding finding, Instant now) {
    return new MessageMaker(site).test(rule, channel, finding, now);
  }

  /**
   * One that tries a channel by itself, whatever rules there are.
   *
   * @param now UTC
   */
  public static Message ofChannel(AlertRule rule, String site, String channel, Instant now) {
    return new MessageMaker(site).channelTest(rule, channel, now);
  }
}
