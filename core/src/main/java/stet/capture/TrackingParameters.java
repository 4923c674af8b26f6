package stet.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parameters of an address that say where a reader came from and never which story it is, from
 * {@code tracking-parameters.tsv}. They count neither when two addresses are compared nor in an
 * article's name; what is fetched and recorded keeps them.
 */
public final class TrackingParameters {
  private static final String FILE = "tracking-parameters.tsv";
  private static final Set<String> NAMES = new HashSet<>();
  private static final List<String> BEGINNINGS = new ArrayList<>();

  static {
    for (String name : names()) {
      if (name.endsWith("*")) {
        BEGINNINGS.add(name.substring(0, name.length() - 1));
      } else {
        NAMES.add(name);
      }
    }
  }

  private TrackingParameters() {}

  /**
   * Whether a parameter only tells where a reader came from.
   *
   * @param parameter as it stands in a query: a name, perhaps with {@code =} and a value
   */
  public static boolean is(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  /**
   * An address without such parameters, all else as it is written.
   *
   * @param address without a fragment
   */
  public static String without(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      return address;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : address.substring(query + 1).split("&")) {
      if (!parameter.isEmpty() && !is(parameter)) {
        kept.add(parameter);
      }
    }
    return address.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }

  private static List<String> names() {
    InputStream in = TrackingParameters.class.getResourceAsStream(FILE);
    if (in == null) {
      throw new IllegalStateException(FILE + " is missing from the program");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2)[0].strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
