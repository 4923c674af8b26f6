package stet.report.page;

/**
 * A text from a captured page.
 *
 * @param text made fit to be shown
 * @param lang its BCP 47 tag, empty when unknown
 * @param dir {@code ltr}, {@code rtl} or {@code auto}
 */
public record Phrase(String text, String lang, String dir) {
  /** Nothing. */
  public static final Phrase NONE = new Phrase("", "", "auto");

  public Phrase {
    text = Shown.text(text);
  }

  /**
   * Whether it reads the same in an English sentence with no element around it, as dates, digests
   * and addresses do.
   */
  public boolean isPlain() {
    return (lang.isEmpty() || lang.equals("en"))
        && !dir.equals("rtl")
        && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
