package stet.serve.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request looked like to the proxy in front, as its {@code Forwarded} (RFC 7239) or {@code
 * X-Forwarded-} headers tell. They are believed of configured proxies alone: anybody can send them.
 *
 * @param peer who asked, as {@link Peer} tells them apart
 * @param host the name that was asked for; may be empty
 * @param secure whether it was asked for over TLS
 */
record Proxied(String peer, String host, boolean secure) {
  Proxied {
    peer = Peer.of(peer);
  }

  /**
   * @throws HttpProblem 400 when a proxy hands on what contradicts itself: one of the two forms was
   *     not written by it
   */
  static Proxied of(Asked.Facts facts, Set<String> proxies) {
    Proxied plain = new Proxied(facts.peer(), facts.header("Host").orElse(""), false);
    if (!proxies.contains(facts.peer())) {
      return plain;
    }
    Optional<Proxied> standard = facts.lastHeader("Forwarded").map(f -> plain.forwarded(last(f)));
    Optional<Proxied> usual = plain.xForwarded(facts);
    if (standard.isPresent() && usual.isPresent() && !standard.equals(usual)) {
      throw new HttpProblem(
          400, "Forwarded and X-Forwarded-… contradict each other; the proxy has to drop one.");
    }
    return standard.or(() -> usual).orElse(plain);
  }

  private Proxied forwarded(String last) {
    return new Proxied(
        part(last, "for").orElse(peer),
        part(last, "host").orElse(host),
        part(last, "proto").orElse("").equalsIgnoreCase("https"));
  }

  private Optional<Proxied> xForwarded(Asked.Facts facts) {
    Optional<String> by = facts.lastHeader("X-Forwarded-For").map(Proxied::last);
    Optional<String> name = facts.lastHeader("X-Forwarded-Host").map(Proxied::last);
    Optional<String> scheme = facts.lastHeader("X-Forwarded-Proto").map(Proxied::last);
    return by.isEmpty() && name.isEmpty() && scheme.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proxied(
                by.orElse(peer), name.orElse(host), scheme.orElse("").equalsIgnoreCase("https")));
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
