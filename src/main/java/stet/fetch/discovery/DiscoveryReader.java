package stet.fetch.discovery;

import java.io.IOException;
import java.util.Locale;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.capture.Payload;
import stet.fetch.FetchOutcome;
import stet.fetch.discovery.Discovery.Kind;

/**
 * Reads RSS, Atom, JSON Feed, sitemaps, sitemap indexes and section pages. What it gets is hostile:
 * it never throws, expands no entity, looks at nothing outside, and its time and memory are bounded
 * by the size that it reads, {@value DiscoveryText#MAX_BYTES} bytes at most after unpacking.
 *
 * <p>What the bytes are is told from the bytes. The media type is asked for the charset alone,
 * since feeds come as {@code text/html} and error pages as {@code application/xml}.
 */
public final class DiscoveryReader {
  private static final int HEAD = 2_048;

  /** More than is read, so that what is larger is known to be. */
  private static final int MOST_DECODED = 21 << 20;

  private DiscoveryReader() {}

  /**
   * Reads a list.
   *
   * @param payload the bytes without content coding; gzip is undone here too, since {@code .gz}
   *     sitemaps are gzip in themselves
   * @param mediaType the content type as the server states it; empty when none
   * @param uri the list's own address, which relative links are relative to
   * @throws IOException when the payload's bytes cannot be reached
   */
  public static Discovery read(Payload payload, String mediaType, String uri) throws IOException {
    if (payload.size() > 2L * DiscoveryText.MAX_BYTES) {
      try (var in = payload.open()) {
        return read(in.readNBytes(DiscoveryText.MAX_BYTES + 1), mediaType, uri);
      }
    }
    return read(payload.bytes(), mediaType, uri);
  }

  /**
   * Reads the list that a server answered with.
   *
   * @throws IOException when the payload's bytes cannot be reached
   */
  public static Discovery read(FetchOutcome.Answered answered) throws IOException {
    Capture last = answered.captures().get(answered.captures().size() - 1);
    Discovery read =
        ContentCodings.use(
            last.payload(),
            last.contentEncoding(),
            MOST_DECODED,
            decoded -> read(decoded.bytes(), last.mediaType(), answered.uri()));
    // What the server says in the answer's head comes before what stands in the list.
    return last.exchange() instanceof Exchange.Http http
        ? read.with(HubLinks.ofHeader(http.response(), answered.uri()).or(read.hubLinks()))
        : read;
  }

  /**
   * Whether an address by itself looks like a story's: by a date, a long number, or a slug of
   * several words.
   */
  public static boolean namesStory(String uri) {
    return DiscoveryLinks.story(uri, "");
  }

  /** The same for bytes in memory. */
  public static Discovery read(byte[] bytes, String mediaType, String uri) {
    if (bytes.length == 0) {
      return Discovery.refused(Kind.UNKNOWN, "empty");
    }
    try {
      return parse(DiscoveryText.of(bytes, mediaType), uri);
    } catch (RuntimeException e) {
      // Whatever a parser does with hostile bytes, the caller's other feeds go on.
      return Discovery.refused(Kind.UNKNOWN, "unreadable: " + e.getClass().getSimpleName());
    }
  }

  private static Discovery parse(DiscoveryText text, String uri) {
    String head = head(text.text());
    if (head.isEmpty()) {
      return Discovery.refused(Kind.UNKNOWN, text.flaw().isEmpty() ? "blank" : text.flaw());
    } else if (head.startsWith("{")) {
      return FeedJson.read(text, uri);
    } else if (head.startsWith("http://") || head.startsWith("https://")) {
      return DiscoveryLinks.list(text, uri);
    } else if (isHtml(head)) {
      return DiscoveryLinks.page(text, uri);
    } else if (text.text().indexOf('<') < 0) {
      return Discovery.refused(Kind.UNKNOWN, "neither feed nor sitemap nor page");
    }
    return DiscoveryXml.read(text, uri);
  }

  private static String head(String text) {
    int from = 0;
    while (from < text.length()
        && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\ufeff')) {
      from++;
    }
    String head = text.substring(from, Math.min(text.length(), from + HEAD));
    return head.toLowerCase(Locale.ROOT);
  }

  private static boolean isHtml(String head) {
    String plain = head.replaceAll("(?s)<!--.*?(?:-->|$)|<\\?.*?(?:\\?>|$)", " ").strip();
    return plain.startsWith("<!doctype html")
        || plain.matches("(?s)<(?:html|head|body|title|meta|script|div|p|h1|table)[\\s>].*");
  }
}
