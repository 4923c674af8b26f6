package stet.diff;

import java.util.Arrays;
import java.util.List;
import stet.capture.EnumId;

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
    SUBSTANCE;

    /** The labels that answer it, in the order in which they are shown. */
    public List<Kind> kinds() {
      return Arrays.stream(Kind.values()).filter(kind -> kind.family() == this).toList();
    }
  }

  /** Every rule, in the order in which labels are shown. */
  public enum Kind {
    SILENT(
        Family.DISCLOSURE,
        "The text changed; the stated update time did not move and no notice was added."),
    NO_UPDATE_TIME(
        Family.DISCLOSURE,
        "The text changed; the page states no update time that could have moved, and no notice"
            + " was added."),
    CANNOT_TELL(
        Family.DISCLOSURE,
        "The text changed; the update time is stated too coarsely to show whether it moved, and no"
            + " notice was added."),
    PUBLISHED_MOVED(
        Family.DISCLOSURE,
        "The text changed and the stated publication time moved with it; no update time moved and"
            + " no notice was added."),
    PERHAPS_CUT(
        Family.DISCLOSURE,
        "The text is shorter, or longer again: perhaps the page was cut off, perhaps the story was."
            + " It can't be told, and is not counted as silent."),
    POSTED(
        Family.DISCLOSURE,
        "Posts with their own times came, as in a live blog; what stood there before is"
            + " unchanged."),
    STAMPED(Family.DISCLOSURE, "The stated update time moved; no notice says what changed."),
    NOTICED(Family.DISCLOSURE, "A new or changed notice came with the edit."),
    RESTAMPED(Family.DISCLOSURE, "The stated dates moved and nothing else changed."),
    COSMETIC(
        Family.DISCLOSURE,
        "Only typography, layout or furniture changed: no word that a reader reads."),
    TEMPLATE_DRIFT(
        Family.DISCLOSURE,
        "Held: most articles of the outlet changed in the same words within a short time, which is"
            + " a new page template and no edit of this story."),
    WITHHELD(
        Family.DISCLOSURE,
        "A text that stood between the two is withheld here: whether the publisher said that the"
            + " story was changed can't be told, and it is not counted as silent."),
    READ_OTHERWISE(
        Family.DISCLOSURE,
        "One of the two was read from the page as it was sent, the other from what a browser showed"
            + " of it: what differs may be that alone. It is no edit, as far as can be told."),
    BACKDATED(Family.SUBSTANCE, "The stated publication date moved back."),
    POSTDATED(Family.SUBSTANCE, "The stated publication date moved forward."),
    UN_NOTICED(Family.SUBSTANCE, "A notice that was there is gone."),
    ACKNOWLEDGED(Family.SUBSTANCE, "The notice speaks of this change: it names what came or went."),
    UNEXPLAINED(
        Family.SUBSTANCE,
        "A notice came, and it has no content word and no number in common with what changed or"
            + " stands beside it."),
    CORRECTION(Family.SUBSTANCE, "The publisher corrects, clarifies or retracts."),
    REVERT(Family.SUBSTANCE, "The text returned to that of an earlier version."),
    OSCILLATION(Family.SUBSTANCE, "The text goes back and forth between two versions."),
    HEADLINE(Family.SUBSTANCE, "The headline changed."),
    DEK(Family.SUBSTANCE, "The standfirst under the headline changed."),
    LEDE(Family.SUBSTANCE, "The first paragraph changed."),
    NUMBER(Family.SUBSTANCE, "A number changed."),
    DATE_TIME(Family.SUBSTANCE, "A date or a time in the text changed."),
    NAME(Family.SUBSTANCE, "A name changed, came or went."),
    QUOTATION(Family.SUBSTANCE, "Words inside quotation marks changed."),
    ATTRIBUTION(Family.SUBSTANCE, "Who says it, or that somebody says it, changed."),
    HEDGE(Family.SUBSTANCE, "A word of doubt came or went."),
    NEGATION(Family.SUBSTANCE, "A word that turns a statement round came or went."),
    DEATH_OR_GUILT(
        Family.SUBSTANCE, "A word of death, guilt, crime, denial or dismissal came or went."),
    WORDING(Family.SUBSTANCE, "Other words were changed within a sentence."),
    PARAGRAPH_ADDED(Family.SUBSTANCE, "A paragraph was added."),
    PARAGRAPH_REMOVED(Family.SUBSTANCE, "A paragraph was removed."),
    PARAGRAPH_MOVED(Family.SUBSTANCE, "A paragraph moved."),
    REWRITE(Family.SUBSTANCE, "Most of the text was replaced."),
    DEVELOPING(Family.SUBSTANCE, "The story grew: much was added and little taken away."),
    LIVE_POST(Family.SUBSTANCE, "A post with its own time was added, as in a live blog."),
    POST_EDITED(
        Family.SUBSTANCE, "A post of a live blog that was there before was edited afterwards."),
    BYLINE(Family.SUBSTANCE, "The author line changed."),
    CAPTION(Family.SUBSTANCE, "A caption changed."),
    PICTURE(Family.SUBSTANCE, "A picture was added, removed or replaced."),
    LINK(Family.SUBSTANCE, "A web address in the text changed."),
    TYPOGRAPHY(Family.SUBSTANCE, "Punctuation, capitals or the style of marks changed."),
    CLOCK(
        Family.SUBSTANCE,
        "A time or a count that the page keeps by itself moved on, such as \"2 hours ago\"."),
    PARTLY_JUDGED(
        Family.SUBSTANCE,
        "stet has no word lists for this language: whether names, words of doubt, negations or who"
            + " said it changed was not judged; numbers, dates in figures and quotations were.");

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
      return EnumId.of(this);
    }
  }
}
