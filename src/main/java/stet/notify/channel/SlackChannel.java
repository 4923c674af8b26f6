package stet.notify.channel;

import stet.notify.channel.web.HttpCaller;
import stet.notify.render.SlackMessage;

/**
 * Slack's incoming webhooks (docs.slack.dev, “Sending messages using incoming webhooks”): 200 with
 * {@code ok}; one message a second, 429 with {@code Retry-After}; 403 and 410 where the hook or its
 * place is no more. It knows no key by which it could tell doubles.
 */
final class SlackChannel extends HookChannel {
  SlackChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http, SlackMessage::of);
  }

  @Override
  public int capacity() {
    return 20;
  }
}
