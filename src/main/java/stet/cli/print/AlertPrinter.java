package stet.cli.print;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.app.alert.AlertTest;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.json.AlertRuleFacts;
import stet.notify.Delivery;
import stet.notify.rule.AlertRule;
import stet.notify.rule.RuleWords;
import stet.text.time.IsoTime;
import stet.watch.store.AlertMessage;

/** Prints rules for alerts and what they told. */
public final class AlertPrinter {
  private final Console console;

  public AlertPrinter(Console console) {
    this.console = console;
  }

  /** The rules, two lines each. */
  public void rules(List<AlertRuleFacts> rules, List<String> channels) {
    if (rules.isEmpty()) {
      console.say(
          "no rule yet; 'stet alert add NAME --to CHANNEL' makes one"
              + (channels.isEmpty()
                  ? ", once stet.toml has a channel"
                  : "; channels: " + String.join(", ", channels)));
    }
    for (AlertRuleFacts rule : rules) {
      console.out().println(Plain.line(rule.name() + ": " + rule.asks()));
      console
          .out()
          .println(
              Plain.line(
                  "  to "
                      + String.join(", ", rule.channels())
                      + ", "
                      + rule.told()
                      + "; "
                      + fired(rule)
                      + (rule.waiting() > 0 ? ", " + rule.waiting() + " waiting" : "")));
    }
  }

  private static String fired(AlertRuleFacts rule) {
    @Nullable Instant at = rule.firedAt();
    return at == null
        ? "never fired"
        : "fired "
            + Plain.count(rule.fired(), "time")
            + " in seven days, last at "
            + IsoTime.ofSecond(at);
  }

  /** That a rule was added, in one line. */
  public static String added(AlertRule rule) {
    return Plain.line(
        "'"
            + rule.name()
            + "' tells "
            + String.join(", ", rule.channels())
            + " of "
            + RuleWords.asks(rule)
            + ", "
            + RuleWords.told(rule));
  }

  /** What is amiss, a line each, beside what was asked for. */
  public void warnings(List<String> warnings) {
    warnings.forEach(line -> console.say(Plain.line(line)));
  }

  /** What came of a test, a line for each channel. */
  public void tested(List<AlertTest.Outcome> outcomes) {
    for (AlertTest.Outcome outcome : outcomes) {
      Delivery delivery = outcome.delivery();
      String came =
          delivery instanceof Delivery.Later later
              ? "not now: " + later.why()
              : delivery instanceof Delivery.Refused refused
                  ? "refused: " + refused.why()
                  : "sent: " + outcome.title();
      console.out().println(Plain.line(outcome.channel() + "  " + came));
    }
  }

  /**
   * Messages, a line each.
   *
   * @param refusing names of channels that take nothing until their settings change
   */
  public void history(List<AlertMessage> messages, Set<String> refusing) {
    for (AlertMessage message : messages) {
      console
          .out()
          .println(
              Plain.line(
                  IsoTime.ofSecond(message.madeAt())
                      + "  "
                      + message.rule()
                      + "  "
                      + message.channel()
                      + "  "
                      + message.kind()
                      + "  "
                      + stands(message, refusing.contains(message.channel()))
                      + "  "
                      + message.id()));
    }
  }

  private String stands(AlertMessage message, boolean refusing) {
    AlertMessage.Tried tried = message.delivery();
    @Nullable Instant sent = tried.sentAt();
    return switch (tried.state()) {
      case SENT -> "sent " + (sent == null ? "" : IsoTime.ofSecond(sent));
      case WAITING ->
          waits(tried, refusing) + (tried.detail().isEmpty() ? "" : ": " + tried.detail());
      case DEAD -> "given up after " + tries(tried) + ": " + tried.detail();
    };
  }

  private String waits(AlertMessage.Tried tried, boolean refusing) {
    if (refusing) {
      return "waiting until the channel's settings change";
    }
    return tried.dueAt().isAfter(console.clock().instant())
        ? "waiting, next try at " + IsoTime.ofSecond(tried.dueAt())
        : "waiting for the next 'stet alert send', 'stet fetch' or watch";
  }

  private static String tries(AlertMessage.Tried tried) {
    return tried.tries() == 1 ? "1 try" : tried.tries() + " tries";
  }
}
