package stet.diff.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stet.capture.EnumId;
import stet.diff.Edit;
import stet.diff.Label;

/** What makes an edit tell more or less than another, each with its standard weight. */
public enum Signal {
  /** Where: the most prominent place. */
  HEADLINE(34, "in the headline"),
  DEK(14, "in the standfirst"),
  LEDE(16, "in the first paragraph"),
  TEXT(2, "in the text"),
  CAPTION(4, "in a caption"),
  BYLINE(4, "in the byline"),
  DATELINE(2, "in the dateline"),

  /** What, of words within a sentence. */
  NUMBER(22, "a number changed"),
  NEGATION(22, "a word that turns a statement round came or went"),
  DEATH_OR_GUILT(18, "a word of death, guilt, crime, denial or dismissal came or went"),
  QUOTATION(16, "words inside quotation marks changed"),
  NAME(14, "a name changed, came or went"),
  HEDGE(16, "a word of doubt came or went"),
  ATTRIBUTION(14, "who says it changed"),
  DATE_TIME(12, "a date or a time changed"),
  WORDING(5, "other words"),
  LINK(3, "a web address changed"),
  MOVED(1, "words changed their place"),
  SLIP(1, "a slip of the pen was put right"),

  /** What, of whole sentences. */
  REMOVED(14, "whole sentences went"),
  ADDED(26, "whole sentences came"),

  /** What else the revision did. */
  OTHERS(20, "other changes came with it"),
  AMOUNT(8, "many words changed"),
  PARAGRAPH_REMOVED(3, "a paragraph went"),
  PARAGRAPH_ADDED(3, "a paragraph came"),
  PARAGRAPH_MOVED(2, "a paragraph moved"),
  PICTURE(2, "a picture came, went or was replaced"),

  /** Whether it was said. */
  SILENT(12, "no notice seen, and the stated update time did not move"),
  NO_UPDATE_TIME(0, "no notice seen; the page states no update time"),
  CANNOT_TELL(0, "no notice seen; the update time is too coarse to tell"),
  NOTICED(16, "a notice came with it"),
  CORRECTION(16, "the publisher corrects, clarifies or retracts"),
  UN_NOTICED(25, "a notice that was there is gone"),
  PUBLISHED_MOVED(4, "no notice seen, and the stated publication time moved"),
  BACKDATED(30, "the stated publication date moved back"),
  POSTDATED(8, "the stated publication date moved forward"),
  LATE(8, "late"),

  /** What takes points away, in parts of a hundred. */
  REVERT(30, "the text of an earlier version came back"),
  OSCILLATION(60, "the text goes back and forth"),
  PERHAPS_CUT(50, "perhaps the page was cut off"),
  TRANSLATED(80, "the text is in another language or in other characters"),
  REWRITE(80, "hardly a word is left; perhaps it is another text");

  private final int points;
  private final String words;

  Signal(int points, String words) {
    this.points = points;
    this.words = words;
  }

  /** Its name in settings and data. */
  public String id() {
    return EnumId.of(this);
  }

  /** Its standard weight. */
  int points() {
    return points;
  }

  /** What it says of an edit, in words for a reader. */
  public String words() {
    return words;
  }

  /** The names of all. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Signal::id).toList();
  }

  static Optional<Signal> of(String id) {
    return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
  }

  static Signal of(Edit.Place place) {
    return place == Edit.Place.BODY ? TEXT : valueOf(place.name());
  }

  /** The signal of a kind of change within a sentence; empty for labels of other things. */
  static Optional<Signal> of(Label.Kind kind) {
    return switch (kind) {
      case NUMBER,
          NEGATION,
          DEATH_OR_GUILT,
          QUOTATION,
          NAME,
          HEDGE,
          ATTRIBUTION,
          DATE_TIME,
          WORDING,
          LINK ->
          of(kind.id());
      default -> Optional.empty();
    };
  }
}
