package stet.notify.channel.web;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.notify.Delivery;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.text.Truncation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server answered.
 *
 * @param host that was asked
 * @param body as far as it was read
 * @param hidden secrets that the server may repeat and that nobody is shown
 * @param at when the answer came, UTC
 */
public record HttpReply(
    String host, int status, HttpHeaders headers, byte[] body, List<String> hidden, Instant at) {
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);
  private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
  private static final int LONGEST_WORDS = 200;

  /** Whether the status is 2xx. */
  public boolean isTaken() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; a missing node where it is none. */
  public JsonNode json() {
    try {
      JsonNode read = JsonMapper.shared().readTree(text());
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The outcome by the status alone: as RFC 9110 means it, a status of 408, 425, 429 or 5xx may be
   * otherwise the next time.
   *
   * @param reference of the message where it was taken
   */
  public Delivery delivery(String reference) {
    if (isTaken()) {
      return new Delivery.Sent(reference);
    }
    String said = "'" + host + "' answered " + status;
    if (status >= 300 && status < 400) {
      return new Delivery.Refused(said + place(), false);
    }
    if (BUSY.contains(status) || status >= 500) {
      return new Delivery.Later(retryAt(), said + words());
    }
    return new Delivery.Refused(said + words(), GONE.contains(status));
  }

  /** When it wants to be asked again; null where it did not say. */
  private @Nullable Instant retryAt() {
    return RetryTime.of(headers, json(), at);
  }

  /** Only scheme and host: the rest of a webhook's address is a secret, also at its new place. */
  private String place() {
    String where = "";
    try {
      URI to = URI.create(headers.firstValue("Location").orElse(""));
      where = to.getHost() == null ? "" : to.getScheme() + "://" + to.getHost();
    } catch (IllegalArgumentException e) {
      // It points somewhere; where cannot be read.
    }
    return (where.isEmpty() ? " and points elsewhere" : " and points to '" + shown(where) + "'")
        + "; put the new address into the settings";
  }

  /** The beginning of what the server says of it. */
  private String words() {
    String said = shown(text());
    return said.isEmpty() ? "" : ": " + said;
  }

  /** Words of the server in one line that is not long and has no secret in it. */
  private String shown(String said) {
    String plain = Masked.of(said, hidden);
    return SafeText.escaped(Truncation.shortened(OneLine.of(plain), LONGEST_WORDS));
  }
}
