package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stet.extract.body.Lines;

/** A row's words must not keep its pattern from a text that it would fit. */
class LinesTableTest {
  private static final int TEXTS = 20_000;

  static List<Lines.Within> rows() {
    return Lines.within();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyTextThatFitsHasOneOfTheWords(Lines.Within row) {
    // The generator knows no word boundary; a space makes one and is no letter of a pattern's word.
    RgxGen generator = RgxGen.parse(row.pattern().pattern().replace("\\b", " "));
    Random random = new Random(1);
    List<String> fitting =
        Stream.generate(() -> generator.generate(random))
            .limit(TEXTS)
            .filter(text -> row.pattern().matcher(text).find())
            .toList();
    assertThat(fitting).hasSizeGreaterThan(TEXTS / 4).allMatch(row::fits);
  }
}
