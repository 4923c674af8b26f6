package stet.extract.wall;

import java.util.Arrays;
import java.util.BitSet;
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
import stet.extract.words.Patterns;
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
  private static final int MOST_OWN = (int) (MOST_WORDS * (1 - MOSTLY));
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
  private static final Map<String, Patterns> LANGUAGES = new HashMap<>();

  private static final Patterns NAMES;
  private static final Set<String> FILLER = new HashSet<>();

  /** How its words begin: by their first two letters, which are ASCII. */
  private static final BitSet FILLER_BEGINNINGS = new BitSet();

  static {
    Map<String, String[]> languages = new LinkedHashMap<>();
    for (String[] row : Tables.rows("walls.tsv")) {
      if (row[0].equals("filler")) {
        for (String word : row[2].split(" ")) {
          FILLER.add(word);
          FILLER_BEGINNINGS.set(beginning(word, 0));
        }
        continue;
      }
      Word word = Word.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String language : row[1].split("\\|")) {
        languages.computeIfAbsent(language, k -> new String[Word.values().length])[word.ordinal()] =
            row[2];
      }
    }
    languages.forEach((language, rows) -> LANGUAGES.put(language, patterns(rows)));
    NAMES = Objects.requireNonNull(LANGUAGES.remove("-"));
  }

  /** The patterns by their words; one that fits nothing where there is none for a word. */
  private static Patterns patterns(@Nullable String[] rows) {
    return new Patterns(Arrays.stream(rows).map(row -> row == null ? "(?!)" : row).toList());
  }

  private final List<Patterns> languages;

  /** What is told by names that were looked at: most elements of a page share theirs. */
  private final Map<String, Told> names = new HashMap<>();

  private record Told(boolean wall, boolean veil) {}

  private Walls(List<Patterns> languages) {
    this.languages = languages;
  }

  /**
   * The words that count on a page: of its language, of the one that its text looks like, and
   * English, which pages in all languages use.
   */
  public static Walls of(HtmlPage page) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(LanguageTags.primary(page.language()));
    tags.add(
        LanguageTags.primary(LanguageHint.of(Texts.head(page.text(GUESSED_FROM), GUESSED_FROM))));
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
    for (Patterns language : languages) {
      Sign sign = new Line(folded, language, language.candidates(folded)).sign();
      if (sign != null && (best == null || sign.compareTo(best) < 0)) {
        best = sign;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A line and the patterns of one language that may fit it. */
  private record Line(String line, Patterns language, BitSet may) {
    @Nullable Sign sign() {
      if (whole(Word.MORE)) {
        return Sign.READ_MORE;
      }
      if (whole(Word.LOADING) || line.contains("javascript")) {
        return Sign.HALF_LOADED;
      }
      if (found(Word.LIMIT)) {
        return Sign.METERED;
      }
      boolean goal = found(Word.GOAL);
      if (goal && found(Word.REGISTER)) {
        return found(Word.SUBSCRIBE) ? Sign.PAYWALL : Sign.REGISTRATION;
      }
      boolean subscribe = found(Word.SUBSCRIBE);
      if (goal && subscribe || found(Word.ONLY)) {
        return Sign.PAYWALL;
      }
      return subscribe && found(Word.PRICE) ? Sign.OFFER : null;
    }

    private boolean found(Word word) {
      return may.get(word.ordinal()) && language.found(word.ordinal(), line);
    }

    private boolean whole(Word word) {
      if (!may.get(word.ordinal()) || line.length() > LONGEST_BUTTON) {
        return false;
      }
      String bare = ROUND.matcher(line).replaceAll("");
      return language.matches(word.ordinal(), bare) || language.matches(word.ordinal(), line);
    }
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
    if (names.length() <= 3) {
      return new Told(false, false);
    }
    String plain = names.toLowerCase(Locale.ROOT).replace('_', '-').replace("--", "-");
    BitSet may = NAMES.candidates(plain);
    return new Told(name(Word.CLASS, plain, may), name(Word.VEILED, plain, may));
  }

  /** Whether the text says of itself that it stands in for text. */
  static boolean standsIn(String folded) {
    String head = Texts.head(folded, LONGEST_LINE);
    return name(Word.STANDIN, head, NAMES.candidates(head));
  }

  private static boolean name(Word word, String text, BitSet may) {
    return may.get(word.ordinal()) && NAMES.found(word.ordinal(), text);
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
    // Most texts have soon shown more words of their own than the whole may have.
    for (int i = 0; i <= lower.length() && words < MOST_WORDS && words - filling <= MOST_OWN; ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      if (c >= 'a' && c <= 'z' || c > 0x7f && Character.isLetter(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words++;
        boolean may = i - start > 1 && FILLER_BEGINNINGS.get(beginning(lower, start));
        filling += may && FILLER.contains(lower.substring(start, i)) ? 1 : 0;
        start = -1;
      }
      i += Character.charCount(c);
    }
    return filling >= FILLING && filling >= words * MOSTLY;
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << 7 | text.charAt(at + 1) & 0x7f;
  }

  private static boolean repeated(String text) {
    int[] dense = new int[MOST_SIGNS];
    int length = 0;
    for (int i = 0; i < text.length() && length < MOST_SIGNS; ) {
      int c = text.codePointAt(i);
      if (!isBetween(c)) {
        dense[length++] = Character.toLowerCase(c);
      }
      i += Character.charCount(c);
    }
    if (length < FEWEST_SIGNS) {
      return false;
    }
    int sign = majority(dense, length);
    int same = 0;
    for (int i = 0; i < length; i++) {
      same += dense[i] == sign ? 1 : 0;
    }
    return same >= length * MOSTLY;
  }

  /** The one that can stand in more than half of the places (Boyer and Moore, 1991). */
  private static int majority(int[] signs, int length) {
    int held = 0;
    int votes = 0;
    for (int i = 0; i < length; i++) {
      held = votes == 0 ? signs[i] : held;
      votes += signs[i] == held ? 1 : -1;
    }
    return held;
  }

  /** Space and punctuation. */
  private static boolean isBetween(int c) {
    return c <= ' '
        || (c < 'a' || c > 'z')
            && switch (Character.getType(c)) {
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
