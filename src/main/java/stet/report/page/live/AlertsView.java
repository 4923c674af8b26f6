package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Shown;

/**
 * What people are told, and how that goes.
 *
 * @param trouble why rules or channels cannot be read, in a line; empty where they can
 * @param rules in the order in which they are stated
 * @param failing channels that failed at their last try
 * @param messages the newest first
 */
public record AlertsView(
    Frame frame,
    String trouble,
    List<Rule> rules,
    List<WatchView.Line> failing,
    List<WatchView.Line> messages) {
  public AlertsView {
    trouble = Shown.text(trouble);
  }

  /**
   * A rule.
   *
   * @param asks what it fires on
   * @param told when it is told, and through what
   * @param fired how it fares
   */
  public record Rule(String name, String asks, String told, String fired) {
    public Rule {
      name = Shown.text(name);
      asks = Shown.text(asks);
      told = Shown.text(told);
    }
  }
}
