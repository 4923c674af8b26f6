package stet.track;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.extract.Extraction;
import stet.timeline.TrackedArticle;

/**
 * Which article a capture belongs to. A pure function of the one capture, so that no order of
 * import can change the answer. The rules, first match wins:
 *
 * <ol>
 *   <li>captured under an http(s) address: that address, normalised
 *   <li>a folder that holds one article: that folder
 *   <li>a loose file whose page states its own address: that address, normalised
 *   <li>a loose file: its name
 * </ol>
 */
final class ArticleIdentity {
  /** A fragment that tells apart folders which state one address; see the folder layout. */
  private static final String FOLDER_FRAGMENT = "stet-folder=";

  private static final String LOOSE_FILE = "urn:stet:file:";
  private static final String FOLDER = "urn:stet:folder:";

  /** Parameters that say where a reader came from and never which story it is. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "utm_[^=]*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|wt_mc|cmpid|ocid");

  private static final int KEY_LENGTH = 12;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private ArticleIdentity() {}

  static TrackedArticle of(Capture capture, Extraction extraction) {
    String uri = capture.uri();
    if (isWeb(uri)) {
      uri = normalise(uri);
    } else if (uri.startsWith(LOOSE_FILE)
        && extraction instanceof Extraction.Article article
        && isStory(article.version().canonicalUrl())) {
      uri = normalise(article.version().canonicalUrl());
    }
    return new TrackedArticle(key(uri), uri, outlet(uri));
  }

  private static boolean isWeb(String uri) {
    return uri.regionMatches(true, 0, "http://", 0, 7)
        || uri.regionMatches(true, 0, "https://", 0, 8);
  }

  /** A canonical link to the front page is a template's mistake, not the story's address. */
  private static boolean isStory(String canonical) {
    if (!isWeb(canonical)) {
      return false;
    }
    URI uri = parse(canonical);
    return uri != null
        && uri.getHost() != null
        && uri.getPath() != null
        && uri.getPath().length() > 1;
  }

  /**
   * Lower case where RFC 3986 says that case does not matter, no default port, no fragment, no
   * tracking parameters; all else stays as it is written, because servers may care.
   */
  static String normalise(String address) {
    URI uri = parse(address);
    if (uri == null || uri.getHost() == null) {
      return address;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(scheme).append("://");
    out.append(uri.getHost().toLowerCase(Locale.ROOT));
    int defaultPort = scheme.equals("https") ? 443 : 80;
    if (uri.getPort() >= 0 && uri.getPort() != defaultPort) {
      out.append(':').append(uri.getPort());
    }
    String path = uri.getRawPath();
    out.append(path == null || path.isEmpty() ? "/" : path);
    String query = withoutTracking(uri.getRawQuery());
    if (!query.isEmpty()) {
      out.append('?').append(query);
    }
    String fragment = uri.getRawFragment();
    if (fragment != null && fragment.startsWith(FOLDER_FRAGMENT)) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  private static String withoutTracking(@Nullable String query) {
    if (query == null) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&")) {
      if (!TRACKING.matcher(parameter.split("=", 2)[0].toLowerCase(Locale.ROOT)).matches()) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  private static String outlet(String uri) {
    if (uri.startsWith(LOOSE_FILE) || uri.startsWith(FOLDER)) {
      String rest = uri.substring(uri.indexOf(':', "urn:stet:".length()) + 1);
      return rest.substring(0, Math.max(0, rest.indexOf('/')));
    }
    URI parsed = parse(uri);
    String host = parsed == null || parsed.getHost() == null ? uri : parsed.getHost();
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static @Nullable URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Sixty bits of the address's SHA-256 in base32: short, stable, safe in file names. */
  private static String key(String uri) {
    String hex = Digest.of(uri).hex();
    long bits = Long.parseUnsignedLong(hex.substring(0, 16), 16);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < KEY_LENGTH; i++) {
      key.append(BASE32.charAt((int) (bits >>> (59 - 5 * i)) & 31));
    }
    return key.toString();
  }
}
