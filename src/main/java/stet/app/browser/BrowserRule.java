package stet.app.browser;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import stet.capture.EnumId;

/**
 * Which outlets' pages are shown in a browser, as the setting {@code fetch.browser} says it: a word
 * for all, and after commas outlets with words of their own, such as {@code auto, paper.example
 * always}.
 *
 * @param standard for outlets that are not named
 * @param named by outlet, lower case
 */
public record BrowserRule(Use standard, Map<String, Use> named) {
  /** Whether a browser is used. */
  public enum Use {
    /** Where a page, as it is sent, lacks text that a browser shows. */
    AUTO,
    /** For no page. */
    NEVER,
    /** For every page. */
    ALWAYS
  }

  public BrowserRule {
    named = Map.copyOf(named);
  }

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException when it is none; its message says why in a few words
   */
  public static BrowserRule of(String setting) {
    Use standard = Use.AUTO;
    boolean stated = false;
    Map<String, Use> named = new LinkedHashMap<>();
    for (String part : setting.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] words = part.strip().split("\\s+");
      if (words.length == 2 && named.putIfAbsent(words[0], use(words[1])) == null) {
        continue;
      }
      if (words.length > 2) {
        throw new IllegalArgumentException("has too many words in '" + part.strip() + "'");
      } else if (stated || words.length == 2) {
        throw new IllegalArgumentException("says two things of the same");
      }
      standard = use(words[0]);
      stated = true;
    }
    return new BrowserRule(standard, named);
  }

  private static Use use(String word) {
    try {
      return EnumId.read(Use.class, word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must say auto, never or always, not '" + word + "'", e);
    }
  }

  /** What is wrong with a setting, in a few words; empty where nothing is. */
  public static String problem(String setting) {
    try {
      BrowserRule rule = of(setting);
      return rule.named.keySet().stream().allMatch(name -> name.matches("[a-z0-9.:-]+"))
          ? ""
          : "names an outlet that is no host name";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * What holds for an outlet.
   *
   * @param host of the page, which may be named, too
   */
  public Use of(String outlet, String host) {
    return named.getOrDefault(host, named.getOrDefault(outlet, standard));
  }
}
