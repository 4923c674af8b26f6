package stet.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;
import stet.article.Block;
import stet.article.TextLanguage;
import stet.extract.words.Texts;
import stet.text.ScriptLanguages;

/**
 * Tells an article's language from its own text: by the script where one language alone is printed
 * in it, else by the model. Says nothing where the text is short, mixed, or as likely in another
 * language. The same text gives the same answer always. Thread-safe.
 */
public final class LanguageGuess {
  /** What stands behind tells no more, in characters. */
  private static final int WINDOW = 3_000;

  /** Fewer letters are not looked at, in Latin letters' worth. */
  private static final int FEWEST_OF_SCRIPT = 20;

  /** Of fewer letters the model is not asked, likewise. */
  private static final int FEWEST = 60;

  /** How many times as likely as any other language a guess is. */
  private static final double MARGIN = 2;

  /** Japanese without any kana is a headline; Chinese has none in texts of any length. */
  private static final double KANA_OF_JAPANESE = 0.05;

  /** So many letters' worth of Han without kana are no Japanese headline. */
  private static final int FEWEST_CHINESE = 240;

  private LanguageGuess() {}

  /**
   * The language of an article's text: as its page states, else guessed from the text, passages
   * that are in another one by their markup aside.
   *
   * @param stated BCP 47; empty where the page states none
   */
  public static TextLanguage of(String stated, String headline, String dek, List<Block> body) {
    if (!stated.isEmpty()) {
      return TextLanguage.stated(stated);
    }
    String text =
        body.stream()
            .filter(block -> block.lang().isEmpty())
            .map(Block::text)
            .collect(Collectors.joining("\n"));
    return TextLanguage.guessed(of(headline + '\n' + dek + '\n' + text));
  }

  /** The tag, of two letters or three for some; empty where the language is not known. */
  static String of(String text) {
    return of(text, FEWEST, MARGIN);
  }

  /** The same with other bounds, for who measures them. */
  static String of(String text, int fewest, double margin) {
    String window = Texts.head(text, WINDOW);
    LetterScripts scripts = new LetterScripts(window);
    UnicodeScript main = scripts.main();
    if (main == null || scripts.weight(main) < FEWEST_OF_SCRIPT) {
      return "";
    }
    if (main == UnicodeScript.HAN) {
      boolean japanese = scripts.kana() > KANA_OF_JAPANESE;
      return japanese ? "ja" : scripts.weight(main) < FEWEST_CHINESE ? "" : "zh";
    }
    String alone = ScriptLanguages.ALONE.getOrDefault(main, "");
    return !alone.isEmpty() || scripts.weight(main) < fewest
        ? alone
        : LanguageModel.likeliest(written(window, main), margin);
  }

  /** The text without letters of other scripts, which would only tell of names and terms. */
  private static String written(String text, UnicodeScript script) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isLetter(c) && LetterScripts.of(c) != script ? ' ' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
