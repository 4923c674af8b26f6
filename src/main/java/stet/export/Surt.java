package stet.export;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The key by which web archives sort addresses: the host turned round, in lower case, without
 * {@code www.} and default port; then the rest. {@code https://www.a.example/B?c} is {@code
 * example,a)/B?c}. Other tools also lower the rest; readers take the address itself from the line.
 */
final class Surt {
  private Surt() {}

  static String of(String uri) {
    int start = uri.indexOf("://");
    if (start < 0) {
      return uri;
    }
    String rest = uri.substring(start + 3).split("#", 2)[0];
    int path = end(rest);
    String host = rest.substring(0, path).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1).replaceFirst("^www\\d*\\.", "");
    String port = host.replaceFirst("^[^:]*", "");
    host = host.substring(0, host.length() - port.length());
    boolean standard = port.equals(uri.startsWith("https") ? ":443" : ":80");
    List<String> labels = Arrays.asList(host.split("\\."));
    Collections.reverse(labels);
    String tail = rest.substring(path);
    return String.join(",", labels)
        + (standard ? "" : port)
        + ')'
        + (tail.startsWith("/") ? tail : '/' + tail);
  }

  private static int end(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if ("/?#".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }
}
