package stet.app.elsewhere;

/** A capture that others keep cannot be looked at. */
public final class NotToBeHad extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean later;

  /**
   * @param why a sentence for a person
   * @param later whether it may be tried again
   */
  NotToBeHad(String why, boolean later) {
    super(why);
    this.later = later;
  }

  /** Whether it may be tried again. */
  public boolean isLater() {
    return later;
  }
}
