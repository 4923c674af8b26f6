package stet.report.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.report.page.Phrase;
import stet.text.LanguageTags;
import stet.text.Truncation;

/** Texts of an article with their language and direction. */
public final class Phrases {
  private static final int SAMPLE = 2_000;

  private Phrases() {}

  /** A short text (a headline, a name): at most {@code max} characters of it. */
  public static Phrase of(String text, String lang, int max) {
    String cut = Truncation.shortened(text, max);
    return new Phrase(cut, LanguageTags.registered(lang), direction(cut));
  }

  /** The program's own words. */
  public static Phrase own(String text) {
    return new Phrase(text, "", "ltr");
  }

  public static String language(ArticleVersion version, Block block) {
    return LanguageTags.registered(block.lang().isEmpty() ? version.language() : block.lang());
  }

  /**
   * The direction in which most of the letters run. The first strong letter, which {@code
   * dir="auto"} goes by, is misleading in a Hebrew paragraph that begins with an English name.
   */
  public static String direction(String text) {
    int left = 0;
    int right = 0;
    int end = Math.min(text.length(), SAMPLE);
    for (int i = 0; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int direction = UCharacter.getDirection(c);
      if (direction == UCharacterDirection.LEFT_TO_RIGHT) {
        left++;
      } else if (direction == UCharacterDirection.RIGHT_TO_LEFT
          || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC) {
        right++;
      }
    }
    if (left == 0 && right == 0) {
      return "auto";
    }
    return right > left ? "rtl" : "ltr";
  }
}
