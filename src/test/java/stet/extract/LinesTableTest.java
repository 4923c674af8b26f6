package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row's words must not keep its pattern from a text that it would fit. */
class LinesTableTest {
  private static final int TEXTS = 20_000;

  /**
   * The letters and spaces that stand in the pattern, piece by piece, as a text might have them.
   */
  private static final Pattern PIECE = Pattern.compile("[\\p{L}' -]+");

  static List<Lines.Within> rows() {
    return Lines.within();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyTextThatFitsHasOneOfTheWords(Lines.Within row) {
    String[] pieces =
        PIECE
            .matcher(row.pattern().pattern().replace("\\b", " "))
            .results()
            .map(r -> r.group().replace("  ", " "))
            .toArray(String[]::new);
    Random random = new Random(1);
    List<String> fitting = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        // Neighbours in the pattern are tried most, since they are what it puts together.
        int at = random.nextInt(pieces.length);
        text.append(pieces[at]).append(random.nextInt(3) == 0 ? " " : "");
        text.append(pieces[Math.min(pieces.length - 1, at + 1 + random.nextInt(8))]);
      }
      if (row.pattern().matcher(text).find()) {
        fitting.add(text.toString());
      }
    }
    assertThat(fitting).hasSizeGreaterThan(50).allMatch(row::fits);
  }
}
