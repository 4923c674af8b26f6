package stet.fetch;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stet.capture.HttpHead;
import stet.capture.WebAddress;
import stet.text.OneLine;
import stet.text.Truncation;

/** One form on its way: to the address named, and where that says to send it instead. */
final class FormPost {
  /** Bytes of an answer that are read. */
  static final int MOST_READ = 4 << 10;

  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_WORDS = 200;

  private final FetchParts parts;
  private final byte[] form;
  private final Set<String> held = new HashSet<>();

  FormPost(FetchParts parts, Map<String, String> form) {
    this.parts = parts;
    this.form =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  PostOutcome send(String uri) {
    try {
      return follow(WebAddress.parse(uri));
    } catch (WebAddress.NotAnAddress e) {
      return new PostOutcome.Failed("not a web address: " + e.getMessage());
    } catch (NoAnswer e) {
      return new PostOutcome.Failed(String.valueOf(e.getMessage()));
    } finally {
      held.forEach(parts.throttle()::release);
    }
  }

  private PostOutcome follow(WebAddress first) throws WebAddress.NotAnAddress, NoAnswer {
    WebAddress address = first;
    for (int left = MOST_REDIRECTS; left >= 0; left--) {
      String host = address.authority();
      Instant now = parts.now();
      // A redirect within a host is part of one visit and does not wait.
      if (!held.contains(host) && !parts.throttle().take(host, now)) {
        Instant until = parts.throttle().mayAskAt(host, now);
        return new PostOutcome.Deferred(until.isAfter(now) ? until : now.plusSeconds(1));
      }
      held.add(host);
      Answer answer = parts.post(address, form);
      Optional<String> moved = moved(answer.response());
      if (moved.isEmpty()) {
        return answered(answer);
      }
      WebAddress next = address.resolve(moved.get());
      if (address.secure() && !next.secure()) {
        return new PostOutcome.Failed("it redirects from https to http");
      }
      address = next;
    }
    return new PostOutcome.Failed("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private static Optional<String> moved(HttpHead response) {
    boolean again = response.status() == 307 || response.status() == 308;
    return again ? response.first("Location") : Optional.empty();
  }

  private PostOutcome answered(Answer answer) {
    HttpHead response = answer.response();
    Instant retry = response.status() >= 400 ? RetryAfter.read(response, parts.now()) : null;
    return new PostOutcome.Answered(response.status(), words(answer), retry);
  }

  private static String words(Answer answer) {
    try {
      String said = new String(answer.payload().bytes(), StandardCharsets.UTF_8);
      return Truncation.shortened(OneLine.of(said).strip(), LONGEST_WORDS);
    } catch (IOException e) {
      return "";
    }
  }
}
