package stet.report.page;

/**
 * A run of text within a passage.
 *
 * @param kind how it is marked
 * @param text made fit to be shown
 * @param id the id of its element, empty for none; of {@code BROUGHT} and {@code GONE} the
 *     version's number
 * @param href where the other end of a move is, empty for none
 */
public record Run(Kind kind, String text, String id, String href) {
  /** How a run is marked. */
  public enum Kind {
    PLAIN,
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    /** Brought by a later version than the first; its {@code id} is that version's number. */
    BROUGHT,
    /** Gone since the version that its {@code id} names. */
    GONE,
    /** What was searched for. */
    FOUND,
    /** Words quoted within a sentence of the program. */
    QUOTED,
    /** The program's own words, where text was left out. */
    NOTE
  }

  public Run {
    text = Shown.text(text);
  }

  /** Whether these words are not there any more, or not in this place. */
  public boolean isGone() {
    return kind == Kind.DELETED || kind == Kind.MOVED_FROM || kind == Kind.GONE;
  }

  /** The text where there are no tables to show cells in. */
  public String plain() {
    return text.replace("\t", " | ");
  }

  /** A run that is not marked. */
  public static Run plain(String text) {
    return new Run(Kind.PLAIN, text, "", "");
  }

  /** A run with a mark and without an address. */
  public static Run of(Kind kind, String text) {
    return new Run(kind, text, "", "");
  }
}
