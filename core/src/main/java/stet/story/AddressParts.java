package stet.story;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.capture.TrackingParameters;

/**
 * An http(s) address in its parts (RFC 3986), as far as identity needs them.
 *
 * @param scheme lower case
 * @param host lower case
 * @param port -1 where it is the scheme's own
 * @param path as written; {@code /} where there is none
 * @param query as written, without parameters that only tell where a reader came from; empty when
 *     none
 * @param fragment as written; empty when none
 */
record AddressParts(
    String scheme, String host, int port, String path, String query, String fragment) {

  /** A reader's session, which some servers write into the path. */
  private static final Pattern SESSION = Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/;]*");

  /** The address in its parts; empty where it is no web address. */
  static Optional<AddressParts> parse(String address) {
    if (!isWeb(address)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address);
      return uri.getHost() == null ? Optional.empty() : Optional.of(of(uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }

  private static AddressParts of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int own = scheme.equals("https") ? 443 : 80;
    String path = uri.getRawPath();
    return new AddressParts(
        scheme,
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() == own ? -1 : uri.getPort(),
        path == null || path.isEmpty() ? "/" : SESSION.matcher(path).replaceAll(""),
        String.join("&", parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery())),
        uri.getRawFragment() == null ? "" : uri.getRawFragment());
  }

  /** The parameters of a query, without those that only tell where a reader came from. */
  static List<String> parameters(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty() && !TrackingParameters.is(parameter)) {
        kept.add(parameter);
      }
    }
    return kept;
  }

  /** The address without its fragment. */
  String withoutFragment() {
    return scheme
        + "://"
        + host
        + (port < 0 ? "" : ":" + port)
        + path
        + (query.isEmpty() ? "" : "?" + query);
  }
}
