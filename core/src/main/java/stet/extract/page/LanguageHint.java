package stet.extract.page;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.ScriptLanguages;

/**
 * In which language a page is to be read, where it states none: by its script and, where several
 * languages share the script, by their commonest small words ({@code stopwords.tsv}). A hint at
 * which words to look for, good from some twenty words on; what language a version is said to be in
 * is {@link stet.extract.language.LanguageGuess}'s. Deterministic.
 */
public final class LanguageHint {
  /** How much of a text is read, in characters. */
  private static final int WINDOW = 6000;

  private static final int FEWEST_LETTERS = 40;

  /** Small words make up a third of most texts; a guess needs this share of them. */
  private static final double LEAST = 0.08;

  /** The language of a script, which a hint takes for the commonest of several. */
  private static final Map<UnicodeScript, String> ALONE = new EnumMap<>(ScriptLanguages.ALONE);

  static {
    ALONE.put(UnicodeScript.HAN, "zh");
    ALONE.put(UnicodeScript.HEBREW, "he");
    ALONE.put(UnicodeScript.BENGALI, "bn");
    ALONE.put(UnicodeScript.MYANMAR, "my");
    ALONE.put(UnicodeScript.ETHIOPIC, "am");
  }

  /** By script: each small word with the languages that use it. */
  private static final Map<UnicodeScript, Map<String, BitSet>> WORDS =
      new EnumMap<>(UnicodeScript.class);

  private static final BitSet NONE = new BitSet();

  /** The languages that have small words, in order of their tags. */
  private static final List<String> LANGUAGES;

  static {
    List<String[]> rows = Tables.rows("stopwords.tsv");
    LANGUAGES = rows.stream().map(row -> row[0]).distinct().sorted().toList();
    for (String[] row : rows) {
      Map<String, BitSet> words =
          WORDS.computeIfAbsent(UnicodeScript.valueOf(row[1]), k -> new HashMap<>());
      for (String word : row[2].split(" ")) {
        words.computeIfAbsent(word, k -> new BitSet()).set(LANGUAGES.indexOf(row[0]));
      }
    }
  }

  private static final Map<String, UnicodeScript> SCRIPTS = new HashMap<>();

  static {
    ALONE.forEach((script, language) -> SCRIPTS.put(language, script));
    WORDS.forEach(
        (script, words) ->
            words
                .values()
                .forEach(
                    of ->
                        of.stream()
                            .forEach(one -> SCRIPTS.putIfAbsent(LANGUAGES.get(one), script))));
    // Written in more than one script, or in one of several.
    Set.of("ja", "sr", "az", "mn", "kk", "uz", "ko").forEach(SCRIPTS::remove);
  }

  private LanguageHint() {}

  /** The language of the paragraphs together; empty where nothing tells. */
  public static String of(List<Passage> passages) {
    return of(prose(passages));
  }

  private static String prose(List<Passage> passages) {
    StringBuilder text = new StringBuilder();
    for (Passage passage : passages) {
      if (text.length() < WINDOW && passage.prose()) {
        text.append(passage.text()).append('\n');
      }
    }
    return text.toString();
  }

  /** Two letters, three for some; empty where nothing tells. */
  public static String of(String text) {
    String window = Texts.head(text, WINDOW);
    Map<UnicodeScript, Integer> scripts = scripts(window);
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (letters < FEWEST_LETTERS && !unspaced(scripts)) {
      return "";
    }
    UnicodeScript main = main(scripts, letters);
    if (main == null) {
      return "";
    }
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana * 20 > letters) {
      return "ja";
    }
    String alone = ALONE.get(main);
    return alone == null ? byWords(window, WORDS.getOrDefault(main, Map.of())) : alone;
  }

  /** The script that decides, Latin only where hardly any other is; null where none is clear. */
  private static @Nullable UnicodeScript main(Map<UnicodeScript, Integer> scripts, int letters) {
    UnicodeScript main = null;
    for (Map.Entry<UnicodeScript, Integer> e : scripts.entrySet()) {
      if (e.getValue() * 2 > letters) {
        main = e.getKey();
      }
    }
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    return main == null && kana * 20 > letters ? UnicodeScript.HAN : main;
  }

  private static boolean unspaced(Map<UnicodeScript, Integer> scripts) {
    int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
    int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0);
    return han + kana + scripts.getOrDefault(UnicodeScript.HANGUL, 0) >= 8;
  }

  private static Map<UnicodeScript, Integer> scripts(String text) {
    int[] counts = new int[UnicodeScript.values().length];
    int latin = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.charAt(i);
      if (c < 0x80) {
        latin += c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? 1 : 0;
        i++;
        continue;
      }
      c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        UnicodeScript script = c < 0x250 ? UnicodeScript.LATIN : UnicodeScript.of(c);
        counts[script.ordinal()]++;
      }
      i += Character.charCount(c);
    }
    counts[UnicodeScript.LATIN.ordinal()] += latin;
    Map<UnicodeScript, Integer> found = new EnumMap<>(UnicodeScript.class);
    for (UnicodeScript script : UnicodeScript.values()) {
      if (counts[script.ordinal()] > 0) {
        found.put(script, counts[script.ordinal()]);
      }
    }
    return found;
  }

  private static String byWords(String text, Map<String, BitSet> words) {
    int[] hits = new int[LANGUAGES.size()];
    int all = 0;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int start = 0; start < lower.length(); ) {
      int end = wordEnd(lower, start);
      if (end > start) {
        all++;
        BitSet of = words.getOrDefault(lower.substring(start, end), NONE);
        for (int at = of.nextSetBit(0); at >= 0; at = of.nextSetBit(at + 1)) {
          hits[at]++;
        }
      }
      start = end < lower.length() ? end + Character.charCount(lower.codePointAt(end)) : end;
    }
    int best = 0;
    for (int at = 1; at < hits.length; at++) {
      best = hits[at] > hits[best] ? at : best;
    }
    return hits[best] >= 3 && hits[best] >= all * LEAST ? LANGUAGES.get(best) : "";
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!inWord(c)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Letters, marks, apostrophes, and what joins words in Persian. */
  private static boolean inWord(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c == '\'' || c >= 'A' && c <= 'Z';
    }
    return Character.isLetter(c)
        || c == '’'
        || c == '\u200c'
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /** Whether the paragraphs are written in a script in which that language is not. */
  static boolean contradicts(String declared, List<Passage> passages) {
    UnicodeScript known = SCRIPTS.get(declared);
    if (known == null) {
      return false;
    }
    Map<UnicodeScript, Integer> scripts = scripts(prose(passages));
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    UnicodeScript found = letters < FEWEST_LETTERS ? null : main(scripts, letters);
    return found != null && found != known && known(found);
  }

  private static boolean known(UnicodeScript script) {
    return ALONE.containsKey(script) || WORDS.containsKey(script);
  }
}
