package stet.serve.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through requests for names that are this server's own. A page of another site can have its
 * own name lead to this machine (DNS rebinding); then its browser asks under that name. Addresses
 * are no names, and nobody can have them lead anywhere.
 */
final class HostGuard {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

  private final Set<String> names;

  HostGuard(Set<String> names) {
    this.names = names;
  }

  /**
   * @throws HttpProblem 421 when the host is not one of ours
   */
  void check(String host) {
    check(host, "localhost");
  }

  /**
   * The same with a name more.
   *
   * @param also lower case
   * @throws HttpProblem 421 when the host is not one of ours
   */
  void check(String host, String also) {
    String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    boolean ours =
        name.equals("localhost")
            || name.equals(also)
            || names.contains(name)
            || ADDRESS.matcher(host).matches();
    if (!ours) {
      throw new HttpProblem(
          421, "This server does not answer under that name; 'stet serve --name' can allow it.");
    }
  }
}
