package stet.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stet.extract.page.Passage;
import stet.extract.words.Tables;
import stet.text.FoldedText;

/**
 * Knows the short lines of a page that are none of a story's text, by the table {@code lines.tsv}.
 */
public final class Lines {
  private static final int LONGEST_LINE = 160;
  private static final int LONGEST_START = 350;
  private static final int LONGEST_END = 70;

  private static final List<Pattern> WHOLE = patterns("line");
  private static final List<Pattern> STARTS = patterns("start");
  private static final List<Pattern> ENDS = patterns("end");
  private static final List<Pattern> CLOSES = patterns("close");
  private static final List<Within> WITHIN =
      Tables.rows("lines.tsv").stream()
          .filter(row -> row[0].equals("within"))
          .map(row -> new Within(Pattern.compile(row[1]), List.of(row[2].split("\\|"))))
          .toList();
  private static final int LONGEST_OWN = 700;
  private static final Pattern RELATIVE =
      Pattern.compile(
          patterns("relative-opener").get(0)
              + patterns("relative").stream()
                  .map(Pattern::pattern)
                  .collect(Collectors.joining("|", "(?:", ")")));
  private static final int LONGEST_RELATIVE = 50;

  /** What is said in the story is somebody's word, not the publisher's. */
  private static final Pattern QUOTED = Pattern.compile("[\"'“„«»‘「『]");

  private static final Pattern TAIL = Pattern.compile("[:…\\s]+$");

  /**
   * Words anywhere in a paragraph.
   *
   * @param needs one of them stands in every text that fits; looking for them costs a tenth of
   *     trying the pattern at each letter
   */
  public record Within(Pattern pattern, List<String> needs) {
    public boolean fits(String folded) {
      return needs.stream().anyMatch(folded::contains) && pattern.matcher(folded).find();
    }
  }

  private Lines() {}

  public static List<Within> within() {
    return WITHIN;
  }

  private static List<Pattern> patterns(String kind) {
    List<Pattern> patterns = new ArrayList<>();
    for (String[] row : Tables.rows("lines.tsv")) {
      if (row[0].equals(kind)) {
        patterns.add(Pattern.compile(row[1]));
      }
    }
    return List.copyOf(patterns);
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
        && !QUOTED.matcher(text).lookingAt()
        && WITHIN.stream().anyMatch(within -> within.fits(passage.folded()));
  }

  private static boolean folded(String folded, int length) {
    return length <= LONGEST_LINE
            && WHOLE.stream().anyMatch(pattern -> pattern.matcher(folded).matches())
        || STARTS.stream().anyMatch(pattern -> pattern.matcher(folded).lookingAt());
  }

  /** Whether the folded text tells a time from the moment of the visit: "2 hours ago". */
  public static boolean relative(String folded) {
    return folded.length() <= LONGEST_RELATIVE && RELATIVE.matcher(folded).matches();
  }

  /** Whether the line announces other stories, comments or notes about the author. */
  public static boolean endsStory(Passage passage) {
    if (passage.text().length() > LONGEST_END) {
      return false;
    }
    String folded = TAIL.matcher(passage.folded()).replaceFirst("");
    return ENDS.stream().anyMatch(pattern -> pattern.matcher(folded).matches());
  }

  /**
   * Whether nothing of the story can follow the line that ends it: comments, the author's note, the
   * sources.
   */
  public static boolean closesStory(Passage passage) {
    String folded = TAIL.matcher(passage.folded()).replaceFirst("");
    return CLOSES.stream().anyMatch(pattern -> pattern.matcher(folded).matches());
  }
}
