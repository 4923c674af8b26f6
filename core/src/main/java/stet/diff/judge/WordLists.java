package stet.diff.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stet.text.LanguageTags;

/**
 * The word lists of one language, from the files under {@code words/}. Their form is told in {@code
 * words/README.txt}.
 */
final class WordLists {
  /** A list's name in the files, in lower case. */
  enum Name {
    ATTRIBUTION,
    HEDGE,
    NEGATION,
    NUMBER,
    MONTH,
    DAY,
    GRAVE,
    COUNTER
  }

  private static final Map<String, WordLists> ALL = readAll();

  private final Map<Name, Set<String>> lists = new EnumMap<>(Name.class);
  private final Map<Name, Integer> mostWords = new EnumMap<>(Name.class);
  private Pattern ago = Pattern.compile("(?!)");
  private boolean names;

  /** The lists of a BCP 47 language tag, if there are any. */
  static Optional<WordLists> of(String tag) {
    return Optional.ofNullable(ALL.get(LanguageTags.primary(tag)));
  }

  /** Languages that have lists, in the order of their tags. */
  static Set<String> languages() {
    return ALL.keySet();
  }

  /** The entries of a list: one word, or several separated by one space. */
  Set<String> get(Name name) {
    return lists.getOrDefault(name, Set.of());
  }

  /** Whether a word, in any case, is on a list. */
  boolean has(Name name, String word) {
    return get(name).contains(EditJudge.lower(word));
  }

  /** Whether entries of a list stand in one text more often than in the other. */
  boolean differ(Name name, List<String> before, List<String> after) {
    return !counts(name, before).equals(counts(name, after));
  }

  /**
   * How often each entry of a list stands in a text.
   *
   * @param words of the text, in lower case, in their order, none with a space in it
   */
  private Map<String, Integer> counts(Name name, List<String> words) {
    Set<String> entries = get(name);
    int longest = mostWords.getOrDefault(name, 1);
    Map<String, Integer> counts = new HashMap<>();
    for (int from = 0; from < words.size(); from++) {
      String phrase = words.get(from);
      for (int to = from + 1; ; to++) {
        if (entries.contains(phrase)) {
          counts.merge(phrase, 1, Integer::sum);
        }
        if (to == words.size() || to - from == longest) {
          break;
        }
        phrase = phrase + " " + words.get(to);
      }
    }
    return counts;
  }

  /** Finds times that change with the clock, such as "2 hours ago". Lower-case text. */
  Pattern ago() {
    return ago;
  }

  /** Whether a capital letter inside a sentence marks a name. */
  boolean namesHaveCapitals() {
    return names;
  }

  private static Map<String, WordLists> readAll() {
    Map<String, WordLists> all = new TreeMap<>();
    for (String language : lines("index.txt")) {
      all.put(language, parse(lines(language + ".txt")));
    }
    return all;
  }

  private static WordLists parse(List<String> lines) {
    WordLists result = new WordLists();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      switch (name) {
        case "names" -> result.names = value.equals("capitals");
        case "ago" -> result.ago = Pattern.compile(value, Pattern.UNICODE_CHARACTER_CLASS);
        default ->
            result.add(Name.valueOf(name.toUpperCase(Locale.ROOT)), List.of(value.split("\\|")));
      }
    }
    return result;
  }

  private void add(Name name, List<String> entries) {
    lists.computeIfAbsent(name, n -> new HashSet<>()).addAll(entries);
    int most = entries.stream().mapToInt(e -> e.split(" ").length).max().orElse(1);
    mostWords.merge(name, most, Math::max);
  }

  private static List<String> lines(String file) {
    InputStream in = WordLists.class.getResourceAsStream("/stet/diff/words/" + file);
    if (in == null) {
      throw new IllegalStateException("words/" + file + " is missing from the program");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
