package stet.diff;

/**
 * What kind of edit a revision is, by a stated rule.
 *
 * @param kind the rule that holds
 * @param detail what it saw, in words for a reader; may be empty
 */
public record Label(Kind kind, String detail) {
  /** Which question a label answers. */
  public enum Family {
    /** Did the publisher say so? Exactly one of these holds for a revision. */
    DISCLOSURE,
    /** What was changed? Any number of these. */
    SUBSTANCE
  }

  /** Every rule, in the order in which labels are shown. */
  public enum Kind {
    SILENT(
        Family.DISCLOSURE,
        "The text changed; the stated update time did not move and no notice was added."),
    STAMPED(Family.DISCLOSURE, "The stated update time moved; no notice says what changed."),
    NOTICED(Family.DISCLOSURE, "A new or changed notice came with the edit."),
    RESTAMPED(Family.DISCLOSURE, "The stated dates moved and nothing else changed."),
    COSMETIC(
        Family.DISCLOSURE,
        "Only typography, layout or furniture changed: no word that a reader reads."),
    REVERT(Family.SUBSTANCE, "The text returned to that of an earlier version.");

    private final Family family;
    private final String sentence;

    Kind(Family family, String sentence) {
      this.family = family;
      this.sentence = sentence;
    }

    /** The question that this label answers. */
    public Family family() {
      return family;
    }

    /** The rule in a sentence that a reader understands. */
    public String sentence() {
      return sentence;
    }

    /** The id used in data, addresses and style sheets: lower case, words joined by hyphens. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
