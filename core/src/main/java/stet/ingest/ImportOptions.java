package stet.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about files that do not say it themselves.
 *
 * @param capturedAt when files without a time in their name were captured, UTC; null to take the
 *     file system's time
 * @param url the address under which loose files were captured; null when not known
 * @param maxSize the largest page taken, in bytes after unpacking
 */
public record ImportOptions(@Nullable Instant capturedAt, @Nullable String url, long maxSize) {
  /** Whether {@code url} is an absolute http or https URL with a host, as RFC 3986 writes it. */
  public static boolean isWebAddress(String url) {
    try {
      URI uri = new URI(url);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
