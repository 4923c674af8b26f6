package stet.app.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.watch.store.Subscription;
import stet.watch.store.Subscription.Asked;
import stet.watch.store.Subscription.State;

/** A subscription from its beginning to its end, by the steps of WebSub's own test suite. */
class HubSubscriptionTest extends PushScene {
  private State state() {
    return subscription().standing().state();
  }

  @Test
  void isAskedForAtTheHubThatAListNames() {
    offer(hub.url());
    service.step();
    Map<String, String> form = hub.last();
    assertThat(form.keySet())
        .containsExactly(
            "hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret");
    assertThat(form)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.lease_seconds", "864000");
    assertThat(form.get("hub.callback")).matches(BASE + "[0-9a-f]{32}");
    assertThat(form.get("hub.secret")).matches("[0-9a-f]{64}");
    assertThat(state()).isEqualTo(State.WANTED);
    service.step();
    assertThat(hub.requests).hasSize(1);
    assertThat(notes).isEmpty();
  }

  @Test
  void noSecretIsToldWhereOthersCanListen() throws IOException {
    try (TestHub plain = TestHub.of(null)) {
      hub.close();
      hub = plain;
      end();
      begin(BASE);
      offer(plain.url());
      service.step();
      assertThat(plain.last()).doesNotContainKey("hub.secret");
      assertThat(subscription().secret()).isEmpty();
    }
  }

  @Test
  void theHubThatCanBeToldASecretIsChosen() {
    offer("http://other.example/", hub.url());
    service.step();
    assertThat(hub.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void everyStatusOfSuccessIsOne(int status) throws IOException {
    hub.answers(status, "");
    subscribed(Duration.ofDays(1));
    assertThat(state()).isEqualTo(State.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/307", "/308"})
  void aHubThatMovedIsFollowed(String path) throws IOException {
    offer(hub.url(path));
    service.step();
    assertThat(hub.last()).containsEntry("hub.mode", "subscribe").containsKey("hub.secret");
    assertThat(verify(TOPIC, "600").statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasMeantIsConfirmedOnceWithTheChallengeAsItIs() throws IOException {
    offer(hub.url());
    service.step();
    HttpResponse<String> answer = verify(TOPIC, "864000");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(" a&b=<c>\u00e9 ");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(verify(TOPIC, "864000").statusCode()).isEqualTo(404);
    Subscription own = subscription();
    assertThat(own.standing().state()).isEqualTo(State.ACTIVE);
    assertThat(own.standing().leaseUntil()).isEqualTo(START.plus(Duration.ofDays(10)));
  }

  @Test
  void whatWasNotMeantIsNotConfirmed() throws IOException {
    offer(hub.url());
    service.step();
    Map<String, String> form = hub.last();
    assertThat(verify(TOPIC + "x", "600").statusCode()).isEqualTo(404);
    assertThat(verify(FEED, "600").statusCode()).isEqualTo(404);
    Map<String, String> leave =
        Map.of("hub.mode", "unsubscribe", "hub.callback", form.get("hub.callback"));
    assertThat(verify(leave, TOPIC, "600").statusCode()).isEqualTo(404);
    String stranger = BASE + "0".repeat(32);
    Map<String, String> other = Map.of("hub.mode", "subscribe", "hub.callback", stranger);
    assertThat(verify(other, TOPIC, "600").statusCode()).isEqualTo(404);
    Map<String, String> query =
        Map.of("hub.mode", "subscribe", "hub.topic", TOPIC, "hub.challenge", "x");
    var head = call(form.get("hub.callback"), query).method("HEAD", BodyPublishers.noBody());
    assertThat(send(head).statusCode()).isEqualTo(404);
    var none = call(form.get("hub.callback"), Map.of("hub.mode", "subscribe", "hub.topic", TOPIC));
    assertThat(send(none.GET()).statusCode()).isEqualTo(404);
    assertThat(state()).isEqualTo(State.WANTED);
    assertThat(verify(TOPIC, "600").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotAskedForIsNotConfirmed() throws IOException {
    offer(hub.url());
    Map<String, String> form =
        Map.of("hub.mode", "subscribe", "hub.callback", BASE + subscription().key());
    assertThat(verify(form, TOPIC, "600").statusCode()).isEqualTo(404);
  }

  @Test
  void isRenewedUnderTheSameAddressWhenThreeQuartersOfItsLeaseAreOver() throws IOException {
    Subscription first = subscribed(Duration.ofDays(8));
    Map<String, String> asked = hub.last();
    clock.pass(Duration.ofDays(6).minusSeconds(1));
    service.step();
    assertThat(hub.requests).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    service.step();
    assertThat(hub.requests).hasSize(2);
    assertThat(hub.last()).isEqualTo(asked);
    assertThat(subscription().isLive(clock.instant())).isTrue();
    assertThat(verify(TOPIC, "691200").statusCode()).isEqualTo(200);
    assertThat(subscription().standing().leaseUntil())
        .isEqualTo(clock.instant().plus(Duration.ofDays(8)));
    assertThat(subscription().standing().since()).isEqualTo(first.standing().since());
  }

  @Test
  void whenItsLeaseEndsTheListIsAskedAtOnceAndTheHubAgain() throws IOException {
    subscribed(Duration.ofDays(8));
    hub.answers(503, "busy");
    Instant far = START.plus(Duration.ofDays(30));
    nextCheck(far, START);
    clock.pass(Duration.ofDays(6));
    service.step();
    assertThat(notes.get(0)).contains("answered 503: busy");
    assertThat(feed().state().nextAt()).isEqualTo(far);
    clock.pass(Duration.ofDays(2));
    service.step();
    assertThat(feed().state().nextAt()).isEqualTo(clock.instant());
    assertThat(state()).isEqualTo(State.WANTED);
    hub.answers(202, "");
    clock.pass(Duration.ofDays(1));
    service.step();
    assertThat(verify(TOPIC, "600").statusCode()).isEqualTo(200);
  }

  @Test
  void whatFailsIsTriedLessAndLessOften() {
    hub.answers(500, "");
    offer(hub.url());
    int[] minutes = {0, 15, 30, 60, 120};
    for (int i = 0; i < minutes.length; i++) {
      clock.pass(Duration.ofMinutes(minutes[i]).minusSeconds(i == 0 ? 0 : 1));
      service.step();
      assertThat(hub.requests).hasSize(i == 0 ? 1 : i);
      clock.pass(Duration.ofSeconds(i == 0 ? 0 : 1));
      service.step();
      assertThat(hub.requests).hasSize(i + 1);
    }
    for (int i = 0; i < 10; i++) {
      clock.pass(Duration.ofDays(1));
      service.step();
    }
    assertThat(hub.requests).hasSize(minutes.length + 10);
  }

  @Test
  void aHubThatDoesNotAskBackIsAskedAgain() throws IOException {
    offer(hub.url());
    service.step();
    Map<String, String> first = hub.last();
    clock.pass(Duration.ofHours(1));
    service.step();
    assertThat(subscription().standing().detail()).contains("did not ask");
    assertThat(verify(first, TOPIC, "600").statusCode()).isEqualTo(404);
    clock.pass(Duration.ofMinutes(15));
    service.step();
    assertThat(hub.requests).hasSize(2);
    assertThat(verify(TOPIC, "600").statusCode()).isEqualTo(200);
    assertThat(subscription().standing().detail()).isEmpty();
  }

  @Test
  void aDenialHoldsForADay() throws IOException {
    subscribed(Duration.ofDays(8));
    nextCheck(START.plus(Duration.ofDays(30)), START);
    String callback = hub.last().get("hub.callback");
    Map<String, String> wrong =
        Map.of("hub.mode", "denied", "hub.topic", FEED, "hub.reason", "paid only");
    assertThat(send(call(callback, wrong).GET()).statusCode()).isEqualTo(404);
    Map<String, String> right =
        Map.of("hub.mode", "denied", "hub.topic", TOPIC, "hub.reason", "paid\n only");
    assertThat(send(call(callback, right).GET()).statusCode()).isEqualTo(200);
    assertThat(state()).isEqualTo(State.DENIED);
    assertThat(subscription().standing().detail()).isEqualTo("the hub denies it: paid only");
    assertThat(feed().state().nextAt()).isEqualTo(START);
    assertThat(push(callback, new byte[] {1}).statusCode()).isEqualTo(410);
    clock.pass(Duration.ofDays(1).minusSeconds(1));
    service.step();
    assertThat(hub.requests).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    service.step();
    assertThat(hub.requests).hasSize(2);
    assertThat(verify(TOPIC, "600").statusCode()).isEqualTo(200);
  }

  @Test
  void aListThatIsRemovedIsUnsubscribed() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    Map<String, String> asked = hub.last();
    store(s -> s.removeFeed(FEED));
    service.step();
    assertThat(hub.last())
        .isEqualTo(
            Map.of(
                "hub.mode", "unsubscribe", "hub.topic", TOPIC, "hub.callback", BASE + own.key()));
    assertThat(verify(asked, TOPIC, "600").statusCode()).isEqualTo(404);
    assertThat(verify(FEED, "600").statusCode()).isEqualTo(404);
    assertThat(verify(TOPIC, "").statusCode()).isEqualTo(200);
    assertThat(state()).isEqualTo(State.ENDED);
    assertThat(push(BASE + own.key(), new byte[] {1}).statusCode()).isEqualTo(410);
    clock.pass(Duration.ofDays(31));
    service.step();
    assertThat(subscriptions()).isEmpty();
    assertThat(push(BASE + own.key(), new byte[] {1}).statusCode()).isEqualTo(404);
  }

  @Test
  void aHubThatIsNamedNoLongerIsLeftAndAnotherAsked() throws IOException {
    Subscription old = subscribed(Duration.ofDays(8));
    offer(hub.url("/other"));
    offer();
    service.step();
    assertThat(subscriptions()).as("within a day").containsExactly(old);
    clock.pass(Duration.ofDays(1));
    offer(hub.url("/other"));
    service.step();
    assertThat(hub.requests).hasSize(3);
    assertThat(hub.requests)
        .extracting(r -> r.get("hub.mode"))
        .containsExactlyInAnyOrder("subscribe", "unsubscribe", "subscribe");
    assertThat(subscriptions()).hasSize(2);
    assertThat(subscription().key()).isNotEqualTo(old.key());
    clock.pass(Duration.ofMinutes(30));
    offer();
    assertThat(state()).as("within a day").isEqualTo(State.WANTED);
    verify(TOPIC, "864000");
    clock.pass(Duration.ofDays(1));
    offer();
    assertThat(state()).isEqualTo(State.LEAVING);
    clock.pass(Duration.ofHours(1));
    service.step();
    clock.pass(Duration.ofHours(1));
    service.step();
    assertThat(subscriptions()).allMatch(s -> s.standing().state() == State.ENDED);
  }

  @Test
  void aHubThatWasNeverAskedNeedsNotBeLeft() {
    offer(hub.url());
    offer();
    service.step();
    assertThat(hub.requests).isEmpty();
    assertThat(state()).isEqualTo(State.ENDED);
  }

  @Test
  void aRestartChangesNothing() throws IOException {
    Subscription own = subscribed(Duration.ofDays(8));
    end();
    begin(BASE);
    service.step();
    assertThat(hub.requests).hasSize(1);
    assertThat(subscription()).isEqualTo(own);
    assertThat(subscription().standing().asked()).isEqualTo(Asked.NOTHING);
  }

  @Test
  void anotherAddressOfThisServerIsToldToHubs() throws IOException {
    subscribed(Duration.ofDays(8));
    end();
    begin("https://other.example/websub/");
    service.step();
    assertThat(hub.requests).hasSize(3);
    assertThat(subscription().standing().base()).isEqualTo("https://other.example/websub/");
    assertThat(subscriptions().get(0).standing().state()).isEqualTo(State.LEAVING);
  }
}
