package stet.json;

import stet.capture.EnumId;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertMessage.State;
import tools.jackson.databind.node.ObjectNode;

/** Rules for alerts and what they told, a row each, as {@link StetJson} says everything. */
public final class AlertRows {
  private AlertRows() {}

  /** A rule, and how it fares. */
  public static JsonText rule(AlertRuleFacts rule) {
    ObjectNode out = Parts.root().put("rule", rule.name());
    out.put("asks", rule.asks()).put("told", rule.told());
    out.set("channels", Parts.texts(rule.channels()));
    out.put("since", Parts.time(rule.since())).put("fired_at", Parts.time(rule.firedAt()));
    return new JsonText(out.put("fired", rule.fired()).put("waiting", rule.waiting()));
  }

  /**
   * A message, and where its delivery stands.
   *
   * @param refusing whether its channel takes nothing until its settings change
   */
  public static JsonText message(AlertMessage message, boolean refusing) {
    AlertMessage.Tried tried = message.delivery();
    return new JsonText(
        Parts.root()
            .put("alert", message.id())
            .put("rule", message.rule())
            .put("channel", message.channel())
            .put("kind", message.kind())
            .put("composed_at", message.madeAt().toString())
            .put("state", EnumId.of(tried.state()))
            .put("tries", tried.tries())
            .put(
                "next_at",
                tried.state() == State.WAITING && !refusing ? tried.dueAt().toString() : null)
            .put("sent_at", Parts.time(tried.sentAt()))
            .put("detail", tried.detail()));
  }
}
