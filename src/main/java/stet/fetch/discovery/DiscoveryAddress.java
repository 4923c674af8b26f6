package stet.fetch.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses as lists write them, made absolute (RFC 3986 section 5), or nothing. */
public final class DiscoveryAddress {
  private static final int LONGEST = 4096;

  private DiscoveryAddress() {}

  /**
   * The absolute http(s) address, without fragment; empty where {@code written} is none.
   *
   * @param base what a relative reference is relative to; may itself be empty
   */
  public static Optional<String> resolve(String base, String written) {
    String tidy = tidy(written);
    if (tidy.isEmpty() || tidy.length() > LONGEST || tidy.startsWith("#")) {
      return Optional.empty();
    }
    try {
      // Brackets stand in the authority alone, around an IPv6 address.
      boolean authority = tidy.contains("://[");
      tidy = authority ? tidy : tidy.replace("[", "%5B").replace("]", "%5D");
      URI uri = new URI(tidy);
      if (!uri.isAbsolute()) {
        uri = against(base, tidy);
      }
      return web(uri) ? Optional.of(withoutFragment(uri.toString())) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A base for what lies below an element that states {@code written} as its own. */
  static String base(String outer, String written) {
    return resolve(outer, written).orElse(outer);
  }

  private static URI against(String base, String tidy) throws URISyntaxException {
    URI from = new URI(tidy(base));
    if (tidy.startsWith("?")) {
      // URI.resolve follows the older RFC 2396 here and loses the last path segment.
      String path = from.getRawPath() == null ? "/" : from.getRawPath();
      return from.resolve(path.isEmpty() ? "/" + tidy : path + tidy);
    }
    boolean bare = from.getRawPath() == null || from.getRawPath().isEmpty();
    return (bare ? from.resolve("/") : from).resolve(tidy);
  }

  private static boolean web(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && uri.getRawAuthority() != null
        && !uri.getRawAuthority().isEmpty();
  }

  private static String withoutFragment(String uri) {
    int hash = uri.indexOf('#');
    return hash < 0 ? uri : uri.substring(0, hash);
  }

  /** Line breaks inside an address are dropped, other characters that may not stand are escaped. */
  private static String tidy(String written) {
    String text = written.strip();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '%' && (i + 2 >= text.length() || !hex(text, i + 1) || !hex(text, i + 2));
      if (c == '\n' || c == '\r' || c == '\t') {
        continue;
      } else if (escape || " \"<>\\^`{|}".indexOf(c) >= 0) {
        out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      } else if (c == '#' && out.indexOf("#") >= 0) {
        out.append("%23");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean hex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0;
  }
}
