package stet.notify.channel;

import java.net.URI;
import java.util.function.Function;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.Undelivered;

/** A channel whose address is all that one needs: it takes a body and says no more than yes. */
abstract class HookChannel extends HttpChannel {
  private final Function<Message, String> body;

  HookChannel(ChannelSettings settings, HttpCaller http, Function<Message, String> body) {
    super(settings, http);
    this.body = body;
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    URI to = address(settings().secret("url").address(settings().allowsHttp()));
    return http().send(HttpCaller.json(to, body.apply(message)), true).delivery("");
  }

  /** Where to send, given what the settings say. */
  URI address(URI stated) {
    return stated;
  }
}
