package stet.notify.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which servers may be asked, and how. */
final class WebServers {
  private static final Set<String> THIS_MACHINE =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "ip6-localhost");

  private WebServers() {}

  /** Whether a host is this machine by its name alone. */
  static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Says in a few words why an address may not be asked; empty where it may. */
  static String problem(URI uri, boolean allowHttp) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https") || scheme.equals("http") && allowHttp) {
      return "";
    }
    if (scheme.equals("http")) {
      return isThisMachine(uri.getHost())
          ? ""
          : "is not encrypted; use https, or set 'allow-http' to true";
    }
    return "is no https address";
  }
}
