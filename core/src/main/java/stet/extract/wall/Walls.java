package stet.extract.wall;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.Cut.Sign;
import stet.extract.page.HtmlPage;
import stet.extract.page.LanguageHint;
import stet.extract.words.Tables;
import stet.extract.words.Texts;
import stet.text.LanguageTags;

/** Knows the words and names of walls, by the table {@code walls.tsv}. */
public final class Walls {
  private static final int LONGEST_LINE = 220;
  private static final int LONGEST_BUTTON = 50;
  private static final int GUESSED_FROM = 4_000;
  private static final int FILLING = 6;
  private static final double MOSTLY = 0.6;
  private static final int MOST_WORDS = 200;
  private static final int FEWEST_SIGNS = 16;
  private static final int MOST_SIGNS = 400;

  private static final Pattern ROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

  private enum Word {
    SUBSCRIBE,
    REGISTER,
    GOAL,
    ONLY,
    LIMIT,
    MORE,
    PRICE,
    LOADING,
    CLASS,
    VEILED,
    STANDIN
  }

  /** By language, since words of two languages in one line mean nothing together. */
  private static final Map<String, Map<Word, Pattern>> LANGUAGES = new LinkedHashMap<>();

  private static final Map<Word, Pattern> NAMES = new EnumMap<>(Word.class);
  private static final Set<String> FILLER = new HashSet<>();

  /** One of these stands in every text in which the pattern of that word is found. */
  private static final Map<Word, List<String>> NEEDS = new EnumMap<>(Word.class);

  static {
    for (String[] row : Tables.rows("walls.tsv")) {
      if (row[0].equals("filler")) {
        FILLER.addAll(List.of(row[2].split(" ")));
        continue;
      }
      boolean needs = row[0].equals("needs");
      Word word = Word.valueOf(row[needs ? 1 : 0].toUpperCase(Locale.ROOT));
      if (needs) {
        NEEDS.put(word, List.of(row[2].split("\\|")));
        continue;
      }
      Pattern pattern = Pattern.compile(row[2]);
      if (row[1].equals("-")) {
        NAMES.put(word, pattern);
        continue;
      }
      for (String language : row[1].split("\\|")) {
        LANGUAGES.computeIfAbsent(language, k -> new EnumMap<>(Word.class)).put(word, pattern);
      }
    }
  }

  private final List<Map<Word, Pattern>> languages;

  /** What is told by names that were looked at: most elements of a page share theirs. */
  private final Map<String, Told> names = new HashMap<>();

  private record Told(boolean wall, boolean veil) {}

  private Walls(List<Map<Word, Pattern>> languages) {
    this.languages = languages;
  }

  /**
   * The words that count on a page: of its language, of the one that its text looks like, and
   * English, which pages in all languages use.
   */
  public static Walls of(HtmlPage page) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(LanguageTags.primary(page.language()));
    tags.add(LanguageTags.primary(LanguageHint.of(Texts.head(page.text(), GUESSED_FROM))));
    tags.add("en");
    return new Walls(
        tags.stream().filter(LANGUAGES::containsKey).map(LANGUAGES::get).distinct().toList());
  }

  /** What a line says about the rest of the story, if it is short and says any. */
  Optional<Sign> line(String folded) {
    if (folded.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Sign best = null;
    for (Map<Word, Pattern> language : languages) {
      Sign sign = line(folded, language);
      if (sign != null && (best == null || sign.compareTo(best) < 0)) {
        best = sign;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Sign line(String line, Map<Word, Pattern> language) {
    if (whole(language, Word.MORE, line)) {
      return Sign.READ_MORE;
    }
    if (whole(language, Word.LOADING, line)) {
      return Sign.HALF_LOADED;
    }
    if (line.contains("javascript")) {
      return Sign.HALF_LOADED;
    }
    if (found(language, Word.LIMIT, line)) {
      return Sign.METERED;
    }
    boolean goal = found(language, Word.GOAL, line);
    if (goal && found(language, Word.REGISTER, line)) {
      return found(language, Word.SUBSCRIBE, line) ? Sign.PAYWALL : Sign.REGISTRATION;
    }
    boolean subscribe = found(language, Word.SUBSCRIBE, line);
    if (goal && subscribe || found(language, Word.ONLY, line)) {
      return Sign.PAYWALL;
    }
    return subscribe && found(language, Word.PRICE, line) ? Sign.OFFER : null;
  }

  private static boolean found(Map<Word, Pattern> language, Word word, String line) {
    Pattern pattern = language.get(word);
    return pattern != null && pattern.matcher(line).find();
  }

  private static boolean whole(Map<Word, Pattern> language, Word word, String line) {
    Pattern pattern = language.get(word);
    if (pattern == null || line.length() > LONGEST_BUTTON) {
      return false;
    }
    String bare = ROUND.matcher(line).replaceAll("");
    return pattern.matcher(bare).matches() || pattern.matcher(line).matches();
  }

  /** Whether class or id of the element is the name of a wall. */
  boolean named(Element element) {
    return element.attributesSize() > 0 && told(element).wall;
  }

  /** Whether the element is meant to show words that can't be read. */
  boolean veiled(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("filter:blur(")
        || told(element).veil;
  }

  private Told told(Element element) {
    return names.computeIfAbsent(element.className() + ' ' + element.id(), Walls::told);
  }

  private static Told told(String names) {
    String plain = names.toLowerCase(Locale.ROOT).replace('_', '-').replace("--", "-");
    return names.length() > 3
        ? new Told(name(Word.CLASS, plain), name(Word.VEILED, plain))
        : new Told(false, false);
  }

  /** Whether the text says of itself that it stands in for text. */
  static boolean standsIn(String folded) {
    return name(Word.STANDIN, Texts.head(folded, LONGEST_LINE));
  }

  private static boolean name(Word word, String text) {
    return Objects.requireNonNull(NEEDS.get(word)).stream().anyMatch(text::contains)
        && Objects.requireNonNull(NAMES.get(word)).matcher(text).find();
  }

  /** Whether the text stands in for text: words of no language, or one sign again and again. */
  static boolean filler(String text) {
    return repeated(text) || latin(text);
  }

  private static boolean latin(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int words = 0;
    int filling = 0;
    int start = -1;
    for (int i = 0; i <= lower.length() && words < MOST_WORDS; ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      if (Character.isLetter(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words++;
        filling += FILLER.contains(lower.substring(start, i)) ? 1 : 0;
        start = -1;
      }
      i += Character.charCount(c);
    }
    return filling >= FILLING && filling >= words * MOSTLY;
  }

  private static boolean repeated(String text) {
    int[] dense =
        text.codePoints()
            .filter(c -> !isBetween(c))
            .map(Character::toLowerCase)
            .limit(MOST_SIGNS)
            .toArray();
    if (dense.length < FEWEST_SIGNS) {
      return false;
    }
    int sign = majority(dense);
    return Arrays.stream(dense).filter(c -> c == sign).count() >= dense.length * MOSTLY;
  }

  /** The one that can stand in more than half of the places (Boyer and Moore, 1991). */
  private static int majority(int[] signs) {
    int held = 0;
    int votes = 0;
    for (int sign : signs) {
      held = votes == 0 ? sign : held;
      votes += sign == held ? 1 : -1;
    }
    return held;
  }

  /** Space and punctuation. */
  private static boolean isBetween(int c) {
    return c <= ' '
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
