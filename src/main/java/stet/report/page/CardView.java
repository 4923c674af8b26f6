package stet.report.page;

import java.util.List;

/**
 * A picture of a revision for sharing: 1200 by 630 units, words and nothing else.
 *
 * @param outlet where the article was published
 * @param label the label that says whether it was said
 * @param edit the same as a phrase: {@code Silent edit}
 * @param headline lines of the headline
 * @param words lines of the changed words in context
 * @param when the window in words
 * @param alt all of it in one sentence, for people who hear it
 * @param lang BCP 47 tag of the article, empty when unknown
 * @param x where lines begin: left, or right for text that runs from the right
 * @param dir {@code ltr} or {@code rtl}
 */
public record CardView(
    String outlet,
    Chip label,
    String edit,
    List<Line> headline,
    List<Line> words,
    String when,
    String alt,
    String lang,
    int x,
    String dir) {
  public CardView {
    outlet = Shown.text(outlet);
    alt = Shown.text(alt);
  }

  /** The colour of its edge, by label, as {@code #rrggbb}. */
  public String colour() {
    return switch (label.id()) {
      case "silent" -> "#9c1f12";
      case "noticed" -> "#1b6b3a";
      case "stamped", "published-moved" -> "#7a5200";
      default -> "#625e56";
    };
  }

  /** A line of text at a height. */
  public record Line(int y, List<Run> runs) {}
}
