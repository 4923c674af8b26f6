package stet.serve.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as a query or a form has them ({@code application/x-www-form-urlencoded}). */
final class Parameters {
  private static final int MOST = 1_000;

  private Parameters() {}

  /**
   * @throws HttpProblem 400 when an escape makes no sense, or there are too many
   */
  static Map<String, List<String>> of(String encoded) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String[] pairs = encoded.split("&", MOST + 1);
    if (pairs.length > MOST) {
      throw new HttpProblem(400, "There are more than " + MOST + " parameters.");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "The address has an escape that makes no sense.");
    }
  }
}
