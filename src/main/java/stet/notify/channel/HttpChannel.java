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
      return told(attempt(message, thread));
    } catch (Undelivered e) {
      return told(e.delivery());
    }
  }

  /** What decides: where it is asked, and where nothing else is taken either, with what. */
  private Delivery told(Delivery delivery) {
    boolean gone = delivery instanceof Delivery.Refused refused && refused.gone();
    String why = Undelivered.why(delivery);
    if (why.startsWith("channel.")) {
      return delivery;
    }
    String named =
        (gone
                ? settings.keys("url", "server", "user", "password", "token")
                : settings.keys("url", "server"))
            + ": "
            + why;
    if (delivery instanceof Delivery.Later later) {
      return new Delivery.Later(later.notBefore(), named);
    }
    return gone
        ? new Delivery.Refused(named + "; set the right ones", true)
        : delivery instanceof Delivery.Refused ? new Delivery.Refused(named, false) : delivery;
  }

  abstract Delivery attempt(Message message, String thread)
      throws Undelivered, InterruptedException;
}
