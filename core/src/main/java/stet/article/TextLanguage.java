package stet.article;

/**
 * The language of a text, and who says so.
 *
 * @param tag BCP 47; empty where it is not known
 * @param guessed whether stet told it from the text, and the page did not state it; false where it
 *     is not known
 */
public record TextLanguage(String tag, boolean guessed) {
  /** Not known. */
  public static final TextLanguage UNKNOWN = new TextLanguage("", false);

  public TextLanguage {
    guessed = guessed && !tag.isEmpty();
  }

  /** As the page states it; not known where the tag is empty. */
  public static TextLanguage stated(String tag) {
    return new TextLanguage(tag, false);
  }

  /** As told from the text; not known where the tag is empty. */
  public static TextLanguage guessed(String tag) {
    return new TextLanguage(tag, true);
  }
}
