package stet.notify.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.HttpReply;
import stet.notify.channel.web.Undelivered;
import stet.notify.render.MatrixHtml;
import stet.notify.render.PlainText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A room of Matrix (spec.matrix.org, client-server API, “PUT
 * /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}”). The transaction is the message's
 * id, so a second try with the same token makes no second event. An empty {@code m.mentions} says
 * that nobody is mentioned, whatever the text looks like.
 */
final class MatrixChannel extends HttpChannel {
  private static final int LONGEST = 16_000;
  private static final String EVENT = "\\$[A-Za-z0-9._:+/=-]{1,254}";

  MatrixChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http);
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    String token = settings().secret("token").read();
    String[] left = thread.split(" ");
    boolean known = left.length == 2 && left[0].matches(EVENT) && left[1].matches(EVENT);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(message))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + token)
            .PUT(HttpRequest.BodyPublishers.ofString(body(message, known ? left : new String[0])));
    HttpReply reply = http().send(request, false, token);
    String event = reply.json().path("event_id").asString("");
    if (reply.isTaken() && !event.matches(EVENT)) {
      throw Undelivered.later("'" + reply.host() + "' did not name the event");
    }
    return reply.delivery((known ? left[0] : event) + " " + event);
  }

  private URI address(Message message) {
    return URI.create(
        settings().server()
            + "/_matrix/client/v3/rooms/"
            + URLEncoder.encode(settings().text("room"), StandardCharsets.UTF_8)
            + "/send/m.room.message/"
            + message.id());
  }

  /**
   * @param thread the first event of the thread and the latest one; empty where this is the first
   */
  private static String body(Message message, String[] thread) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("msgtype", "m.text")
        .put("body", Utf8.shortened(PlainText.of(message), LONGEST))
        .put("format", "org.matrix.custom.html")
        .put("formatted_body", MatrixHtml.of(message));
    body.putObject("m.mentions");
    if (thread.length > 0) {
      ObjectNode relation = body.putObject("m.relates_to");
      relation.put("rel_type", "m.thread").put("event_id", thread[0]).put("is_falling_back", true);
      relation.putObject("m.in_reply_to").put("event_id", thread[1]);
    }
    return JsonMapper.shared().writeValueAsString(body);
  }

  @Override
  public int capacity() {
    return 20;
  }
}
