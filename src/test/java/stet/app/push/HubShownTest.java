package stet.app.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stet.cli.Cli;
import stet.json.StetSchema;
import stet.watch.store.Subscription;
import tools.jackson.databind.JsonNode;

/** What people and programs see of hubs: where they stand, and no secret. */
class HubShownTest extends PushScene {
  private String listed(String... more) {
    List<Object> arguments = new java.util.ArrayList<>(List.of("feed", "list", "--home", folder));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray()).out();
  }

  private void isDiscreet(String shown) {
    Subscription own = subscription();
    assertThat(shown).doesNotContain(own.key()).doesNotContain(own.secret());
  }

  @Test
  void aHubThatTellsIsShownWithItsLease() throws IOException {
    subscribed(Duration.ofDays(8));
    assertThat(listed()).contains("; hub " + hub.url() + " active until 2026-03-10T08:00:00Z");
    JsonNode json = StetSchema.objects(listed("--json")).get(0).path("hub");
    assertThat(json.path("state").asString()).isEqualTo("active");
    assertThat(json.path("topic").asString()).isEqualTo(TOPIC);
    assertThat(json.path("signed").asBoolean()).isTrue();
    String page = get("/watch").body();
    assertThat(page).contains("Lists that name a hub", "active until", FEED);
    isDiscreet(listed() + listed("--json") + page);
  }

  @Test
  void whatAHubSaysIsShownAsWords() throws IOException {
    subscribed(Duration.ofDays(8));
    Map<String, String> denial =
        Map.of(
            "hub.mode", "denied",
            "hub.topic", TOPIC,
            "hub.reason", "<script>alert(1)</script>\u001b[31m\u202eno");
    assertThat(send(call(hub.last().get("hub.callback"), denial).GET()).statusCode())
        .isEqualTo(200);
    String page = get("/watch").body();
    assertThat(page).contains("&lt;script").doesNotContain("<script>alert", "\u001b", "\u202e");
    assertThat(listed()).contains("denied (the hub denies it").doesNotContain("\u001b", "\u202e");
    assertThat(listed("--json")).doesNotContain("\u001b", "\u202e");
    isDiscreet(page + listed() + listed("--json"));
  }

  @Test
  void aListWithoutAHubSaysNothingOfIt() throws IOException {
    assertThat(listed()).doesNotContain("hub");
    assertThat(StetSchema.objects(listed("--json")).get(0).path("hub").isNull()).isTrue();
    assertThat(get("/watch").body()).doesNotContain("Lists that name a hub");
  }
}
