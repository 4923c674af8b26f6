package stet.diff.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
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
            result
                .lists
                .computeIfAbsent(Name.valueOf(name.toUpperCase(Locale.ROOT)), n -> new HashSet<>())
                .addAll(Arrays.asList(value.split("\\|")));
      }
    }
    return result;
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
