package stet.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest {
  private static HeaderFields fields(String... lines) {
    HeaderFields fields = new HeaderFields();
    for (String line : lines) {
      fields.addLine(line);
    }
    return fields;
  }

  @Test
  void keepsAllOfANameInOrder() {
    HeaderFields fields = fields("Via: one\r", "Age:7", "VIA :\ttwo ");
    assertThat(fields.all("via")).containsExactly("one", "two");
    assertThat(fields.first("via")).contains("one");
    assertThat(fields.first("age")).contains("7");
    assertThat(fields.all("date")).isEmpty();
  }

  @Test
  void aValueMayBeginOrGoOnInTheNextLine() {
    HeaderFields fields = fields("WARC-Type:", " response", "X: one", "\ttwo\r", "  ", " three");
    assertThat(fields.first("WARC-Type")).contains("response");
    assertThat(fields.first("X")).contains("one two three");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no colon here", ": no name", "\r"})
  void aLineThatIsNoFieldAddsNothing(String line) {
    HeaderFields fields = new HeaderFields();
    assertThat(fields.addLine(line)).isFalse();
    assertThat(fields.isEmpty()).isTrue();
  }

  @Test
  void aValueOfManyLinesIsPutTogetherOnce() {
    HeaderFields fields = fields("X: a");
    for (int i = 0; i < 300_000; i++) {
      fields.addLine(" b");
    }
    assertThat(fields.first("X").orElseThrow()).hasSize(1 + 2 * 300_000);
  }
}
