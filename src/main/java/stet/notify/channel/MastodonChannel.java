package stet.notify.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.HttpReply;
import stet.notify.channel.web.Multipart;
import stet.notify.channel.web.Undelivered;
import stet.notify.render.ShortPost;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts on Mastodon (docs.joinmastodon.org, “statuses API methods”, “media API methods”). A server
 * remembers an {@code Idempotency-Key} for an hour, so a second try within it makes no second post.
 * An address counts as 23 characters.
 */
final class MastodonChannel extends HttpChannel {
  private static final int ADDRESS = 23;
  private static final int LOOKS = 5;

  MastodonChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http);
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    String token = settings().secret("token").read();
    String picture = picture(message, token);
    String before = thread.matches("[0-9A-Za-z]{1,40}") ? thread : "";
    HttpReply reply = post(message, token, picture, before);
    if (reply.status() == 404 && !before.isEmpty()) {
      // What it would have answered to is gone, which says nothing of the account.
      reply = post(message, token, picture, "");
    }
    String id = reply.json().path("id").asString("");
    if (reply.isTaken() && id.isEmpty()) {
      throw Undelivered.later("'" + reply.host() + "' did not name the post");
    }
    return reply.delivery(id);
  }

  private HttpReply post(Message message, String token, String picture, String before)
      throws Undelivered, InterruptedException {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put(
            "status",
            ShortPost.withAddress(message, settings().number("characters"), ADDRESS).text())
        .put("visibility", settings().text("visibility"))
        .put("language", settings().text("language"));
    if (!picture.isEmpty()) {
      body.putArray("media_ids").add(picture);
    }
    if (!before.isEmpty()) {
      body.put("in_reply_to_id", before);
    }
    HttpRequest.Builder request =
        HttpCaller.json(at("/api/v1/statuses"), JsonMapper.shared().writeValueAsString(body))
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", message.id());
    return http().send(request, false, token);
  }

  private URI at(String path) {
    return URI.create(settings().server() + path);
  }

  /** Name of the picture that was handed in; empty for none. A post says it all without, too. */
  private String picture(Message message, String token) throws Undelivered, InterruptedException {
    Picture picture = Picture.of(message, settings()).orElse(null);
    if (picture == null) {
      return "";
    }
    Multipart form =
        new Multipart("stet-" + message.id())
            .text("description", picture.alt())
            .file("file", "edit.png", "image/png", picture.png());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/api/v2/media"))
            .header("Content-Type", form.type())
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
    HttpReply reply = http().send(request, false, token);
    if (reply.isTaken()) {
      String id = reply.json().path("id").asString("");
      return reply.status() == 202 ? ready(id, token) : id;
    }
    if (reply.delivery("") instanceof Delivery.Refused refused && !refused.gone()) {
      return "";
    }
    throw new Undelivered(reply.delivery(""));
  }

  /** 202 and 206 say that a picture is still being worked on; no post may have it before. */
  private String ready(String id, String token) throws Undelivered, InterruptedException {
    if (!id.matches("[0-9A-Za-z]{1,40}")) {
      return "";
    }
    for (int i = 0; i < LOOKS; i++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(at("/api/v1/media/" + id))
              .header("Authorization", "Bearer " + token)
              .GET();
      if (http().send(request, false, token).status() == 200) {
        return id;
      }
      Thread.sleep(1_000);
    }
    return "";
  }
}
