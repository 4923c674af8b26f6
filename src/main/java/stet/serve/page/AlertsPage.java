package stet.serve.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.alert.AlertDesk;
import stet.json.AlertRuleFacts;
import stet.report.page.live.AlertsView;
import stet.report.page.live.WatchView.Line;
import stet.report.words.Numbers;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertMessage.Tried;

/** The rules by which people are told, and what they were told. */
public final class AlertsPage {
  private static final int MESSAGES = 100;

  private final Site site;

  public AlertsPage(Site site) {
    this.site = site;
  }

  /** The page. */
  public Answer answer(Asked asked) {
    AlertDesk desk =
        new AlertDesk(
            site.collection().home(), site.collection().clock(), site.options().producer());
    String trouble = "";
    List<AlertRuleFacts> rules = List.of();
    try {
      rules = desk.rules();
    } catch (AppException e) {
      trouble = String.valueOf(e.getMessage());
    }
    AlertsView view =
        new AlertsView(
            site.frame(asked, "Alerts"),
            trouble,
            rules.stream().map(this::rule).toList(),
            desk.failing().stream().map(this::failing).toList(),
            desk.history("", false, MESSAGES).stream().map(this::message).toList());
    return Answer.html(Site.render("alerts", view));
  }

  private AlertsView.Rule rule(AlertRuleFacts rule) {
    @Nullable Instant at = rule.firedAt();
    String fired =
        at == null
            ? "never fired"
            : "fired "
                + Numbers.of(rule.fired(), "time", "times")
                + " in seven days, last "
                + at(at);
    return new AlertsView.Rule(
        rule.name(),
        rule.asks(),
        rule.told() + ", to " + String.join(", ", rule.channels()),
        fired + (rule.waiting() > 0 ? "; " + rule.waiting() + " waiting" : ""));
  }

  private Line failing(Failing channel) {
    return new Line("since " + at(channel.since()), channel.name(), channel.detail());
  }

  private Line message(AlertMessage message) {
    return new Line(
        at(message.madeAt()),
        message.rule() + " to " + message.channel(),
        message.kind() + ", " + stands(message.delivery()));
  }

  private String stands(Tried tried) {
    return switch (tried.state()) {
      case SENT -> "sent";
      case WAITING ->
          "waits until "
              + at(tried.dueAt())
              + (tried.detail().isEmpty() ? "" : ": " + tried.detail());
      case DEAD -> "given up: " + tried.detail();
    };
  }

  private String at(Instant at) {
    return site.times().stamp(at) + " " + site.times().zoneName();
  }
}
