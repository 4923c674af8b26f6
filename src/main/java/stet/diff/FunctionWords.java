package stet.diff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The little words of several languages, from {@code function-words.txt}: words that two unrelated
 * sentences share by chance, and so say little about what belongs together.
 */
final class FunctionWords {
  private static final int LONGEST = 12;
  private static final Set<String> ALL = read();

  private FunctionWords() {}

  static boolean contains(char[] chars, int length) {
    return length <= LONGEST && ALL.contains(new String(chars, 0, length));
  }

  private static Set<String> read() {
    InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt");
    if (in == null) {
      throw new IllegalStateException("function-words.txt is missing from the program");
    }
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .flatMap(line -> Arrays.stream(line.split("\\s+")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
