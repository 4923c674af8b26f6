package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlCharactersTest {
  @ParameterizedTest
  @CsvSource({
    "0000, control",
    "0009, control",
    "000a, control",
    "001b, control",
    "007f, control",
    "0080, control",
    "0085, control",
    "009f, control",
    "2028, separator",
    "2029, separator",
    "202a, bidi",
    "202e, bidi",
    "2066, bidi",
    "2069, bidi",
    "0020, none",
    "007e, none",
    "00a0, none",
    "00ad, none",
    "200b, none",
    "200e, none",
    "200f, none",
    "202f, none",
    "2065, none",
    "206a, none",
    "feff, none",
    "1f600, none"
  })
  void eachIsOfOneKind(String hex, String kind) {
    int c = Integer.parseInt(hex, 16);
    assertThat(ControlCharacters.isControl(c)).isEqualTo(kind.equals("control"));
    assertThat(ControlCharacters.isSeparator(c)).isEqualTo(kind.equals("separator"));
    assertThat(ControlCharacters.isBidi(c)).isEqualTo(kind.equals("bidi"));
    assertThat(ControlCharacters.isAny(c)).isEqualTo(!kind.equals("none"));
  }

  @Test
  void textMayKeepItsLineBreaksAndTabsAndNoOther() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      boolean kept = c == '\n' || c == '\t' || c == '\r';
      assertThat(SafeText.isRisky((char) c)).isEqualTo(ControlCharacters.isAny(c) && !kept);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "timed out, timed out",
    "' a  b ', a b",
    "'a\r\n\r\nb', a b",
    "'a\tb\u001b[1m', a b [1m",
    "'a\u0085b\u2028c\u2029', a b c",
    "'\u0000', ''",
    "'\u00e9\u00a0\u00e0', '\u00e9\u00a0\u00e0'"
  })
  void aMessageIsOneLine(String text, String line) {
    assertThat(OneLine.of(text)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "e\u0301, \u00e9",
    "Silben\u00adtrennung, Silbentrennung",
    "\u200ea\u200db\u2066c\u2069\ufeff, abc",
    "\u0645\u0640\u0640\u0631, \u0645\u0631",
    "\u2764\ufe0f, \u2764",
    "a\u00a0b, a\u00a0b"
  })
  void whatShowsNothingIsLeftOut(String text, String seen) {
    assertThat(VisibleText.of(text)).isEqualTo(seen);
  }
}
