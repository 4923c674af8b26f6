package stet.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Language tags (BCP 47, RFC 5646) as pages, feeds and people write them: in any case, and with
 * underscores for hyphens, as POSIX and Open Graph have them. An empty text stands for no language
 * known, in arguments and in results.
 */
public final class LanguageTags {
  /** As far as a form can be told: the language is not looked up. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
  private static final Set<String> SCRIPTS =
      Set.of("Latn", "Cyrl", "Arab", "Hebr", "Hans", "Hant", "Deva", "Beng", "Guru", "Grek");

  private LanguageTags() {}

  /**
   * The tag as BCP 47 writes it, white space around it aside: {@code pt_br} as {@code pt-BR}; empty
   * where the text has not the form of one.
   */
  public static String canonical(String tag) {
    String plain = tag.strip();
    return FORM.matcher(plain).matches()
        ? Locale.forLanguageTag(plain.replace('_', '-')).toLanguageTag()
        : "";
  }

  /** The primary subtag in lower case: {@code pt} of {@code PT_br}. */
  public static String primary(String tag) {
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      end++;
    }
    return tag.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** Whether two tags name one language, whatever the script and region. */
  public static boolean sameLanguage(String a, String b) {
    return primary(a).equals(primary(b));
  }

  /**
   * The tag reduced to language, script and region that are registered, so that whoever wrote it
   * cannot put an invalid one into ours; empty where its language is not registered.
   */
  public static String registered(String tag) {
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
}
