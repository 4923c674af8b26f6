package stet.extract.body;

import java.util.List;
import stet.extract.page.Passage;
import stet.extract.words.Patterns;
import stet.extract.words.Tables;
import stet.text.FoldedText;

/**
 * Knows the short lines of a page that are none of a story's text, by the table {@code lines.tsv}.
 */
public final class Lines {
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_START = 350;
  private static final int LONGEST_END = 70;

  private static final Patterns WHOLE = new Patterns(rows("line"));
  private static final Patterns STARTS = new Patterns(rows("start"));
  private static final Patterns ENDS = new Patterns(rows("end"));
  private static final Patterns CLOSES = new Patterns(rows("close"));
  private static final Patterns WITHIN = new Patterns(rows("within"));
  private static final int LONGEST_OWN = 700;
  private static final Patterns RELATIVE =
      new Patterns(
          rows("relative").stream().map(row -> rows("relative-opener").get(0) + row).toList());
  private static final int LONGEST_RELATIVE = 50;

  /** What is said in the story is somebody's word, not the publisher's. */
  private static final String QUOTES = "\"'“„«»‘「『";

  private Lines() {}

  private static List<String> rows(String kind) {
    return Tables.rows("lines.tsv").stream()
        .filter(row -> row[0].equals(kind))
        .map(row -> row[1])
        .toList();
  }

  /** Whether the line is a button, a label, an invitation to subscribe or the like. */
  public static boolean furniture(String text) {
    return text.length() <= LONGEST_START && folded(FoldedText.of(text), text.length());
  }

  /** The same for a passage. */
  public static boolean furniture(Passage passage) {
    int length = passage.text().length();
    // Invitations of some length hold the link that they invite to.
    boolean invites = length <= LONGEST_LINE || passage.linkShare() > 0;
    return invites && length <= LONGEST_START && folded(passage.folded(), length) || own(passage);
  }

  /** Whether a paragraph is the publisher's own word to the reader: on its links, its terms. */
  private static boolean own(Passage passage) {
    String text = passage.text();
    return text.length() <= LONGEST_OWN
        && QUOTES.indexOf(text.charAt(0)) < 0
        && WITHIN.find(passage.folded());
  }

  private static boolean folded(String folded, int length) {
    return length <= LONGEST_LINE && WHOLE.match(folded) || STARTS.open(folded);
  }

  /** Whether the folded text tells a time from the moment of the visit: "2 hours ago". */
  public static boolean relative(String folded) {
    return folded.length() <= LONGEST_RELATIVE && RELATIVE.match(folded);
  }

  /** Whether the line announces other stories, comments or notes about the author. */
  public static boolean endsStory(Passage passage) {
    if (passage.text().length() > LONGEST_END) {
      return false;
    }
    return ENDS.match(withoutTail(passage.folded()));
  }

  /**
   * Whether nothing of the story can follow the line that ends it: comments, the author's note, the
   * sources.
   */
  public static boolean closesStory(Passage passage) {
    return CLOSES.match(withoutTail(passage.folded()));
  }

  private static String withoutTail(String folded) {
    int end = folded.length();
    while (end > 0 && ":… ".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return folded.substring(0, end);
  }
}
