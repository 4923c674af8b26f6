package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.fetch.HostState;
import stet.fetch.RobotsEntry;
import stet.fetch.discovery.DiscoveryRules;
import stet.sqlite.OfTables;
import stet.watch.plan.DayRhythm;
import stet.watch.plan.OutletHistory;

@OfTables({"host", "outlet", "robots"})
class HostTableContractTest extends WatchContract {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  private HostTable table() {
    return new HostTable(sql);
  }

  private static HostState state(String name, int failures) {
    return new HostState(name, DAWN, failures, Duration.ofMillis(1500), DAY, 12);
  }

  private static RobotsEntry robots(String origin, RobotsEntry.Kind kind, String text) {
    return new RobotsEntry(
        origin, DAWN, kind, text, text, kind == RobotsEntry.Kind.RULES ? null : DAWN, 2);
  }

  @Test
  void hostsAreReadAsTheyWereWritten() {
    table().save(state("b.example", 1));
    table().save(state("a.example", 0));
    table().save(state("b.example", 2));
    assertThat(table().hosts()).containsExactly(state("a.example", 0), state("b.example", 2));
  }

  @Test
  void whatAHostWishedIsReadAndWhoeverFetchesIsToldOnceOfWhatIsForgiven() {
    HostState wished = new HostState(HOST, DAWN, 2, Duration.ZERO, DAY, 1, DAWN.plusSeconds(90));
    table().save(wished);
    table().save(state("calm.example", 0));
    assertThat(table().host(HOST)).contains(wished);
    table().forgive(HOST);
    table().forgive("calm.example");
    table().forgive("none.example");
    assertThat(table().forgiven()).containsExactly(HOST);
    assertThat(table().forgiven()).isEmpty();
    table().forgive(HOST);
    table().save(wished);
    assertThat(table().forgiven()).isEmpty();
  }

  /** Kept to the second, and never earlier than it was. */
  @Test
  void aHostIsNotAskedBeforeItsTime() {
    HostState half = new HostState(HOST, DAWN.plusMillis(500), 0, Duration.ZERO, DAY, 0);
    table().save(half);
    assertThat(table().hosts().get(0).notBefore()).isEqualTo(DAWN.plusSeconds(1));
  }

  @Test
  void everyKindOfRobotsIsReadAsItWasWritten() {
    for (RobotsEntry.Kind kind : RobotsEntry.Kind.values()) {
      table().save(robots("https://" + HOST, kind, "User-agent: *"));
      assertThat(table().robots())
          .containsExactly(robots("https://" + HOST, kind, "User-agent: *"));
    }
  }

  @Test
  void outletsAreReadAsTheyWereWritten() {
    DayRhythm rhythm = DayRhythm.of("1.5," + "0,".repeat(22) + "2");
    table().outlet(HOST, new OutletHistory(1, 2, rhythm));
    table().outlet(HOST, new OutletHistory(2.5, 1e9, rhythm));
    OutletHistory read = table().outlet(HOST);
    assertThat(read.changes() + " " + read.exposure()).isEqualTo("2.5 1.0E9");
    assertThat(read.rhythm().text()).isEqualTo(rhythm.text());
    assertThat(rows("outlet")).isEqualTo(1);
  }

  @Test
  void theFirstDueOfPagesAndListsIsWhatAHostIsAskedFor() {
    new TrackedTable(sql).add("https://a.example/1", null, DAWN, DAWN.plusSeconds(9));
    new TrackedTable(sql).add("https://a.example/2", null, DAWN, DAWN.plusSeconds(5));
    new TrackedTable(sql).add("https://b.example/1", null, DAWN, DAWN.plusSeconds(7));
    new FeedTable(sql)
        .add("https://b.example/rss", null, DiscoveryRules.ALL, Duration.ofHours(1), DAWN);
    assertThat(table().nextByHost())
        .containsEntry("a.example", DAWN.plusSeconds(5))
        .containsEntry("b.example", DAWN)
        .hasSize(2);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().hosts()).isEmpty();
    assertThat(table().robots()).isEmpty();
    assertThat(table().nextByHost()).isEmpty();
    assertThat(table().outlet(HOST)).isEqualTo(OutletHistory.NONE);
    assertThat(table().distrusted(HOST, DAWN)).isZero();
    assertThat(table().distrusted(DAWN, 9)).isEmpty();
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      table().save(state(text, 1));
      table().save(robots(text, RobotsEntry.Kind.RULES, text));
      table().outlet(text, OutletHistory.NONE);
      assertThat(table().outlet(text).changes()).isEqualTo(OutletHistory.NONE.changes());
    }
    List<String> kept = HOSTILE.stream().map(t -> stored(t)).toList();
    assertThat(table().hosts())
        .extracting(HostState::authority)
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(table().robots())
        .containsExactlyInAnyOrderElementsOf(
            kept.stream().map(t -> robots(t, RobotsEntry.Kind.RULES, t)).toList());
    assertThat(rows("outlet")).isEqualTo(HOSTILE.size());
  }
}
