package stet.diff.rank;

/**
 * A part of how much a revision tells.
 *
 * @param id of the signal, such as {@code number}
 * @param reason in words for a reader
 * @param points less than 0 where it tells less for it; never 0
 * @param own whether it is of the change that tells most, rather than of the revision that it came
 *     with
 */
public record Part(String id, String reason, int points, boolean own) {
  static Part own(Signal signal, String reason, int points) {
    return new Part(signal.id(), reason, points, true);
  }

  static Part beside(Signal signal, String reason, int points) {
    return new Part(signal.id(), reason, points, false);
  }

  /** Reason and points, such as {@code a number changed +22}. */
  public String words() {
    return reason + (points > 0 ? " +" : " \u2212") + Math.abs(points);
  }
}
