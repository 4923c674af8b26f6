package stet.report.words;

import stet.article.ArticleVersion;
import stet.article.TextLanguage;

/** Languages of texts as people read them: one that stet guessed is said to be guessed. */
public final class LanguageWords {
  private static final String GUESSED = "guessed from the text";

  private LanguageWords() {}

  /** The tag, and whether it was guessed; empty where the language is not known. */
  public static String of(ArticleVersion version) {
    return version.isLanguageGuessed() ? version.language() + ", " + GUESSED : version.language();
  }

  /** Where the language comes from, beside it; empty where the page states it. */
  public static String note(ArticleVersion version) {
    return version.isLanguageGuessed() ? GUESSED : "";
  }

  /** A sentence that says what was guessed; empty where the language is stated or not known. */
  public static String guessed(TextLanguage language) {
    return language.guessed() ? "Its language, " + language.tag() + ", is " + GUESSED + "." : "";
  }
}
