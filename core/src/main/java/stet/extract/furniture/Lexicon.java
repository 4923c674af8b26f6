package stet.extract.furniture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import stet.extract.words.CharTree;
import stet.extract.words.Patterns;
import stet.extract.words.Tables;
import stet.text.LanguageTags;

/**
 * What outlets say to their readers amid a story, in one language, by the table {@code
 * inserts.tsv}. English goes with every language, since many pages mix it in.
 */
public final class Lexicon {
  /** What a row of the table is for. */
  enum Form {
    OURS,
    OPEN,
    CALL,
    WARE,
    OFFER,
    YOURS,
    SELF,
    ABOUT,
    NOTICE,
    ROLE,
    IS,
    DOES,
    LINE,
    LINKED,
    START,
    MARK,
    TAIL
  }

  private static final Map<String, Lexicon> BY_LANGUAGE = new HashMap<>();
  private static final Lexicon ALL = new Lexicon();

  static {
    for (String[] row : Tables.rows("inserts.tsv")) {
      Form form = Form.valueOf(row[1].toUpperCase(Locale.ROOT));
      BY_LANGUAGE.computeIfAbsent(row[0], k -> new Lexicon()).add(form, row[2]);
      ALL.add(form, row[2]);
    }
    for (String[] row : Tables.rows("inserts.tsv")) {
      if (row[0].equals("en")) {
        Form form = Form.valueOf(row[1].toUpperCase(Locale.ROOT));
        BY_LANGUAGE.forEach(
            (language, words) -> {
              if (!language.equals("en")) {
                words.add(form, row[2]);
              }
            });
      }
    }
    BY_LANGUAGE.values().forEach(Lexicon::compile);
    ALL.compile();
    BY_LANGUAGE.put("nb", known("no"));
    BY_LANGUAGE.put("nn", known("no"));
  }

  /** One phrase; a word may stand for all that begin like it. */
  private record Phrase(Form form, List<String> words, List<Boolean> stems) {}

  /** By their first words. */
  private final CharTree<Phrase> phrases = new CharTree<>();

  private final Map<Form, List<String>> signs = new EnumMap<>(Form.class);
  private final Map<Form, List<String>> regexes = new EnumMap<>(Form.class);
  private final Map<Form, Patterns> patterns = new EnumMap<>(Form.class);

  private Lexicon() {}

  /** The words of a page's language; of all where it is not known. */
  public static Lexicon of(String tag) {
    String language = LanguageTags.primary(tag);
    if (language.isEmpty() || language.equals("und")) {
      return ALL;
    }
    Lexicon own = BY_LANGUAGE.get(language);
    return own == null ? known("en") : own;
  }

  private static Lexicon known(String language) {
    return Objects.requireNonNull(BY_LANGUAGE.get(language));
  }

  private void add(Form form, String text) {
    if (form.compareTo(Form.LINE) >= 0) {
      regexes.computeIfAbsent(form, k -> new ArrayList<>()).add(text);
      return;
    }
    for (String phrase : text.split("\\|")) {
      if (phrase.codePoints().anyMatch(SpokenWords::unspaced)) {
        signs.computeIfAbsent(form, k -> new ArrayList<>()).add(phrase.replace("*", ""));
      } else {
        add(form, phrase.split("[ -]"));
      }
    }
  }

  private void add(Form form, String[] parts) {
    List<String> words = new ArrayList<>();
    List<Boolean> stems = new ArrayList<>();
    for (String part : parts) {
      boolean stem = part.endsWith("*");
      words.add(stem ? part.substring(0, part.length() - 1) : part);
      stems.add(stem);
    }
    phrases.add(words.get(0), new Phrase(form, words, stems));
  }

  private void compile() {
    for (Form form : Form.values()) {
      patterns.put(form, new Patterns(regexes.getOrDefault(form, List.of())));
    }
  }

  private Patterns patterns(Form form) {
    return Objects.requireNonNull(patterns.get(form));
  }

  /** Whether a pattern of that form fits: the whole text for a line, its beginning for others. */
  boolean fits(Form form, String folded) {
    return form == Form.START ? patterns(form).open(folded) : patterns(form).match(folded);
  }

  /**
   * Whether the text says that a machine made what stands beside it, and no more than that: a
   * report on such a text goes on otherwise.
   */
  boolean marks(String folded) {
    return patterns(Form.MARK)
            .first(folded, mark -> mark.lookingAt() && ends(folded.substring(mark.end()).strip()))
        != null;
  }

  private boolean ends(String rest) {
    return rest.isEmpty() || ".;:|·()。*".indexOf(rest.charAt(0)) >= 0 || fits(Form.TAIL, rest);
  }

  /** The forms of the phrases that begin at a word. */
  void at(List<String> words, int at, Consumer<Form> found) {
    String word = words.get(at);
    CharTree<Phrase> node = phrases.next(word.charAt(0));
    for (int i = 1; node != null; i++) {
      List<Phrase> here = node.values();
      for (int k = 0; k < here.size(); k++) {
        Phrase phrase = here.get(k);
        if ((i == word.length() || phrase.stems.get(0)) && follows(words, at, phrase)) {
          found.accept(phrase.form);
        }
      }
      node = i < word.length() ? node.next(word.charAt(i)) : null;
    }
  }

  /** Whether the words behind the first are the phrase's. */
  private static boolean follows(List<String> words, int at, Phrase phrase) {
    int n = phrase.words.size();
    boolean follows = at + n <= words.size();
    for (int i = 1; i < n && follows; i++) {
      String word = words.get(at + i);
      String own = phrase.words.get(i);
      follows = phrase.stems.get(i) ? word.startsWith(own) : word.equals(own);
    }
    return follows;
  }

  /** The same for scripts that are written without spaces. */
  void within(String folded, Consumer<Form> found) {
    signs.forEach(
        (form, list) -> list.stream().filter(folded::contains).forEach(s -> found.accept(form)));
  }
}
