package stet.ingest;

import java.util.Locale;

/** Addresses as crawlers write them, which need not be what RFC 3986 calls a URI. */
final class Addresses {
  private static final int LONGEST = 8192;

  private Addresses() {}

  /** Whether it is http or https with a host. */
  static boolean isWeb(String uri) {
    String lower = uri.substring(0, Math.min(9, uri.length())).toLowerCase(Locale.ROOT);
    int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
    return start > 0
        && uri.length() > start
        && uri.length() <= LONGEST
        && "/?#".indexOf(uri.charAt(start)) < 0
        && uri.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }
}
