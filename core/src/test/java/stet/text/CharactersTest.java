package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single characters are. */
class CharactersTest {
  @Test
  void whiteSpaceIsWhatUnicodeSaysIt() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      assertThat(WhiteSpace.is((char) c))
          .as("U+%04X", c)
          .isEqualTo(UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, true, true",
    "\u00e9, true, true",
    "7, true, true",
    "\u0663, true, true",
    "\u0301, true, true",
    "\u093f, true, true",
    "\u6771, true, true",
    "\u00bd, false, true",
    "\u2167, false, true",
    "\u00b2, false, true",
    "\u20dd, false, true",
    "_, false, false",
    "-, false, false",
    "\u2019, false, false",
    "\u20ac, false, false",
    "\u00ad, false, false",
    "' ', false, false"
  })
  void wordsAreMadeOfLettersDigitsAndMarks(String text, boolean letterDigitOrMark, boolean word) {
    int c = text.codePointAt(0);
    assertThat(WordCharacters.isLetterDigitOrMark(c)).isEqualTo(letterDigitOrMark);
    assertThat(WordCharacters.isWord(c)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "no, false",
    "no 1, true",
    "\u0663, true",
    "\u0969, true",
    "\uff13, true",
    "\u2167 \u00bd \u00b2, false",
    "\u4e09, false",
    "\ud835\udfcf, false"
  })
  void digitsAreThoseOfAnyScript(String text, boolean digits) {
    assertThat(Digits.in(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "\u2018, ''''",
    "\u2019, ''''",
    "\u201b, ''''",
    "`, ''''",
    "\u00b4, ''''",
    "\u2032, ''''",
    "\u203a, ''''",
    "\u201c, '\"'",
    "\u201e, '\"'",
    "\u00ab, '\"'",
    "\u2033, '\"'",
    "\u2010, -",
    "\u2013, -",
    "\u2014, -",
    "\u2212, -",
    "a, a",
    "\u300c, \u300c",
    "\u2026, \u2026"
  })
  void signsThatPrintTheSameMarkAreOne(char c, char plain) {
    assertThat(PlainPunctuation.of(c)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "a, false",
    "\u00e9, false",
    "\u2026, false",
    "\uff71, false",
    "\u6771, true",
    "\u3042, true",
    "\uac00, true",
    "\uff21, true",
    "\u3000, true",
    "\ud83d\ude00, true"
  })
  void wideCharactersTakeTheRoomOfTwo(String text, boolean wide) {
    assertThat(EastAsianWidth.isWide(text.codePointAt(0))).isEqualTo(wide);
  }

  @ParameterizedTest
  @CsvSource({
    "0dff, ''",
    "0e00, thai",
    "0eff, thai",
    "0f00, ''",
    "0fff, ''",
    "1000, myanmar",
    "109f, myanmar",
    "10a0, ''",
    "177f, ''",
    "1780, khmer",
    "17ff, khmer",
    "1800, ''",
    "2e7f, ''",
    "2e80, east",
    "abff, east",
    "ac00, hangul",
    "d7a3, hangul",
    "d7a4, east",
    "ff21, east",
    "20000, east"
  })
  void scriptsLieInBlocks(String hex, String block) {
    int c = Integer.parseInt(hex, 16);
    assertThat(ScriptBlocks.isThaiOrLao(c)).isEqualTo(block.equals("thai"));
    assertThat(ScriptBlocks.isMyanmar(c)).isEqualTo(block.equals("myanmar"));
    assertThat(ScriptBlocks.isKhmer(c)).isEqualTo(block.equals("khmer"));
    assertThat(ScriptBlocks.isHangul(c)).isEqualTo(block.equals("hangul"));
    assertThat(ScriptBlocks.isEastAsianOrBehind(c))
        .isEqualTo(block.equals("east") || block.equals("hangul"));
  }
}
