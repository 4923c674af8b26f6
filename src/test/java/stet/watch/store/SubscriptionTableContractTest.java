package stet.watch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Digest;
import stet.fetch.discovery.DiscoveryRules;
import stet.sqlite.DatabaseException;
import stet.sqlite.OfTables;
import stet.watch.store.Subscription.Asked;
import stet.watch.store.Subscription.Standing;
import stet.watch.store.Subscription.State;

@OfTables({"subscription", "push"})
class SubscriptionTableContractTest extends WatchContract {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String HUB = "https://hub.example/";
  private long feed;

  private SubscriptionTable table() {
    return new SubscriptionTable(sql);
  }

  @BeforeEach
  void watchAList() {
    FeedTable feeds = new FeedTable(sql);
    feeds.add(uri("rss"), null, DiscoveryRules.ALL, Duration.ofMinutes(15), DAWN);
    feed = feeds.find(uri("rss")).orElseThrow().id();
  }

  private Subscription added() {
    table().add(feed, uri("self"), HUB, KEY, "secret", DAWN);
    return table().ofFeed(feed).orElseThrow();
  }

  private void enter(Subscription s, State state) {
    table().settle(s.id(), s.standing().enter(state, DAWN, DAWN.plusSeconds(60), ""));
  }

  @Test
  void whatIsWrittenIsRead() {
    Subscription fresh = added();
    assertThat(fresh)
        .isEqualTo(
            new Subscription(
                fresh.id(),
                feed,
                uri("self"),
                HUB,
                KEY,
                "secret",
                new Standing("", State.WANTED, Asked.NOTHING, DAWN, DAWN, null, null, 0, "")));
    Standing other =
        new Standing(
            "https://stet.example/websub/",
            State.ACTIVE,
            Asked.SUBSCRIBE,
            DAWN.plusSeconds(1),
            DAWN.plusSeconds(2),
            DAWN.plusSeconds(3),
            DAWN.plusSeconds(4),
            5,
            "six");
    table().settle(fresh.id(), other);
    assertThat(table().find(fresh.id())).contains(fresh.with(other));
    assertThat(table().all()).containsExactly(fresh.with(other));
    table().heard(fresh.id(), DAWN.plusSeconds(9));
    assertThat(table().find(fresh.id()).orElseThrow().standing().heardAt())
        .isEqualTo(DAWN.plusSeconds(9));
    table().unheard(feed);
    assertThat(table().find(fresh.id()).orElseThrow().standing().heardAt()).isNull();
  }

  @Test
  void isFoundByItsWholeKeyAlone() {
    Subscription one = added();
    assertThat(table().ofKey(KEY)).contains(one);
    assertThat(table().ofKey(KEY.substring(1))).isEmpty();
    assertThat(table().ofKey("")).isEmpty();
    assertThat(table().ofKey(KEY.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    assertThatThrownBy(() -> table().add(feed, "t", HUB, KEY, "", DAWN))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void aListHasOneBesideThoseThatEnd() {
    Subscription old = added();
    assertThatThrownBy(() -> table().add(feed, "t", HUB, "other", "", DAWN))
        .isInstanceOf(DatabaseException.class);
    enter(old, State.LEAVING);
    assertThat(table().ofFeed(feed)).isEmpty();
    table().add(feed, "t", HUB, "other", "", DAWN);
    assertThat(table().ofFeed(feed).orElseThrow().key()).isEqualTo("other");
  }

  @Test
  void isDueWhenItIsToActOrItsLeaseEndsOrItsListIsGone() {
    Subscription one = added();
    assertThat(table().due(DAWN)).hasSize(1);
    Standing leased = one.standing().lease(DAWN, DAWN.plusSeconds(90), DAWN.plusSeconds(60));
    table().settle(one.id(), leased);
    assertThat(table().due(DAWN.plusSeconds(59))).isEmpty();
    assertThat(table().due(DAWN.plusSeconds(60))).hasSize(1);
    assertThat(table().nextDue()).contains(DAWN.plusSeconds(60));
    new FeedTable(sql).remove(uri("rss"));
    assertThat(table().due(DAWN).get(0).feed()).isNull();
    enter(one, State.ENDED);
    assertThat(table().due(DAWN.plusSeconds(59))).isEmpty();
    assertThat(table().nextDue()).contains(DAWN.plusSeconds(60));
    table().push(one.id(), Digest.of("pushed"), DAWN);
    table().forget(one.id());
    assertThat(table().all()).isEmpty();
    assertThat(table().nextDue()).isEmpty();
  }

  @Test
  void whatIsPushedCountsOnceUntilItIsForgotten() {
    Subscription one = added();
    Digest digest = Digest.of("pushed");
    assertThat(table().push(one.id(), digest, DAWN)).isTrue();
    assertThat(table().push(one.id(), digest, DAWN.plusSeconds(1))).isFalse();
    assertThat(table().push(one.id(), Digest.of("other"), DAWN.plusSeconds(2))).isTrue();
    table().forgetPushes(one.id(), DAWN.plusSeconds(1));
    assertThat(table().push(one.id(), digest, DAWN.plusSeconds(3))).isTrue();
    assertThat(table().push(one.id(), Digest.of("other"), DAWN.plusSeconds(4))).isFalse();
  }
}
