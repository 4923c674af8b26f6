package stet.report.words;

import java.util.regex.Pattern;
import stet.article.TextLanguage;

/** What a reader must know of an article's page beside when it was seen. */
public final class PageNotes {
  private static final Pattern FRONT =
      Pattern.compile("https?://[^/?#]+/?", Pattern.CASE_INSENSITIVE);

  private PageNotes() {}

  /**
   * In sentences, each with a space before it: that its address shows one story today and another
   * tomorrow, and that its language was guessed. Empty where neither is so.
   *
   * @param uri the article's address
   * @param language of its text
   */
  public static String of(String uri, TextLanguage language) {
    String guessed = LanguageWords.guessed(language);
    return (FRONT.matcher(uri).matches()
            ? " This address is a site’s front page, whose text is replaced as news comes."
            : "")
        + (guessed.isEmpty() ? "" : " " + guessed);
  }
}
