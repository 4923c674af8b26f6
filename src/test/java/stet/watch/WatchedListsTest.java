package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.fetch.discovery.DiscoveryRules;
import stet.watch.store.CheckOutcome;
import stet.watch.store.TrackedPage;

/** What feeds, sitemaps and their indexes lead a watch to. */
class WatchedListsTest extends WatchScene {
  @Test
  void onePassChecksWhatIsDueAndWhatItsFeedsNameThenEnds() throws Exception {
    web.page(A, START, 200, "story a");
    web.page("https://paper.example/b", START, 200, "story b");
    web.page(
        "https://paper.example/rss",
        START,
        200,
        "<rss><channel><item><link>https://paper.example/b</link></item>"
            + "<item><link>https://other.example/c</link></item></channel></rss>");
    web.page("https://other.example/c", START, 200, "story c");
    store.track(List.of(A), T0);
    store.addFeed("https://paper.example/rss", DiscoveryRules.ALL, T0);
    Watcher.Pass pass = watcher.runOnce();
    assertThat(pass).isEqualTo(new Watcher.Pass(4, 0, 0, 0, 0));
    assertThat(web.asked)
        .containsExactlyInAnyOrder(
            "https://paper.example/rss", A, "https://paper.example/b", "https://other.example/c");
    assertThat(outcomes(A)).containsExactly(CheckOutcome.FIRST);
    assertThat(web.requests.stream().map(r -> r.uri() + " via " + r.via()))
        .contains(
            A + " via ",
            "https://paper.example/b via https://paper.example/rss",
            "https://other.example/c via https://paper.example/rss");
    assertThat(outcomes("https://paper.example/rss")).containsExactly(CheckOutcome.READ);
    watcher = watcher();
    assertThat(watcher.runOnce().checks()).isZero();
  }

  @Test
  void aFeedThatStatesAChangeWakesThePageUpOnce() throws Exception {
    web.page(A, START, 200, "story one").page(A, "2026-03-20T09:00:00Z", 200, "story two");
    String feed = "https://paper.example/rss";
    String item =
        "<rss><channel><item><link>"
            + A
            + "</link><pubDate>Sun, 01 Mar 2026 07:00:00 GMT</pubDate>";
    web.page(feed, START, 200, item + "</item></channel></rss>");
    web.page(
        feed,
        "2026-03-20T09:00:00Z",
        200,
        item
            + "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2026-03-20T09:00:00Z"
            + "</atom:updated></item></channel></rss>");
    store.addFeed(feed, DiscoveryRules.ALL, T0);
    begin(Duration.ofDays(22));
    web.page(A, START, 200, "story one").page(A, "2026-03-20T09:00:00Z", 200, "story two");
    web.page(feed, START, 200, item + "</item></channel></rss>");
    web.page(
        feed,
        "2026-03-20T09:00:00Z",
        200,
        item
            + "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2026-03-20T09:00:00Z"
            + "</atom:updated></item></channel></rss>");
    watcher.run();
    Instant edited = Instant.parse("2026-03-20T09:00:00Z");
    FetchLine seen =
        lines.stream().filter(l -> l.outcome() == CheckOutcome.CHANGED).findFirst().orElseThrow();
    // The feed is looked at every six hours by then; the page would have had days to wait.
    assertThat(Duration.between(edited, seen.at())).isLessThan(Duration.ofHours(7));
  }

  @Test
  void whatAPersonUntrackedNoFeedBringsBack() throws Exception {
    web.page(
        "https://paper.example/rss",
        START,
        200,
        "<rss><channel><item><link>" + A + "</link></item></channel></rss>");
    store.track(List.of(A), T0);
    store.untrack(A);
    store.addFeed("https://paper.example/rss", DiscoveryRules.ALL, T0);
    watcher.runOnce();
    assertThat(web.count(A)).isZero();
    assertThat(store.isTracked(A)).isFalse();
    assertThat(store.track(List.of(A), T0)).isEqualTo(1);
    assertThat(store.isTracked(A)).isTrue();
  }

  @Test
  void anIndexOfSitemapsIsWatchedThroughItsSitemaps() throws Exception {
    String index = "https://paper.example/sitemap.xml";
    web.page(
        index, START, 200, "<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>");
    web.page(
        "https://paper.example/s1.xml", START, 200, "<urlset><url><loc>/a</loc></url></urlset>");
    web.page(A, START, 200, "story");
    store.addFeed(index, DiscoveryRules.ALL, T0);
    assertThat(watcher.runOnce().checks()).isEqualTo(3);
    assertThat(store.feeds()).hasSize(2);
    assertThat(store.isTracked(A)).isTrue();
    store.removeFeed(index);
    assertThat(store.feeds()).isEmpty();
    assertThat(store.isTracked(A)).isTrue();
  }

  /** A reader's way to a story is asked for as it is written, and makes no second story. */
  @Test
  void aListThatNamesTwoFormsOfAnAddressTracksOneStory() {
    String plain = "https://paper.example/bridge?id=4";
    String told = "https://paper.example/bridge?at_medium=RSS&id=4&fbclid=x";
    assertThat(store.track(List.of(told), T0)).isEqualTo(1);
    assertThat(store.track(List.of(plain), T0)).isZero();
    assertThat(store.tracked().soonest(5)).extracting(TrackedPage::uri).containsExactly(told);
    assertThat(store.isTracked(plain)).isTrue();
    assertThat(store.track(List.of("https://paper.example/bridge?id=5"), T0)).isEqualTo(1);
    assertThat(store.untrack(plain)).isTrue();
    assertThat(store.isTracked(told)).isFalse();
    assertThat(store.track(List.of(plain), T0)).isEqualTo(1);
    assertThat(store.isTracked(told)).isTrue();
  }
}
