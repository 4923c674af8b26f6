package stet.story;

import java.util.Comparator;

/**
 * Two addresses of which one leads to the other.
 *
 * @param from normalised
 * @param to normalised
 */
public record AddressPair(String from, String to) {
  static final Comparator<AddressPair> ORDER =
      Comparator.comparing(AddressPair::from).thenComparing(AddressPair::to);
}
