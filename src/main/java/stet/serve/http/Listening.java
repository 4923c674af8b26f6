package stet.serve.http;

import java.util.Set;

/**
 * Where a server listens, and under which names.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 * @param base the path under which everything lies, beginning with a slash and ending without one;
 *     empty for the root
 * @param names host names, lower case, that requests may ask for besides addresses and {@code
 *     localhost}
 * @param proxies addresses of proxies that are believed in what they say of a request
 */
public record Listening(
    String host, int port, String base, Set<String> names, Set<String> proxies) {
  public Listening {
    names = Set.copyOf(names);
    proxies = Set.copyOf(proxies);
  }
}
