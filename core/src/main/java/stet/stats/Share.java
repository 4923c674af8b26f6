package stet.stats;

import java.util.OptionalInt;

/**
 * A number with what it is a part of.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(long part, long whole) {
  /** Of fewer a share in percent says more than is known. */
  static final int ENOUGH = 20;

  /** In whole percent; empty where there are too few to speak of one. */
  public OptionalInt percent() {
    return whole < ENOUGH
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(100.0 * part / whole));
  }
}
