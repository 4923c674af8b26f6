package stet.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where a PostgreSQL database is and who asks it: {@code postgresql://user@host:port/database}. No
 * text of this object has the password in it.
 */
public final class PostgresAddress {
  /** What may follow a question mark: how the connection is encrypted, and nothing else. */
  private static final Set<String> PARAMETERS =
      Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

  private static final int USUAL_PORT = 5432;

  private final URI uri;
  private final Map<String, String> parameters;
  private final Supplier<Optional<String>> password;

  private PostgresAddress(
      URI uri, Map<String, String> parameters, Supplier<Optional<String>> password) {
    this.uri = uri;
    this.parameters = parameters;
    this.password = password;
  }

  /**
   * Reads an address that is known to be right.
   *
   * @param password asked at each connection; empty where none is needed
   * @throws IllegalArgumentException see {@link #problem}; it does not say the address
   */
  public static PostgresAddress of(String written, Supplier<Optional<String>> password) {
    String problem = problem(written);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
    URI uri = URI.create(written);
    return new PostgresAddress(uri, parameters(uri), password);
  }

  /** What is wrong with an address, in a few words that have none of its own; empty for nothing. */
  public static String problem(String written) {
    String form = "must be written as postgresql://user@host/database";
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      return form;
    }
    String user = uri.getRawUserInfo();
    if (user != null && user.contains(":")) {
      return "must have no password in it; name the file that holds it with"
          + " 'watch.store-password-file'";
    } else if (!"postgresql".equals(uri.getScheme())
        || uri.getHost() == null
        || user == null
        || user.isEmpty()
        || uri.getRawFragment() != null
        || !String.valueOf(uri.getRawPath()).matches("/[A-Za-z0-9_.-]+")) {
      return form;
    }
    return PARAMETERS.containsAll(parameters(uri).keySet())
        ? ""
        : "may only have sslmode, sslrootcert, sslcert and sslkey after the question mark";
  }

  private static Map<String, String> parameters(URI uri) {
    Map<String, String> found = new TreeMap<>();
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        found.put(
            equals < 0 ? part : part.substring(0, equals),
            equals < 0 ? "" : part.substring(equals + 1));
      }
    }
    return found;
  }

  /** The address for JDBC, without user and password. */
  String url() {
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    return "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath();
  }

  String user() {
    return uri.getUserInfo();
  }

  Map<String, String> parameters() {
    return parameters;
  }

  Optional<String> password() {
    return password.get();
  }

  /** The address as people read it: without parameters. */
  @Override
  public String toString() {
    return "postgresql://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
