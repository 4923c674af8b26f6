package stet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that differ only by scheme, {@code www} or a closing slash. */
public final class TwinAddresses {
  /**
   * Which of twins an article is named after where no capture says it: the secure and short one.
   */
  static final Comparator<String> ORDER =
      Comparator.comparing((String a) -> !a.startsWith("https:"))
          .thenComparing(String::length)
          .thenComparing(Comparator.naturalOrder());

  private TwinAddresses() {}

  /** All twins of a normalised web address but itself; empty for any other name. */
  public static List<String> of(String address) {
    return AddressParts.parse(address)
        .filter(a -> a.port() < 0 && a.fragment().isEmpty() && a.path().length() > 1)
        .map(TwinAddresses::all)
        .orElse(List.of())
        .stream()
        .filter(a -> !a.equals(address))
        .toList();
  }

  /**
   * One name for all twins: that which {@link #ORDER} puts first, whether anybody ever used it. Two
   * addresses that may be joined without a link between them have the same.
   */
  public static String key(String address) {
    return Stream.concat(Stream.of(address), of(address).stream()).min(ORDER).orElseThrow();
  }

  private static List<String> all(AddressParts a) {
    String host = a.host().startsWith("www.") ? a.host().substring(4) : a.host();
    String path = a.path().endsWith("/") ? a.path().substring(0, a.path().length() - 1) : a.path();
    List<String> all = new ArrayList<>();
    for (String scheme : List.of("https", "http")) {
      for (String www : List.of("", "www.")) {
        for (String end : List.of("", "/")) {
          all.add(
              new AddressParts(scheme, www + host, -1, path + end, a.query(), "")
                  .withoutFragment());
        }
      }
    }
    return all;
  }
}
