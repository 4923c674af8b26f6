package stet.export;

import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.URIs;

/**
 * The key by which web archives look addresses up and sort them, as pywb and the Wayback Machine
 * make it: the host turned round, all in lower case, without {@code www.}, default port and closing
 * slash, parameters in order. {@code https://www.a.example/B?c&b} is {@code example,a)/b?b&c}.
 */
final class Surt {
  private static final Pattern HOST =
      Pattern.compile("^(https?://(?:[^/?#@]*@)?)([^/?#:\\[]+)", Pattern.CASE_INSENSITIVE);

  private Surt() {}

  /** The key of a web address without a fragment. */
  static String of(String uri) {
    return URIs.toNormalizedSurt(ascii(uri));
  }

  /** Archives write names of other scripts in their ASCII form (RFC 3492). */
  private static String ascii(String uri) {
    Matcher host = HOST.matcher(uri);
    if (!host.find() || host.group(2).chars().allMatch(c -> c < 128)) {
      return uri;
    }
    try {
      return host.group(1) + IDN.toASCII(host.group(2)) + uri.substring(host.end());
    } catch (IllegalArgumentException e) {
      // A name that no registry would give out keeps the form in which it was archived.
      return uri;
    }
  }
}
