package stet.extract.field;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.extract.words.Texts;

/** The place at the head of a story: {@code Moscow:}, {@code PARIS (AFP) -}. */
public final class Datelines {
  private static final Pattern PLACE =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}.'’-]+(?:[ ,/]+\\p{Lu}[\\p{L}.'’-]*){0,3})"
              + "(?:,? \\d{1,2}\\.? ?\\p{L}{3,9}\\.?| [A-Z]\\p{L}+ \\d{1,2})?"
              + "(\\s*[(\\[][^)\\]]{2,30}[)\\]])?\\s*(:|--|[–—-])\\s+(?=[\\p{Lu}\"'“‘„«\\p{Nd}])");
  private static final Set<String> NOT_PLACES =
      Set.of(
          "update",
          "updated",
          "correction",
          "breaking",
          "note",
          "question",
          "answer",
          "q",
          "a",
          "watch",
          "photo",
          "photos",
          "video",
          "opinion",
          "analysis",
          "exclusive",
          "editor's note",
          "editor’s note",
          "editor",
          "read",
          "read more",
          "live",
          "report",
          "explained",
          "fact check",
          "by",
          "written by",
          "summary",
          "warning",
          "disclaimer",
          "hinweis",
          "kommentar",
          "foto",
          "interview",
          "review",
          "tl;dr",
          "but",
          "and",
          "the",
          "yes",
          "no",
          "news",
          "source");
  private static final int MAX_WORDS_WITH_COLON = 3;

  private Datelines() {}

  /** The place, empty when the paragraph opens without one. */
  public static String of(String firstParagraph) {
    Matcher place = PLACE.matcher(Texts.head(firstParagraph, 120));
    if (!place.find()) {
      return "";
    }
    String name = place.group(1).strip();
    boolean colon = place.group(3).equals(":");
    boolean spaced = place.group(3).equals(":") || firstParagraph.charAt(place.end(1)) == ' ';
    boolean agency = place.group(2) != null;
    boolean capitals = name.equals(name.toUpperCase(java.util.Locale.ROOT)) && name.length() > 3;
    boolean plausible =
        agency
            || capitals
            || colon && name.split(" ").length <= MAX_WORDS_WITH_COLON
            || !colon && spaced && name.split(" ").length <= 2;
    boolean word = NOT_PLACES.contains(name.toLowerCase(java.util.Locale.ROOT));
    return plausible && !word && firstParagraph.length() > 80 ? name : "";
  }
}
