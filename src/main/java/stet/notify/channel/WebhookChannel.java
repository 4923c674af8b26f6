package stet.notify.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import stet.notify.Delivery;
import stet.notify.Message;
import stet.notify.channel.web.HttpCaller;
import stet.notify.channel.web.Undelivered;

/**
 * Posts the one form of JSON to an address. The signature covers time and body, in the manner of
 * Stripe's and of the Standard Webhooks (standardwebhooks.com), so that a receiver can refuse what
 * others send and what is sent again later; {@code Idempotency-Key} is that of
 * draft-ietf-httpapi-idempotency-key-header. docs/ALERTS.md tells how to check it.
 */
final class WebhookChannel extends HttpChannel {
  WebhookChannel(ChannelSettings settings, HttpCaller http) {
    super(settings, http);
  }

  @Override
  Delivery attempt(Message message, String thread) throws Undelivered, InterruptedException {
    URI to = settings().secret("url").address(settings().allowsHttp());
    String body = AlertBody.of(message);
    String at = Long.toString(http().clock().instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpCaller.json(to, body)
            .header("Idempotency-Key", message.id())
            .header("Stet-Timestamp", at);
    if (settings().has("secret")) {
      String secret = settings().secret("secret").read();
      request.header("Stet-Signature", "v1=" + signature(secret, at + "." + body));
      return http().send(request, true, secret).delivery("");
    }
    return http().send(request, true).delivery("");
  }

  private static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
