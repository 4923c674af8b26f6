package stet.diff.rank;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.diff.BodyText;

/** In which characters texts are written. */
final class Scripts {
  /** So many letters tell enough. */
  private static final int ENOUGH = 2_000;

  private static final int FEWEST = 5;

  private Scripts() {}

  /**
   * Whether most letters of both are of one script. They are not where a text was translated, nor
   * where its bytes were read as another character set's.
   */
  static boolean alike(ArticleVersion before, ArticleVersion after) {
    Optional<UnicodeScript> was = of(before);
    Optional<UnicodeScript> is = of(after);
    return was.isEmpty() || is.isEmpty() || was.equals(is);
  }

  private static Optional<UnicodeScript> of(ArticleVersion version) {
    String text = version.headline() + '\n' + version.dek() + '\n' + BodyText.of(version);
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .limit(ENOUGH)
        .forEach(c -> counts.merge(script(c), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry<UnicodeScript, Integer>::getValue))
        .filter(e -> e.getValue() >= FEWEST)
        .map(Map.Entry::getKey);
  }

  /** Japanese is written in three scripts at a time. */
  private static UnicodeScript script(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
      default -> script;
    };
  }
}
