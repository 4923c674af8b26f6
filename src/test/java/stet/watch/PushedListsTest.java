package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import stet.fetch.discovery.DiscoveryRules;
import stet.watch.push.HubCalls;
import stet.watch.push.PushOutcome;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.State;
import stet.watch.store.WatchedFeed;

/** How often lists are asked whose hubs tell of changes. */
class PushedListsTest extends WatchScene {
  private static final String FEED = "https://paper.example/rss";
  private static final String LINKS =
      "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
          + "<atom:link rel='hub' href='https://hub.example/'/>"
          + "<atom:link rel='self' href='https://paper.example/self'/>";

  private static String feed(String links, String... items) {
    StringBuilder text = new StringBuilder(links);
    for (String item : items) {
      text.append("<item><link>https://paper.example/").append(item).append("</link></item>");
    }
    return text + "</channel></rss>";
  }

  private WatchedFeed.State pass(Duration after) throws InterruptedException {
    time.set(time.instant().plus(after));
    watcher = watcher();
    watcher.runOnce();
    return store.feed(FEED).orElseThrow().state();
  }

  private Subscription own() {
    long id = store.feed(FEED).orElseThrow().id();
    return store.subscriptions().ofFeed(id).orElseThrow();
  }

  private void subscribed(Duration lease) {
    Instant now = time.instant();
    store
        .subscriptions()
        .settle(own().id(), own().standing().lease(now, now.plus(lease), now.plus(lease)));
  }

  private void push(String content) {
    assertThat(
            new HubCalls(store).take(own().id(), stet.capture.Digest.of(content), time.instant()))
        .isEqualTo(PushOutcome.ACCEPTED);
  }

  private static Duration interval(WatchedFeed.State state) {
    return Duration.between(state.askedAt(), state.nextAt());
  }

  private void begin(String text) throws InterruptedException {
    web.page(FEED, START, 200, text);
    store.addFeed(FEED, DiscoveryRules.ALL, T0);
    pass(Duration.ZERO);
  }

  @Test
  void aHubThatAListNamesIsWanted() throws InterruptedException {
    begin(feed(LINKS));
    assertThat(own().hub()).isEqualTo("https://hub.example/");
    assertThat(own().topic()).isEqualTo("https://paper.example/self");
    assertThat(own().standing().state()).isEqualTo(State.WANTED);
  }

  @Test
  void aHubThatIsNamedNoLongerIsNot() throws InterruptedException {
    begin(feed(LINKS));
    web.page(FEED, "2026-03-01T08:10:00Z", 200, "<rss><channel><item>");
    pass(Duration.ofMinutes(30));
    assertThat(own().standing().state()).as("half a list").isEqualTo(State.WANTED);
    web.page(FEED, "2026-03-01T08:40:00Z", 200, feed("<rss><channel>"));
    pass(Duration.ofMinutes(60));
    assertThat(store.subscriptions().all())
        .singleElement()
        .matches(s -> s.standing().state() == State.ENDED);
  }

  @Test
  void theListIsAskedSeldomOnceItsHubHasTold() throws InterruptedException {
    begin(feed(LINKS));
    subscribed(Duration.ofDays(8));
    assertThat(interval(pass(Duration.ofMinutes(30)))).isLessThan(Duration.ofHours(1));
    push("one");
    assertThat(interval(pass(Duration.ofMinutes(1)))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void itIsAskedOftenAgainWhereTheHubDidNotTellOfNews() throws InterruptedException {
    begin(feed(LINKS));
    subscribed(Duration.ofDays(8));
    push("one");
    web.page(FEED, "2026-03-01T08:00:30Z", 200, feed(LINKS, "told"));
    assertThat(interval(pass(Duration.ofMinutes(1)))).isEqualTo(Duration.ofHours(1));
    web.page(FEED, "2026-03-01T08:30:00Z", 200, feed(LINKS, "told", "untold"));
    assertThat(interval(pass(Duration.ofHours(1)))).isLessThan(Duration.ofMinutes(20));
    assertThat(own().standing().heardAt()).isNull();
    push("two");
    assertThat(interval(pass(Duration.ofMinutes(20)))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void itIsAskedOftenAgainWhenItsLeaseHasEndedOrNothingWasHeard() throws InterruptedException {
    begin(feed(LINKS));
    subscribed(Duration.ofHours(2));
    push("one");
    assertThat(interval(pass(Duration.ofMinutes(1)))).isEqualTo(Duration.ofHours(1));
    assertThat(interval(pass(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
    assertThat(own().isLive(time.instant().plus(Duration.ofHours(1)))).isFalse();
    web.page(FEED, "2026-03-01T08:30:00Z", 200, feed(LINKS, "a"));
    assertThat(interval(pass(Duration.ofHours(1)))).isLessThan(Duration.ofHours(1));

    subscribed(Duration.ofDays(30));
    push("two");
    web.page(FEED, "2026-03-01T12:00:00Z", 200, feed(LINKS, "a", "b"));
    assertThat(interval(pass(Duration.ofHours(3)))).isEqualTo(Duration.ofHours(1));
    web.page(FEED, "2026-03-05T12:00:00Z", 200, feed(LINKS, "a", "b", "c"));
    assertThat(interval(pass(Duration.ofDays(5)))).isLessThan(Duration.ofHours(1));
  }
}
