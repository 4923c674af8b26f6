package stet.notify.channel;

import stet.notify.Channel;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.Undelivered;

/** A channel that asks a server. */
abstract class HttpChannel implements Channel {
  private final ChannelSettings settings;
  private final HttpCaller http;

  HttpChannel(ChannelSettings settings, HttpCaller http) {
    this.settings = settings;
    this.http = http;
  }

  final ChannelSettings settings() {
    return settings;
  }

  final HttpCaller http() {
    return http;
  }

  @Override
  public final Delivery deliver(Message message, String thread) throws InterruptedException {
    try {
      return attempt(message, thread);
    } catch (Undelivered e) {
      return e.delivery();
    }
  }

  abstract Delivery attempt(Message message, String thread)
      throws Undelivered, InterruptedException;
}
