package stet.capture;

import java.io.IOException;
import java.time.Instant;

/**
 * What took the bytes of a capture out of the archive: they are gone, and their digest, their
 * length and this are kept in their place.
 *
 * @param mark number of the takedown that asked for it, as the collection numbers them
 * @param reason why, as a lower-case id such as {@code court-order}
 * @param since from when on the text is withheld, UTC, to the second
 * @param outcome what the capture had shown, as a lower-case id; empty where it was a page that was
 *     read
 * @param canonical the address that the page had given for itself; may be empty
 */
public record Erasure(int mark, String reason, Instant since, String outcome, String canonical) {
  /** The bytes were asked for, and they were erased. */
  public static final class Met extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Erasure erasure;

    /** Bytes that were erased so were asked for. */
    public Met(Erasure erasure) {
      super("the bytes were erased: " + erasure.words());
      this.erasure = erasure;
    }

    /** What took them out. */
    public Erasure erasure() {
      return erasure;
    }
  }

  /** Why and since when, in words for a reader. */
  public String words() {
    return words(reason, since);
  }

  /**
   * Why and since when, in words for a reader: {@code court order, since 2026-04-02}.
   *
   * @param reason as a lower-case id
   * @param since UTC; its day is shown
   */
  public static String words(String reason, Instant since) {
    return reason.replace('-', ' ') + ", since " + since.toString().substring(0, 10);
  }
}
