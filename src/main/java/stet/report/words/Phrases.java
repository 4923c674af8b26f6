package stet.report.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.report.page.Phrase;
import stet.report.page.Shown;

/** Texts of an article with their language and direction. */
public final class Phrases {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
  private static final Set<String> SCRIPTS =
      Set.of("Latn", "Cyrl", "Arab", "Hebr", "Hans", "Hant", "Deva", "Beng", "Guru", "Grek");
  private static final int SAMPLE = 2_000;

  private Phrases() {}

  /** A short text (a headline, a name): at most {@code max} characters of it. */
  public static Phrase of(String text, String lang, int max) {
    String cut = Shown.cut(text, max);
    return new Phrase(cut, language(lang), direction(cut));
  }

  /** The program's own words. */
  public static Phrase own(String text) {
    return new Phrase(text, "", "ltr");
  }

  public static String language(ArticleVersion version, Block block) {
    return language(block.lang().isEmpty() ? version.language() : block.lang());
  }

  /**
   * The tag reduced to language, script and region that are registered, so that a page cannot put
   * an invalid one into ours; empty when its language is not known.
   */
  public static String language(String tag) {
    if (tag.isEmpty()) {
      return "";
    }
    try {
      Locale read = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      if (!LANGUAGES.contains(read.getLanguage())) {
        return "";
      }
      Locale.Builder kept = new Locale.Builder().setLanguage(read.getLanguage());
      if (SCRIPTS.contains(read.getScript())) {
        kept.setScript(read.getScript());
      }
      if (REGIONS.contains(read.getCountry())) {
        kept.setRegion(read.getCountry());
      }
      return kept.build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      return "";
    }
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
