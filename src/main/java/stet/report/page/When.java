package stet.report.page;

/**
 * A window of time in words: {@code lead from middle to tail (note)}.
 *
 * @param from the earlier bound, empty text where the window has only one
 * @param to the later bound
 * @param tail the day, and the zone of the times
 * @param note how far apart the checks were, and the window by another clock
 */
public record When(String lead, Moment from, String middle, Moment to, String tail, String note) {
  /**
   * A time in words and for machines.
   *
   * @param text for a reader
   * @param iso ISO 8601, UTC
   */
  public record Moment(String text, String iso) {
    /** No time. */
    public static final Moment NONE = new Moment("", "");
  }

  /** The window as one line of plain text. */
  public String plain() {
    return lead + from.text() + middle + to.text() + tail;
  }
}
