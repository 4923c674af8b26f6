package stet.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.extract.words.Texts;

/**
 * In which scripts the letters of a text are, each counted in Latin letters' worth. Han and kana
 * are one, as they are on a Japanese page: {@link UnicodeScript#HAN}.
 */
final class LetterScripts {
  private static final double LATIN = 2 / 3d;

  private final Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
  private int all;
  private int kana;

  LetterScripts(String text) {
    text.codePoints().filter(Character::isLetter).forEach(this::add);
  }

  private void add(int letter) {
    UnicodeScript script = of(letter);
    int weight = Texts.weight(Character.toString(letter));
    all += weight;
    kana += script == UnicodeScript.HAN && !Character.isIdeographic(letter) ? weight : 0;
    weights.merge(script, weight, Integer::sum);
  }

  static UnicodeScript of(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    boolean kana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    return kana ? UnicodeScript.HAN : script;
  }

  /**
   * The script that the text is written in: of more than half of the letters, Latin of more than
   * two thirds, since names, addresses and code in Latin stand in texts of every script. Null where
   * no script is.
   */
  @Nullable UnicodeScript main() {
    for (Map.Entry<UnicodeScript, Integer> script : weights.entrySet()) {
      double least = script.getKey() == UnicodeScript.LATIN ? LATIN : 0.5;
      if (script.getValue() > all * least) {
        return script.getKey();
      }
    }
    return null;
  }

  /** How much is written in that script, in Latin letters' worth. */
  int weight(UnicodeScript script) {
    return weights.getOrDefault(script, 0);
  }

  /** Which share of Han and kana are kana. */
  double kana() {
    return (double) kana / Math.max(1, weight(UnicodeScript.HAN));
  }
}
