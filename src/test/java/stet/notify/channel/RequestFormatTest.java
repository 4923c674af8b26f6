package stet.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.json.StetSchema;
import stet.notify.Channel;
import stet.notify.Delivery.Sent;
import stet.notify.Message;
import stet.notify.Messages;
import stet.notify.channel.Receiver.Got;
import stet.notify.channel.Receiver.Say;
import tools.jackson.databind.JsonNode;

/** What each channel sends is what the documentation of its service asks for. */
class RequestFormatTest {
  @TempDir Path home;

  private Got sent(String kind, Message message, String thread, String reference) throws Exception {
    try (Receiver server = new Receiver(Kinds::well)) {
      Channel channel = Kinds.desk(kind, home, server.address()).channel();
      assertThat(channel.deliver(message, thread)).isEqualTo(new Sent(reference));
      Got got = server.got().get(server.got().size() - 1);
      assertThat(got.field("Content-Type")).startsWith("application/json");
      return got;
    }
  }

  @Test
  void webhook() throws Exception {
    Got got = sent("webhook", Messages.silent(), "", "");
    assertThat(got.method()).isEqualTo("POST");
    assertThat(got.path()).isEqualTo("/hook/" + Kinds.SECRET);
    assertThat(got.field("Idempotency-Key")).isEqualTo(Messages.ID);
    assertThat(got.field("Stet-Timestamp")).isEqualTo(Long.toString(Messages.AT.getEpochSecond()));
    assertThat(got.field("Stet-Signature")).matches("v1=[0-9a-f]{64}");
    assertThat(StetSchema.problems("alert", got.text())).isEmpty();
    JsonNode finding = got.json().path("findings").path(0);
    assertThat(finding.at("/change/excerpt/deltas/1/before").asString()).isEqualTo("April");
    assertThat(finding.at("/change/labels/0/label").asString()).isEqualTo("silent");
    assertThat(finding.at("/story/article/outlet").asString()).isEqualTo("paper.example");
  }

  @Test
  void slack() throws Exception {
    Got got = sent("slack", Messages.silent(), "", "");
    assertThat(got.method()).isEqualTo("POST");
    assertThat(got.path()).isEqualTo("/services/T0001/B0001/" + Kinds.SECRET);
    JsonNode body = got.json();
    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder("text", "blocks", "unfurl_links", "unfurl_media");
    assertThat(body.at("/blocks/0/text/type").asString()).isEqualTo("plain_text");
    JsonNode marks = body.at("/blocks/1/elements/1/elements");
    assertThat(marks.at("/1/text").asString()).isEqualTo("April");
    assertThat(marks.at("/1/style/strike").asBoolean()).isTrue();
    assertThat(marks.at("/3/text").asString()).isEqualTo("May");
    assertThat(marks.at("/3/style/bold").asBoolean()).isTrue();
  }

  @Test
  void mattermost() throws Exception {
    String text = sent("mattermost", Messages.silent(), "", "").json().path("text").asString();
    assertThat(text)
        .contains("Bridge to reopen in ~~April~~ **May** after repairs")
        .contains("[All of the change](https://watch.example/a/k7f3/r2.html)");
    assertThat(text.length()).isLessThanOrEqualTo(4_000);
  }

  @Test
  void discord() throws Exception {
    Got got = sent("discord", Messages.silent(), "", "");
    assertThat(got.path()).endsWith("?wait=true");
    assertThat(got.json().at("/allowed_mentions/parse").isArray()).isTrue();
    assertThat(got.json().at("/allowed_mentions/parse").size()).isZero();
    assertThat(got.json().at("/embeds/0/description").asString())
        .contains("> Bridge to reopen in ~~April~~ **May** after repairs");
  }

  @Test
  void teams() throws Exception {
    JsonNode body = sent("teams", Messages.silent(), "", "").json();
    assertThat(body.path("type").asString()).isEqualTo("message");
    JsonNode attachment = body.at("/attachments/0");
    assertThat(attachment.path("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.at("/content/type").asString()).isEqualTo("AdaptiveCard");
    attachment
        .at("/content/body")
        .forEach(block -> assertThat(block.path("type").asString()).isEqualTo("RichTextBlock"));
    assertThat(attachment.at("/content/actions/0/url").asString())
        .isEqualTo("https://watch.example/a/k7f3/r2.html");
  }

  @Test
  void ntfy() throws Exception {
    Got got = sent("ntfy", Messages.silent(), "", "");
    assertThat(got.path()).isEqualTo("/");
    assertThat(got.field("Authorization")).isEqualTo("Bearer tk_" + Kinds.SECRET);
    JsonNode body = got.json();
    assertThat(body.path("topic").asString()).isEqualTo("topic-" + Kinds.SECRET);
    assertThat(body.path("priority").asInt()).isEqualTo(4);
    assertThat(body.path("tags").size()).isEqualTo(2);
    assertThat(body.path("click").asString()).isEqualTo("https://watch.example/a/k7f3/r2.html");
    assertThat(body.has("actions")).isFalse();
    assertThat(body.path("message").asString()).contains("[-April-]{+May+}");
  }

  @Test
  void ntfyTakesNoMoreThanFourKilobytes() throws Exception {
    Got got = sent("ntfy", Messages.saying("日本語 ".repeat(2_000)), "", "");
    assertThat(got.json().path("message").asString().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(3_000, 4_096);
  }

  @Test
  void matrix() throws Exception {
    String event = "$event:paper.example";
    Got got = sent("matrix", Messages.silent(), "", event + " " + event);
    assertThat(got.method()).isEqualTo("PUT");
    assertThat(got.path())
        .isEqualTo(
            "/_matrix/client/v3/rooms/%21abc%2Fdef%3Apaper.example/send/m.room.message/"
                + Messages.ID);
    assertThat(got.field("Authorization")).isEqualTo("Bearer syt_" + Kinds.SECRET);
    JsonNode body = got.json();
    assertThat(body.path("msgtype").asString()).isEqualTo("m.text");
    assertThat(body.path("m.mentions").isObject()).isTrue();
    assertThat(body.path("m.mentions").size()).isZero();
    assertThat(body.path("formatted_body").asString())
        .contains("Bridge to reopen in <del>April</del> <strong>May</strong> after repairs");
    assertThat(body.has("m.relates_to")).isFalse();
    JsonNode next =
        sent(
                "matrix",
                Messages.silent(),
                "$first:p.example $latest:p.example",
                "$first:p.example " + event)
            .json()
            .path("m.relates_to");
    assertThat(next.path("rel_type").asString()).isEqualTo("m.thread");
    assertThat(next.path("event_id").asString()).isEqualTo("$first:p.example");
    assertThat(next.at("/m.in_reply_to/event_id").asString()).isEqualTo("$latest:p.example");
  }

  @Test
  void mastodon() throws Exception {
    Got got = sent("mastodon", Messages.silent(), "", "109501");
    assertThat(got.path()).isEqualTo("/api/v1/statuses");
    assertThat(got.field("Idempotency-Key")).isEqualTo(Messages.ID);
    JsonNode body = got.json();
    assertThat(body.propertyNames()).containsExactlyInAnyOrder("status", "visibility", "language");
    assertThat(body.path("visibility").asString()).isEqualTo("unlisted");
    assertThat(body.path("status").asString())
        .contains("[-April-]{+May+}")
        .endsWith("\nhttps://watch.example/a/k7f3/r2.html");
    assertThat(
            sent("mastodon", Messages.silent(), "77", "109501")
                .json()
                .path("in_reply_to_id")
                .asString())
        .isEqualTo("77");
  }

  /** The post that is answered to may have been deleted by its author. */
  @Test
  void mastodonPostsWithoutAThreadThatIsGone() throws Exception {
    try (Receiver server =
        new Receiver(
            g -> g.text().contains("in_reply_to_id") ? new Say(404, "", "{}") : Kinds.well(g))) {
      Channel channel = Kinds.desk("mastodon", home, server.address()).channel();
      assertThat(channel.deliver(Messages.silent(), "77")).isEqualTo(new Sent("109501"));
      assertThat(server.got()).hasSize(2);
    }
  }

  @Test
  void mastodonWithAPicture() throws Exception {
    try (Receiver server = new Receiver(Kinds::well)) {
      Channel channel =
          Kinds.desk("mastodon", home, server.address()).set("picture", "card").channel();
      assertThat(channel.deliver(Messages.silent(), "")).isEqualTo(new Sent("109501"));
      Got media = server.got().get(0);
      assertThat(media.path()).isEqualTo("/api/v2/media");
      assertThat(media.field("Content-Type"))
          .isEqualTo("multipart/form-data; boundary=stet-" + Messages.ID);
      assertThat(media.text())
          .startsWith(
              "--stet-" + Messages.ID + "\r\nContent-Disposition: form-data; name=\"description\"")
          .contains("[gone: April] [new: May]")
          .contains("name=\"file\"; filename=\"edit.png\"\r\nContent-Type: image/png\r\n\r\n")
          .endsWith("\r\n--stet-" + Messages.ID + "--\r\n");
      assertThat(server.got().get(1).json().at("/media_ids/0").asString()).isEqualTo("109501");
    }
  }

  @Test
  void bluesky() throws Exception {
    String own = "at://did:plc:desk/app.bsky.feed.post/3kfix bafyrei";
    Got got = sent("bluesky", Messages.silent(), "", own + " " + own);
    assertThat(got.path()).isEqualTo("/xrpc/com.atproto.repo.putRecord");
    assertThat(got.field("Authorization")).isEqualTo("Bearer jwt." + Kinds.SECRET);
    JsonNode body = got.json();
    assertThat(body.path("repo").asString()).isEqualTo("did:plc:desk");
    assertThat(body.path("rkey").asString())
        .matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    JsonNode record = body.path("record");
    String text = record.path("text").asString();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int start = record.at("/facets/0/index/byteStart").asInt();
    int end = record.at("/facets/0/index/byteEnd").asInt();
    assertThat(new String(bytes, start, end - start, StandardCharsets.UTF_8))
        .isEqualTo("watch.example/a/k7f3/r2.html");
    assertThat(end).isEqualTo(bytes.length);
    assertThat(record.at("/facets/0/features/0/uri").asString())
        .isEqualTo("https://watch.example/a/k7f3/r2.html");
    String root = "at://did:plc:desk/app.bsky.feed.post/root bafyroot";
    String last = "at://did:plc:desk/app.bsky.feed.post/last bafylast";
    JsonNode reply =
        sent("bluesky", Messages.silent(), root + " " + last, root + " " + own)
            .json()
            .at("/record/reply");
    assertThat(reply.at("/root/cid").asString()).isEqualTo("bafyroot");
    assertThat(reply.at("/parent/uri").asString()).endsWith("/last");
  }

  @Test
  void blueskyPutsASecondTryInTheSamePlaceAndKeepsItsSession() throws Exception {
    try (Receiver server = new Receiver(Kinds::well)) {
      Channel channel =
          Kinds.desk("bluesky", home, server.address()).set("picture", "card").channel();
      channel.deliver(Messages.silent(), "");
      channel.deliver(Messages.silent(), "");
      List<String> paths =
          server.got().stream().map(g -> g.path().replaceFirst(".*\\.", "")).toList();
      assertThat(paths)
          .containsExactly("createSession", "uploadBlob", "putRecord", "uploadBlob", "putRecord");
      assertThat(server.got().get(1).field("Content-Type")).isEqualTo("image/png");
      assertThat(server.got().get(4).text()).isEqualTo(server.got().get(2).text());
      JsonNode embed = server.got().get(2).json().at("/record/embed");
      assertThat(embed.at("/images/0/alt").asString()).contains("[gone: April] [new: May]");
      assertThat(embed.at("/images/0/image/$type").asString()).isEqualTo("blob");
    }
  }

  @Test
  void blueskyLogsInAgainOnceWhereItsSessionIsForgotten() throws Exception {
    boolean[] forgotten = {false};
    try (Receiver server =
        new Receiver(
            g -> {
              if (forgotten[0] && Kinds.isLast(g)) {
                forgotten[0] = false;
                return new Say(400, "", "{\"error\": \"ExpiredToken\"}");
              }
              return Kinds.well(g);
            })) {
      Channel channel = Kinds.desk("bluesky", home, server.address()).channel();
      assertThat(channel.deliver(Messages.silent(), "")).isInstanceOf(Sent.class);
      forgotten[0] = true;
      assertThat(channel.deliver(Messages.silent(), "")).isInstanceOf(Sent.class);
      assertThat(server.got()).hasSize(5);
    }
  }
}
