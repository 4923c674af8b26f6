package stet.diff.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The little words of several languages, from {@code function-words.txt}: words that two unrelated
 * sentences share by chance, and so say little about what belongs together.
 */
public final class FunctionWords {
  private static final int LONGEST = 12;
  private static final int SAMPLE = 6_000;
  private static final int PLAIN_HITS = 12;
  private static final String ALL_WORDS = "";
  private static final Map<String, Set<String>> BY_LANGUAGE = read();
  private static final Map<String, List<String>> ALL = languagesByWord();

  private FunctionWords() {}

  public static boolean contains(char[] chars, int length) {
    return length <= LONGEST && ALL.containsKey(new String(chars, 0, length));
  }

  /**
   * The language that a text is plainly written in: so many of its little words, and so few of any
   * other's, that a tag which says otherwise is wrong.
   *
   * @return its language subtag, or empty where that is not plain
   */
  public static String plainly(String text) {
    Map<String, Integer> hits = hits(text);
    String best = best(hits);
    int most = hits.getOrDefault(best, 0);
    int words = hits.getOrDefault(ALL_WORDS, 0);
    boolean plain = most >= PLAIN_HITS && 4 * most >= words && 2 * second(hits, best) < most;
    return plain ? best : "";
  }

  /** How many of each language's little words a text has, and under "" how many words at all. */
  private static Map<String, Integer> hits(String text) {
    TokenSpans spans = WordScanner.scan(text, 0, Math.min(text.length(), SAMPLE));
    Map<String, Integer> hits = new HashMap<>();
    for (int t = 0; t < spans.size; t++) {
      if (Character.isLetter(text.charAt(spans.start[t]))) {
        hits.merge(ALL_WORDS, 1, Integer::sum);
      }
      if (spans.end[t] - spans.start[t] <= LONGEST) {
        String word = text.substring(spans.start[t], spans.end[t]).toLowerCase(Locale.ROOT);
        ALL.getOrDefault(word, List.of()).forEach(l -> hits.merge(l, 1, Integer::sum));
      }
    }
    return hits;
  }

  private static String best(Map<String, Integer> hits) {
    String best = "";
    int most = 0;
    for (String language : BY_LANGUAGE.keySet()) {
      int own = hits.getOrDefault(language, 0);
      if (own > most) {
        most = own;
        best = language;
      }
    }
    return best;
  }

  private static int second(Map<String, Integer> hits, String best) {
    return BY_LANGUAGE.keySet().stream()
        .filter(l -> !l.equals(best))
        .mapToInt(l -> hits.getOrDefault(l, 0))
        .max()
        .orElse(0);
  }

  private static Map<String, List<String>> languagesByWord() {
    Map<String, List<String>> all = new HashMap<>();
    BY_LANGUAGE.forEach(
        (language, words) ->
            words.forEach(w -> all.computeIfAbsent(w, x -> new ArrayList<>()).add(language)));
    return all;
  }

  private static Map<String, Set<String>> read() {
    InputStream in = FunctionWords.class.getResourceAsStream("/stet/diff/function-words.txt");
    if (in == null) {
      throw new IllegalStateException("function-words.txt is missing from the program");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(':')),
                  line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")),
                  (a, b) -> a,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
