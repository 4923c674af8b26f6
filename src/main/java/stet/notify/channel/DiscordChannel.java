package stet.notify.channel;

import java.net.URI;
import stet.notify.channel.web.HttpCaller;
import stet.notify.render.DiscordMessage;

/**
 * Discord's webhooks (discord.com/developers/docs, “Execute Webhook”). {@code wait=true} makes it
 * answer after the message is there, and not before; 429 names {@code retry_after} in its body.
 */
final class DiscordChannel extends HookChannel {
  DiscordChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http, DiscordMessage::of);
  }

  @Override
  URI address(URI stated) {
    String plain = stated.toString().replaceFirst("#.*", "");
    return URI.create(plain + (plain.contains("?") ? "&" : "?") + "wait=true");
  }

  @Override
  public int capacity() {
    return 9;
  }
}
