package stet.serve.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request looked like to the proxy in front, as its {@code Forwarded} (RFC 7239) or {@code
 * X-Forwarded-} headers tell. They are believed of configured proxies alone: anybody can send them.
 *
 * @param peer who asked
 * @param host the name that was asked for; may be empty
 * @param secure whether it was asked for over TLS
 */
record Proxied(String peer, String host, boolean secure) {
  static Proxied of(Asked.Facts facts, Set<String> proxies) {
    String host = facts.header("Host").orElse("");
    if (!proxies.contains(facts.peer())) {
      return new Proxied(facts.peer(), host, false);
    }
    Optional<String> forwarded = facts.header("Forwarded");
    if (forwarded.isPresent()) {
      String last = last(forwarded.get());
      return new Proxied(
          part(last, "for").orElse(facts.peer()),
          part(last, "host").orElse(host),
          part(last, "proto").orElse("").equalsIgnoreCase("https"));
    }
    return new Proxied(
        facts.header("X-Forwarded-For").map(Proxied::last).orElse(facts.peer()),
        facts.header("X-Forwarded-Host").map(Proxied::last).orElse(host),
        facts.header("X-Forwarded-Proto").map(Proxied::last).orElse("").equalsIgnoreCase("https"));
  }

  /** Scheme, name and port under which the server was asked, without a slash at the end. */
  String origin() {
    return (secure ? "https://" : "http://") + host.toLowerCase(Locale.ROOT);
  }

  /** What the nearest proxy added; all before it may come from anybody. */
  private static String last(String list) {
    return list.substring(list.lastIndexOf(',') + 1).strip();
  }

  private static Optional<String> part(String element, String name) {
    for (String pair : element.split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(pair.substring(equals + 1).strip().replace("\"", ""));
      }
    }
    return Optional.empty();
  }
}
