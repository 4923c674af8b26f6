package stet.diff.rank;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an article was when it was edited, at the least: no more is known than the checks between
 * which that happened.
 *
 * @param least zero where it is not known
 * @param stated whether it is told from the publication that the page states, rather than from the
 *     first check
 */
public record Age(Duration least, boolean stated) {
  /** Nothing is known of it. */
  public static final Age UNKNOWN = new Age(Duration.ZERO, false);

  /**
   * By the stated publication.
   *
   * @param published the first moment that the statement does not allow any more, UTC
   * @param notBefore when the old text was last seen, UTC
   */
  public static Age stated(Instant published, Instant notBefore) {
    return new Age(between(published, notBefore), true);
  }

  /**
   * By the first check.
   *
   * @param first when the article was first seen, UTC
   * @param notBefore when the old text was last seen, UTC
   */
  public static Age seen(Instant first, Instant notBefore) {
    return new Age(between(first, notBefore), false);
  }

  private static Duration between(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  /** In words, such as {@code at least 3 days after the stated publication}. */
  String words() {
    long hours = least.toHours();
    boolean days = hours >= 48;
    long count = days ? least.toDays() : hours;
    return "at least "
        + count
        + (days ? " days" : count == 1 ? " hour" : " hours")
        + (stated ? " after the stated publication" : " after it was first seen");
  }
}
