package stet.diff;

/**
 * A run of text within a hunk. In order, the {@code before} texts of a hunk's deltas spell its old
 * text and the {@code after} texts its new one, white space included; blocks of one side are joined
 * by a line feed.
 *
 * @param kind what happened to the run
 * @param before the old text; empty where the run is only in the new one
 * @param after the new text; empty where the run is only in the old one
 * @param move number of the move this run belongs to, the same at both ends; 0 for none
 */
public record Delta(Kind kind, String before, String after, int move) {
  /** What happened to a run of text. */
  public enum Kind {
    /** In both, the same to the letter. */
    KEPT,
    /**
     * In both, with other quotation marks, dashes, spaces or line breaks: not a change of words.
     */
    RESPELLED,
    /** Only in the old text. */
    DELETED,
    /** Only in the new text. */
    INSERTED,
    /** In the old text; the new one has it elsewhere. */
    MOVED_FROM,
    /** In the new text; the old one had it elsewhere. */
    MOVED_TO
  }

  /** A run that both texts have, letter for letter. */
  public static Delta kept(String text) {
    return new Delta(Kind.KEPT, text, text, 0);
  }

  /** A run that both texts have in another spelling. */
  public static Delta respelled(String before, String after) {
    return new Delta(Kind.RESPELLED, before, after, 0);
  }

  /** A run that is gone. */
  public static Delta deleted(String text) {
    return new Delta(Kind.DELETED, text, "", 0);
  }

  /** A run that is new. */
  public static Delta inserted(String text) {
    return new Delta(Kind.INSERTED, "", text, 0);
  }

  /** A run that has left for another place. */
  public static Delta movedFrom(String text, int move) {
    return new Delta(Kind.MOVED_FROM, text, "", move);
  }

  /** A run that has come from another place. */
  public static Delta movedTo(String text, int move) {
    return new Delta(Kind.MOVED_TO, "", text, move);
  }

  /** Whether a reader would call this a change of words. */
  public boolean isChange() {
    return kind != Kind.KEPT && kind != Kind.RESPELLED;
  }
}
