package stet.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.notify.Change;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.Message;
import stet.notify.Messages;
import stet.notify.rule.AlertRule;
import stet.notify.rule.Ask;
import stet.notify.rule.Timing;
import stet.store.EditFilter;
import stet.watch.store.AlertStore;
import stet.watch.store.WatchStore;

/** What is gathered is told in the order of how much it tells. */
class DigestOrderTest {
  private static final Instant FOUND = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant LATER = FOUND.plus(Duration.ofDays(2));

  @TempDir Path dir;

  private static Finding finding(String id, Event event, String json) {
    Change edit = Messages.change();
    Change change =
        new Change(
            edit.version(),
            edit.notBefore(),
            edit.notAfter(),
            edit.labels(),
            edit.where(),
            edit.excerpt(),
            edit.inserted(),
            edit.deleted(),
            edit.moved(),
            edit.leftOut(),
            json);
    return new Finding(
        id,
        event,
        Messages.story(),
        event == Event.GONE ? null : change,
        "It happened.",
        List.of(),
        List.of());
  }

  @Test
  void theMostTellingEditsStandFirstAfterWhatIsNoEdit() {
    Timing daily =
        new Timing(Timing.Pace.DAILY, LocalTime.NOON, DayOfWeek.MONDAY, ZoneOffset.UTC, null, 0);
    Ask ask = new Ask(Event.EDIT, EditFilter.ALL, "", "", Duration.ofHours(6));
    AlertRule rule = new AlertRule("all", ask, List.of("desk"), daily);
    try (WatchStore store = WatchStore.open(dir.resolve(WatchStore.FILE))) {
      AlertStore alerts = store.alerts();
      Intake intake = new Intake(alerts, FOUND);
      intake.add(rule, finding("slip", Event.EDIT, "{\"telling\": 3}"), "slip");
      intake.add(rule, finding("old", Event.EDIT, ""), "old");
      intake.add(rule, finding("first", Event.EDIT, "{\"telling\": 71}"), "first");
      intake.add(rule, finding("second", Event.EDIT, "{\"telling\": 71}"), "second");
      intake.add(rule, finding("gone", Event.GONE, ""), "gone");
      assertThat(new Composer(alerts, List.of(rule), "desk", c -> 2).compose(LATER)).isEqualTo(3);
      List<List<String>> told =
          alerts.messages().newest("all", false, 9).stream()
              .map(m -> Bodies.message(m.body()))
              .map(Message::entries)
              .map(e -> e.stream().map(one -> one.finding().id()).toList())
              .toList();
      assertThat(told)
          .containsExactlyInAnyOrder(
              List.of("gone", "first"), List.of("second", "slip"), List.of("old"));
    }
  }
}
