package stet.notify.channel;

import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.render.Markdown;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mattermost's incoming webhooks (developers.mattermost.com, “Incoming webhooks”): {@code text} in
 * Markdown; longer texts than a server's limit, 4,000 characters in old ones, it would part.
 */
final class MattermostChannel extends HookChannel {
  private static final int LONGEST = 4_000;

  MattermostChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http, MattermostChannel::body);
  }

  private static String body(Message message) {
    JsonMapper json = JsonMapper.shared();
    return json.writeValueAsString(
        json.createObjectNode().put("text", Markdown.MATTERMOST.of(message, LONGEST)));
  }

  @Override
  public int capacity() {
    return 7;
  }
}
