package stet.fetch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import stet.capture.HttpHead;
import stet.capture.WebAddress;

/**
 * Cookies within one chain of redirects, each given back only to the very origin that set it, and
 * forgotten with the chain. Without them a consent redirect runs in circles.
 */
final class ChainCookies {
  private static final int MOST = 50;
  private static final int LONGEST = 4096;

  private final Map<String, Map<String, String>> origins = new LinkedHashMap<>();

  void take(WebAddress from, HttpHead answer) {
    for (String field : answer.all("Set-Cookie")) {
      String[] parts = field.split(";", -1);
      String pair = parts[0].strip();
      int equals = pair.indexOf('=');
      boolean sane = pair.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != ',');
      if (equals > 0 && sane && pair.length() <= LONGEST) {
        put(from.origin(), pair.substring(0, equals), pair, isExpired(parts));
      }
    }
  }

  private static boolean isExpired(String[] parts) {
    for (String part : parts) {
      String attribute = part.strip().toLowerCase(Locale.ROOT);
      if (attribute.matches("max-age=(0|-.*)") || attribute.matches("expires=.*[ -]1970[ ].*")) {
        return true;
      }
    }
    return false;
  }

  private void put(String origin, String name, String pair, boolean expired) {
    Map<String, String> jar = origins.computeIfAbsent(origin, o -> new LinkedHashMap<>());
    if (expired) {
      jar.remove(name);
    } else if (jar.size() < MOST || jar.containsKey(name)) {
      jar.put(name, pair);
    }
  }

  /** The Cookie field for a request; empty when there is nothing to send. */
  String field(WebAddress to) {
    return origins.getOrDefault(to.origin(), Map.of()).values().stream()
        .collect(Collectors.joining("; "));
  }
}
