package stet.notify.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.HttpReply;
import stet.notify.channel.web.Undelivered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts on Bluesky (docs.bsky.app and atproto.com: {@code com.atproto.server.createSession}, {@code
 * com.atproto.repo.uploadBlob}, {@code com.atproto.repo.putRecord}). The record's key is made of
 * the message, so a second try puts the same record in its own place.
 */
final class BlueskyChannel extends HttpChannel {
  private @Nullable Session session;

  /** Who is logged in, until the server has forgotten it. */
  private record Session(String did, String token) {}

  BlueskyChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http);
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    boolean known = session != null;
    HttpReply reply = post(message, thread);
    if (known && isForgotten(reply)) {
      session = null;
      reply = post(message, thread);
    }
    if (!reply.isTaken()) {
      return reply.delivery("");
    }
    BlueskyThread.Ref own = BlueskyThread.Ref.of(reply.json());
    if (own == null) {
      throw Undelivered.later("'" + reply.host() + "' did not name the post");
    }
    return reply.delivery(BlueskyThread.of(thread).reference(own));
  }

  /** A session ends after some hours; {@code ExpiredToken} comes with status 400. */
  private static boolean isForgotten(HttpReply reply) {
    return reply.status() == 401
        || reply.json().path("error").asString("").matches("ExpiredToken|InvalidToken");
  }

  private HttpReply post(Message message, String thread) throws Undelivered, InterruptedException {
    Session as = session();
    Picture picture = Picture.of(message, settings()).orElse(null);
    JsonNode blob = null;
    if (picture != null) {
      HttpReply uploaded = send(upload(picture), as);
      if (!uploaded.isTaken()) {
        return uploaded;
      }
      blob = uploaded.json().path("blob");
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("repo", as.did())
        .put("collection", BlueskyPost.COLLECTION)
        .put("rkey", BlueskyPost.key(message));
    body.set("record", BlueskyPost.of(message, BlueskyThread.of(thread), picture, blob));
    return send(
        HttpCaller.json(at("repo.putRecord"), JsonMapper.shared().writeValueAsString(body)), as);
  }

  private URI at(String method) {
    return URI.create(settings().server() + "/xrpc/com.atproto." + method);
  }

  private HttpRequest.Builder upload(Picture picture) {
    return HttpRequest.newBuilder(at("repo.uploadBlob"))
        .header("Content-Type", "image/png")
        .POST(HttpRequest.BodyPublishers.ofByteArray(picture.png()));
  }

  private HttpReply send(HttpRequest.Builder request, Session as)
      throws Undelivered, InterruptedException {
    return http().send(request.header("Authorization", "Bearer " + as.token()), false, as.token());
  }

  private Session session() throws Undelivered, InterruptedException {
    if (session != null) {
      return session;
    }
    String password = settings().secret("password").read();
    ObjectNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("identifier", settings().text("user"))
            .put("password", password);
    HttpReply reply =
        http()
            .send(
                HttpCaller.json(
                    at("server.createSession"), JsonMapper.shared().writeValueAsString(body)),
                false,
                password);
    if (!reply.isTaken()) {
      throw new Undelivered(reply.delivery(""));
    }
    String did = reply.json().path("did").asString("");
    String token = reply.json().path("accessJwt").asString("");
    if (!did.startsWith("did:") || !token.matches("[A-Za-z0-9._-]+")) {
      throw Undelivered.later("'" + reply.host() + "' opened no session");
    }
    session = new Session(did, token);
    return session;
  }
}
