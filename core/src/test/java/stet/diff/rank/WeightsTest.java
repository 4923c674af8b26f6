package stet.diff.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights as people write them. */
class WeightsTest {
  @Test
  void someAreChangedAndTheOthersStay() {
    Weights weights = Weights.of("number 41,  late 0");
    assertThat(weights.of(Signal.NUMBER)).isEqualTo(41);
    assertThat(weights.of(Signal.LATE)).isZero();
    assertThat(weights.of(Signal.NAME)).isEqualTo(Weights.STANDARD.of(Signal.NAME));
  }

  @Test
  void noneIsTheStandard() {
    assertThat(Weights.of(" ")).isEqualTo(Weights.STANDARD);
    assertThat(Weights.problem("")).isEmpty();
  }

  @Test
  void whatIsWrittenOutReadsBack() {
    Weights weights = Weights.of("headline 3, silent 100");
    assertThat(Weights.of(weights.text())).isEqualTo(weights).isNotEqualTo(Weights.STANDARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number        | has 'number', which is no name and number such as 'number 40'",
        "number -4     | has 'number -4', which is no name and number such as 'number 40'",
        "number 4,     | has '', which is no name and number such as 'number 40'",
        "nubmer 4      | has 'nubmer', which is no weight; did you mean 'number'?",
        "number 101    | has 'number 101', which must be 0 to 100",
        "late 1, late 2| has 'late' twice",
      })
  void whatIsWrongIsSaid(String text, String problem) {
    assertThat(Weights.problem(text)).isEqualTo(problem);
    assertThatThrownBy(() -> Weights.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatIsLikeNoneGetsAllOfThem() {
    assertThat(Weights.problem("zzzzzz 3")).contains("none of headline, dek, ");
  }
}
