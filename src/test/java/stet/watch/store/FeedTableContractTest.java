package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryRules;
import stet.sqlite.OfTables;

@OfTables("feed")
class FeedTableContractTest extends WatchContract {
  private static final String A = uri("rss");
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final DiscoveryRules RULES =
      new DiscoveryRules(List.of("/town/", "/world/"), List.of("*-live-*"), List.of("en"), 7);

  private FeedTable table() {
    return new FeedTable(sql);
  }

  private WatchedFeed added(String uri) {
    assertThat(table().add(uri, null, RULES, EVERY, DAWN)).isTrue();
    return table().find(uri).orElseThrow();
  }

  private static WatchedFeed.State state(Discovery.Kind kind, CheckOutcome outcome, String text) {
    Instant next = DAWN.plusSeconds(900);
    return new WatchedFeed.State(kind, next, EVERY, DAWN, outcome, text, 2, 40);
  }

  @Test
  void whatIsWrittenIsRead() {
    WatchedFeed feed = added(A);
    assertThat(feed.rules()).isEqualTo(RULES);
    assertThat(feed.addedAt()).isEqualTo(DAWN);
    assertThat(feed.parent()).isNull();
    assertThat(table().known(feed.id())).isEqualTo(Known.NOTHING);
    assertThat(table().all()).containsExactly(feed);
    assertThat(table().soonest(HOST, 9)).containsExactly(feed);

    Known known = new Known("u", "e", "l", "m", "p", new Trust(DAWN, 3, null));
    for (Discovery.Kind kind : Discovery.Kind.values()) {
      for (CheckOutcome outcome : CheckOutcome.values()) {
        table().settle(feed.id(), state(kind, outcome, "x"), known);
        assertThat(table().find(A).orElseThrow().state()).isEqualTo(state(kind, outcome, "x"));
      }
    }
    assertThat(table().known(feed.id())).isEqualTo(known);
    table().rules(A, DiscoveryRules.ALL);
    assertThat(table().find(A).orElseThrow().rules()).isEqualTo(DiscoveryRules.ALL);
    assertThat(table().due(A, DAWN)).isTrue();
    assertThat(table().find(A).orElseThrow().state().nextAt()).isEqualTo(DAWN);
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(table().find(A)).isEmpty();
    assertThat(table().all()).isEmpty();
    assertThat(table().soonest(HOST, 9)).isEmpty();
    assertThat(table().known(99)).isEqualTo(Known.NOTHING);
    assertThat(table().remove(A)).isFalse();
    assertThat(table().due(A, DAWN)).isFalse();
    assertThat(table().pullBack(DAWN)).isZero();
    table().keepChildren(99, List.of());
    table().rules(A, RULES);
    assertThat(rows("feed")).isZero();
  }

  @Test
  void aListIsOneRowAndItsIndexIsOneThatIsThere() {
    added(A);
    assertThat(table().add(A, null, DiscoveryRules.ALL, EVERY, DAWN)).isFalse();
    assertThat(rows("feed")).isEqualTo(1);
    refused(() -> table().add(uri("b"), 99L, RULES, EVERY, DAWN));
  }

  @Test
  void anIndexTakesItsListsAlongAndPagesStay() {
    WatchedFeed index = added(uri("index"));
    table().add(uri("1"), index.id(), RULES, EVERY, DAWN);
    table().add(uri("2"), index.id(), RULES, EVERY, DAWN);
    long one = table().find(uri("1")).orElseThrow().id();
    new TrackedTable(sql).add(uri("a"), one, DAWN, DAWN);

    table().keepChildren(index.id(), List.of(uri("1")));
    assertThat(table().all()).extracting(WatchedFeed::uri).containsExactly(uri("index"), uri("1"));
    assertThat(table().remove(uri("index"))).isTrue();
    assertThat(rows("feed")).isZero();
    assertThat(new TrackedTable(sql).soonest(9)).extracting(TrackedPage::via).containsExactly("");
  }

  @Test
  void hostileTextSurvives() {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String text = HOSTILE.get(i);
      WatchedFeed feed = added(uri(i + text));
      assertThat(feed.uri()).isEqualTo(stored(uri(i + text)));
      Known known = new Known(text, text, text, text, text, Trust.NEW);
      String kept = stored(text);
      table().settle(feed.id(), state(Discovery.Kind.UNKNOWN, CheckOutcome.READ, text), known);
      assertThat(table().find(uri(i + text)).orElseThrow().state().detail()).isEqualTo(kept);
      assertThat(table().known(feed.id()))
          .isEqualTo(new Known(kept, kept, kept, kept, kept, Trust.NEW));
    }
  }

  /** Each stands in a line of its own. */
  @Test
  void hostilePatternsSurvive() {
    List<String> patterns =
        HOSTILE.stream().filter(t -> t.length() < 500 && t.lines().count() == 1).toList();
    assertThat(patterns).hasSizeGreaterThan(8);
    table().add(A, null, new DiscoveryRules(patterns, patterns, patterns, 1), EVERY, DAWN);
    List<String> kept = patterns.stream().map(t -> stored(t)).toList();
    assertThat(table().find(A).orElseThrow().rules())
        .isEqualTo(new DiscoveryRules(kept, kept, kept, 1));
  }
}
