package stet.app.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.Message;
import stet.notify.channel.web.Undelivered;
import stet.notify.match.ArticleLook;
import stet.notify.match.ArticleLooks;
import stet.notify.match.WatchEvents;
import stet.notify.outbox.TestMessage;
import stet.notify.rule.AlertRule;
import stet.notify.rule.Ask;
import stet.notify.rule.Timing;
import stet.store.EditFilter;
import stet.timeline.TrackedArticle;
import stet.track.Collection;
import stet.track.Edits;
import stet.watch.store.WatchStore;

/** Tries channels with the last thing that a rule would have fired on. */
public final class AlertTest {
  private static final int LOOKED_AT = 50;

  private final CollectionHome home;
  private final Clock clock;
  private final AlertSetup setup;

  AlertTest(CollectionHome home, Clock clock, AlertSetup setup) {
    this.home = home;
    this.clock = clock;
    this.setup = setup;
  }

  /**
   * What came of one channel.
   *
   * @param title of the message that was sent
   */
  public record Outcome(String channel, String title, Delivery delivery) {
    /** Why it was not taken, in one line; empty where it was. */
    public String why() {
      return Undelivered.why(delivery);
    }
  }

  /** Sends through all channels of a rule, or one. */
  List<Outcome> run(Optional<AlertRule> asked, String only) throws IOException {
    AlertRule rule = asked.orElseGet(() -> any(only));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Finding finding = asked.isEmpty() ? none(rule) : last(rule).orElseGet(() -> none(rule));
    List<Outcome> outcomes = new ArrayList<>();
    try (WatchStore store = home.watchedBeforeUse()) {
      for (String name : only.isEmpty() ? rule.channels() : List.of(only)) {
        Message message =
            asked.isEmpty()
                ? TestMessage.ofChannel(rule, setup.site(), name, now)
                : TestMessage.of(rule, setup.site(), name, finding, now);
        Channel channel = setup.channels().get(name).orElseThrow();
        try {
          Delivery delivery = channel.deliver(message, "");
          if (delivery instanceof Delivery.Sent) {
            store.alerts().memory().worked(name);
          }
          outcomes.add(new Outcome(name, message.title(), delivery));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
      }
    }
    setup.channels().close();
    return outcomes;
  }

  /** A channel can be tried before there is a rule. */
  private static AlertRule any(String channel) {
    if (channel.isEmpty()) {
      throw AppException.invalid("there is no rule yet; 'stet alert add' makes one");
    }
    Ask ask = new Ask(Event.EDIT, EditFilter.ALL, "", "", Duration.ofHours(6));
    return new AlertRule("test", ask, List.of(channel), Timing.atOnce(ZoneId.of("UTC")));
  }

  private static Finding none(AlertRule rule) {
    return new Finding(
        "test",
        rule.ask().event(),
        null,
        null,
        "Nothing that this rule asks for is in the collection yet. This message shows that the"
            + " channel works.",
        List.of(),
        List.of());
  }

  private Optional<Finding> last(AlertRule rule) throws IOException {
    try (Collection collection = home.open();
        WatchStore store = home.watchedForReading()) {
      Optional<Finding> event =
          WatchEvents.of(rule, store, Instant.EPOCH, clock.instant()).stream().reduce((a, b) -> b);
      return event.isPresent() ? event : lastOfArticles(collection, rule);
    }
  }

  private Optional<Finding> lastOfArticles(Collection collection, AlertRule rule) {
    Edits edits = collection.timelines().edits();
    ArticleLooks looks =
        new ArticleLooks(collection.timelines(), setup.links(), new ArticleLooks.Asked());
    EditFilter filter =
        Set.of(Event.PASSAGE, Event.GONE).contains(rule.ask().event())
            ? EditFilter.ALL
            : rule.ask().filter();
    return edits.newest(filter, null, LOOKED_AT).edits().stream()
        .map(e -> e.timeline().article())
        .map(TrackedArticle::key)
        .distinct()
        .flatMap(key -> looks.of(key).stream())
        .flatMap(look -> look.hits(rule).stream())
        .max(Comparator.comparing(ArticleLook.Hit::at))
        .map(hit -> hit.finding().get());
  }
}
