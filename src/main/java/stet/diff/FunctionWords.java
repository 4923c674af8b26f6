package stet.diff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The little words of several languages, from {@code function-words.txt}: words that two unrelated
 * sentences share by chance, and so say little about what belongs together.
 */
final class FunctionWords {
  private static final int LONGEST = 12;
  private static final int SAMPLE = 20_000;
  private static final Map<String, Set<String>> BY_LANGUAGE = read();
  private static final Set<String> ALL =
      BY_LANGUAGE.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  static boolean contains(char[] chars, int length) {
    return length <= LONGEST && ALL.contains(new String(chars, 0, length));
  }

  /**
   * The language whose little words a text uses most.
   *
   * @param least fewer of them prove nothing
   * @return its language subtag, or empty where that is not clear
   */
  static String language(String text, int least) {
    TokenSpans spans = WordScanner.scan(text, 0, Math.min(text.length(), SAMPLE));
    String best = "";
    int most = least - 1;
    for (Map.Entry<String, Set<String>> language : BY_LANGUAGE.entrySet()) {
      int hits = 0;
      for (int t = 0; t < spans.size; t++) {
        boolean little = spans.end[t] - spans.start[t] <= LONGEST;
        String word = little ? text.substring(spans.start[t], spans.end[t]) : "";
        hits += language.getValue().contains(word) ? 1 : 0;
      }
      if (hits > most) {
        most = hits;
        best = language.getKey();
      }
    }
    return best;
  }

  private static Map<String, Set<String>> read() {
    InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt");
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
