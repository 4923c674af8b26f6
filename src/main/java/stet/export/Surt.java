package stet.export;

import java.util.Locale;
import org.netpreserve.jwarc.URIs;
import stet.capture.WebAddress;

/**
 * The key by which web archives look addresses up and sort them, as pywb and the Wayback Machine
 * make it: the host turned round, all in lower case, without {@code www.}, default port and closing
 * slash, parameters in order. {@code https://www.a.example/B?c&b} is {@code example,a)/b?b&c}.
 */
final class Surt {
  private Surt() {}

  /** The key of a web address without a fragment; what is none in truth is its own. */
  static String of(String uri) {
    try {
      return URIs.toNormalizedSurt(ascii(uri));
    } catch (RuntimeException e) {
      // Archives hold what their crawlers were told, as https://[ is, and no export may end there.
      return uri.toLowerCase(Locale.ROOT).replace(" ", "%20");
    }
  }

  /** Archives write names of other scripts in their ASCII form (RFC 3492). */
  private static String ascii(String uri) {
    try {
      return WebAddress.spelled(uri);
    } catch (IllegalArgumentException e) {
      // A name that no registry would give out keeps the form in which it was archived.
      return uri;
    }
  }
}
