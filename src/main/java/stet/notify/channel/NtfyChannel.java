package stet.notify.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.Undelivered;
import stet.notify.render.PlainText;
import stet.notify.render.ShortPost;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * ntfy (docs.ntfy.sh/publish, “Publish as JSON”): JSON, since HTTP fields hold no UTF-8. A message
 * of more than 4,096 bytes would become a file that is attached.
 */
final class NtfyChannel extends HttpChannel {
  private static final int LONGEST = 4_096;

  NtfyChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http);
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    String topic = settings().discreet("topic");
    String problem = settings().topicProblem(topic);
    if (!problem.isEmpty()) {
      throw Undelivered.misset(problem);
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("topic", topic)
        .put("title", PlainText.subject(message))
        .put("message", Utf8.shortened(PlainText.of(message), LONGEST))
        .put("priority", settings().number("priority"));
    if (settings().has("tags")) {
      ArrayNode tags = body.putArray("tags");
      settings().list("tags").forEach(tags::add);
    }
    String link = ShortPost.link(message);
    if (!link.isEmpty()) {
      body.put("click", link);
    }
    HttpRequest.Builder request =
        HttpCaller.json(
            URI.create(settings().server() + "/"), JsonMapper.shared().writeValueAsString(body));
    if (!settings().has("token")) {
      return http().send(request, false, topic).delivery("");
    }
    String token = settings().secret("token").read();
    request.header("Authorization", "Bearer " + token);
    return http().send(request, false, topic, token).delivery("");
  }

  @Override
  public int capacity() {
    return 3;
  }
}
