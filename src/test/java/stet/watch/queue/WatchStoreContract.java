package stet.watch.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.fetch.HostState;
import stet.fetch.RobotsEntry;
import stet.fetch.discovery.DiscoveryRules;
import stet.watch.plan.DayRhythm;
import stet.watch.plan.OutletHistory;
import stet.watch.store.CheckOutcome;
import stet.watch.store.Known;
import stet.watch.store.OutletHealth;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** What a watch asks of its store, whether that is its own file or a queue that several share. */
abstract class WatchStoreContract {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");
  static final String A = "https://www.courier.example/a";
  static final String B = "https://herald.example/b";
  static final String LIST = "https://courier.example/rss";

  @TempDir Path dir;
  WatchStore store;

  abstract WatchStore opened() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = opened();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private TrackedPage page(String uri) {
    return store.tracked().find(uri).orElseThrow();
  }

  private void settle(String uri, CheckOutcome outcome, Instant asked, Instant next) {
    TrackedPage page = page(uri);
    TrackedPage.State s = page.state();
    int failures = outcome.showsState() ? 0 : s.failures() + 1;
    boolean seen = s.seen() || outcome.showsState();
    Known known = new Known(uri, "\"1\"", "", "text/html", "ab".repeat(32), s.known().trust());
    store
        .tracked()
        .settle(
            page.id(),
            new TrackedPage.State(next, asked, outcome, "why", failures, s.history(), seen, known));
  }

  @Test
  void whatIsTrackedIsDueOnceAndInOneForm() {
    assertThat(store.trackEach(List.of(A, A + "?utm_source=x", B), DAWN))
        .containsExactly(true, false, true);
    assertThat(store.due(DAWN)).isEqualTo(2);
    assertThat(store.hosts().nextByHost())
        .containsOnlyKeys("www.courier.example", "herald.example");
    assertThat(page(A).outlet()).isEqualTo("courier.example");
    assertThat(store.tracked().listed("", 9)).extracting(TrackedPage::uri).containsExactly(B, A);
    assertThat(store.tracked().before(DAWN, 9)).hasSize(2);
  }

  @Test
  void whatIsNoLongerTrackedIsTakenUpAgain() {
    store.track(List.of(A), DAWN);
    assertThat(store.untrack(A)).isTrue();
    assertThat(store.untrack(A)).isFalse();
    assertThat(store.isTracked(A)).isFalse();
    assertThat(store.tracked().count(true)).isEqualTo(1);
    assertThat(store.track(List.of(A), DAWN)).isEqualTo(1);
    assertThat(store.isTracked(A)).isTrue();
  }

  @Test
  void aCheckIsNotedAndAHintBringsTheNextOneForward() {
    store.track(List.of(A), DAWN);
    settle(A, CheckOutcome.FIRST, DAWN, DAWN.plusSeconds(3_600));
    TrackedPage.State noted = page(A).state();
    assertThat(noted.askedAt()).isEqualTo(DAWN);
    assertThat(noted.known().etag()).isEqualTo("\"1\"");
    assertThat(noted.seen()).isTrue();
    Instant stated = DAWN.plusSeconds(60);
    assertThat(store.tracked().hint(A, stated, stated)).isTrue();
    assertThat(store.tracked().hint(A, stated, stated)).isFalse();
    assertThat(page(A).state().nextAt()).isEqualTo(stated);
    assertThat(store.hurry(A, stated.plusSeconds(9))).isTrue();
    assertThat(page(A).state().nextAt()).isEqualTo(stated);
    assertThat(store.hurry(A, DAWN)).isTrue();
    assertThat(page(A).state().nextAt()).isEqualTo(DAWN);
    assertThat(store.lastAsked()).contains(DAWN);
    assertThat(store.outcomes()).containsEntry(CheckOutcome.FIRST, 1L);
  }

  @Test
  void listsHaveRulesChildrenAndTheirOwnTime() {
    assertThat(store.addFeed(LIST, DiscoveryRules.ALL, DAWN)).isTrue();
    assertThat(store.addFeed(LIST, DiscoveryRules.ALL, DAWN)).isFalse();
    WatchedFeed feed = store.feed(LIST).orElseThrow();
    Duration every = Duration.ofMinutes(15);
    String child = LIST + "/1";
    store.feedTable().add(child, feed.id(), DiscoveryRules.ALL, every, DAWN);
    assertThat(store.feed(child).orElseThrow().parent()).isEqualTo(feed.id());
    store.tracked().add(A, feed.id(), DAWN, DAWN);
    assertThat(page(A).via()).isEqualTo(LIST);
    store.feedTable().keepChildren(feed.id(), List.of());
    assertThat(store.feed(child)).isEmpty();
    WatchedFeed.State state =
        new WatchedFeed.State(
            feed.state().kind(), DAWN.plusSeconds(900), every, DAWN, CheckOutcome.READ, "", 0, 1);
    store.feedTable().settle(feed.id(), state, Known.NOTHING);
    assertThat(store.feed(LIST).orElseThrow().state()).isEqualTo(state);
    assertThat(store.feedTable().asked(feed.id())).contains(DAWN);
    store.feedTable().dueAt(feed.id(), DAWN.plusSeconds(60));
    store.feedTable().dueAt(feed.id(), DAWN.plusSeconds(90));
    assertThat(store.feed(LIST).orElseThrow().state().nextAt()).isEqualTo(DAWN.plusSeconds(60));
    assertThat(store.removeFeed(LIST)).isTrue();
    assertThat(page(A).via()).isEmpty();
  }

  @Test
  void aClockThatWasSetBackLeavesNothingInTheFuture() {
    store.track(List.of(A), DAWN);
    store.addFeed(LIST, DiscoveryRules.ALL, DAWN);
    Instant ahead = DAWN.plus(Duration.ofDays(365));
    settle(A, CheckOutcome.FIRST, ahead, ahead.plusSeconds(600));
    assertThat(store.writeWatched(() -> store.tracked().pullBack(DAWN))).isEqualTo(1);
    assertThat(page(A).state().askedAt()).isEqualTo(DAWN);
    assertThat(page(A).state().nextAt()).isEqualTo(DAWN.plusSeconds(600));
    assertThat(store.feedTable().pullBack(DAWN)).isZero();
  }

  @Test
  void hostsOutletsAndRobotsAreReadAsTheyWereWritten() {
    HostState host =
        new HostState(
            "a.example", DAWN, 2, Duration.ofMillis(1_500), LocalDate.of(2026, 3, 14), 7, DAWN);
    store.hosts().save(host);
    store.hosts().save(host);
    assertThat(store.hosts().host("a.example")).contains(host);
    store.hosts().forgive("a.example");
    assertThat(store.hosts().forgiven(h -> false)).isEmpty();
    assertThat(store.hosts().forgiven()).containsExactly("a.example");
    assertThat(store.hosts().forgiven()).isEmpty();
    DayRhythm rhythm = DayRhythm.of("1.5," + "0,".repeat(22) + "2");
    store.hosts().outlet("a.example", new OutletHistory(1.25, 1e9, rhythm));
    store.hosts().outlet("a.example", new OutletHistory(2.5, 1e9, rhythm));
    assertThat(store.hosts().outlet("a.example").changes()).isEqualTo(2.5);
    RobotsEntry robots =
        new RobotsEntry(
            "https://a.example", DAWN, RobotsEntry.Kind.RULES, "User-agent: *", "", null, 0);
    store.keepRobots(List.of(robots, robots));
    assertThat(store.robots()).containsExactly(robots);
    assertThat(store.hosts().robots("a.example")).containsExactly(robots);
    assertThat(store.hosts().robots("b.example")).isEmpty();
  }

  @Test
  void whatFailsIsToldByPageAndByOutlet() {
    store.track(List.of(A, B), DAWN);
    settle(A, CheckOutcome.FIRST, DAWN, DAWN.plusSeconds(9));
    settle(A, CheckOutcome.SERVER_ERROR, DAWN.plusSeconds(9), DAWN.plusSeconds(99));
    assertThat(store.tracked().failing(9)).extracting(TrackedPage::uri).containsExactly(A);
    OutletHealth health = store.outlets().get(0);
    assertThat(health.outlet()).isEqualTo("courier.example");
    assertThat(health.failing()).isEqualTo(1);
    assertThat(health.shownAt()).isNotNull();
    assertThat(health.failedAt()).isEqualTo(DAWN.plusSeconds(9));
    assertThat(health.detail()).isEqualTo("why");
    assertThat(health.listed()).isFalse();
    assertThat(store.outlets().get(1).shownAt()).isNull();
  }

  @Test
  void whatIsBegunTogetherIsKeptTogether() {
    IllegalStateException stop = new IllegalStateException("stop");
    try {
      store.writeWatched(
          () -> {
            store.tracked().add(A, null, DAWN, DAWN);
            throw stop;
          });
    } catch (IllegalStateException e) {
      assertThat(e).isSameAs(stop);
    }
    assertThat(store.isTracked(A)).isFalse();
    assertThat(store.track(List.of(A), DAWN)).isEqualTo(1);
  }

  @Test
  void hostileTextIsNoOtherText() {
    for (String text :
        List.of("it's \"x\"; DROP TABLE tracked; --", "NUL \0 in", "\ud83d\ude00 %_")) {
      store.hosts().outlet(text, OutletHistory.NONE);
      RobotsEntry robots =
          new RobotsEntry("https://h.example", DAWN, RobotsEntry.Kind.RULES, text, text, null, 0);
      store.keepRobots(List.of(robots));
      assertThat(store.robots().get(0).text()).startsWith(text.substring(0, 3));
    }
    assertThat(store.tracked().count(false)).isZero();
  }
}
