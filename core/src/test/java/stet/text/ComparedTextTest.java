package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text made clean, and text made the same for comparing. */
class ComparedTextTest {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "a b, a b",
    "'  a  b ', a b",
    "'a\t\u0000\u000bb', a b",
    "'a\u00a0\u2003\u3000b', a b",
    "'a\u2028\u2029\u0085b', a b",
    "a\u200bb\ufeffc\u0080\u009fd\u007f, abcd",
    "'\u200b \ufeff', ''",
    "a\u00adb\u200dc, a\u00adb\u200dc",
    "\u00c9t\u00e9, \u00c9t\u00e9",
    "\ud83d\ude00, \ud83d\ude00"
  })
  void whiteSpaceIsOneSpaceAndWhatIsNoCharacterGoes(String raw, String clean) {
    assertThat(CleanText.of(raw)).isEqualTo(clean);
    assertThat(CleanText.of(clean)).isEqualTo(clean);
    assertThat(CleanText.isBlank(raw)).isEqualTo(clean.isEmpty());
  }

  @Test
  void halfOfAPairIsReplaced() {
    assertThat(CleanText.of("a\ud83d b\ude00\ud83d")).isEqualTo("a\ufffd b\ufffd\ufffd");
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3", "'  a  b c ', 5", "'\n', 0", "\u00a0, 1"})
  void inkIsNearlyTheLengthOfTheCleanText(String raw, int units) {
    assertThat(CleanText.inked(raw)).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "The END, the end, theend",
    "'  A\u00a0B ', a b, ab",
    "\u201cNo\u201d \u2013 \u2018no\u2019 \u00abno\u00bb, '\"no\" - ''no'' \"no\"', nonono",
    "don`t don\u2019t, 'don''t don''t', dontdont",
    "10\u221220 \u2014 30, 10-20 - 30, 102030",
    "\uff21\uff22\uff11 \ufb01n, ab1 fin, ab1fin",
    "e\u0301\u00c9, \u00e9\u00e9, \u00e9\u00e9",
    "STRA\u1e9eE Stra\u00dfe, stra\u00dfe stra\u00dfe, stra\u00dfestra\u00dfe",
    "\u0410\u0411 \u0663, \u0430\u0431 \u0663, \u0430\u0431\u0663",
    "\u2039a\u203a \u2015, \u2039a\u203a \u2015, a"
  })
  void foldedTextIsTheSameHoweverItIsSet(String text, String folded, String letters) {
    assertThat(FoldedText.of(text)).isEqualTo(folded);
    assertThat(FoldedText.letters(text)).isEqualTo(letters);
  }

  @Test
  void theMachinesLocaleDoesNotCount() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(FoldedText.of("TITLE I")).isEqualTo("title i");
      assertThat(FoldedText.letters("TITLE I")).isEqualTo("titlei");
      assertThat(Capitals.first("it is")).isEqualTo("It is");
      assertThat(Capitals.withoutFirst("It is")).isEqualTo("it is");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "word, Word, word",
    "Word, Word, word",
    "'', '', ''",
    "1 word, 1 word, 1 word",
    "\u00e9t\u00e9, \u00c9t\u00e9, \u00e9t\u00e9"
  })
  void sentencesBeginWithACapital(String text, String first, String withoutFirst) {
    assertThat(Capitals.first(text)).isEqualTo(first);
    assertThat(Capitals.withoutFirst(text)).isEqualTo(withoutFirst);
  }

  @Test
  void whatIsNotNormalizedIsItselfWhateverStandsBeforeIt() {
    StringBuilder all = new StringBuilder();
    for (char c = 0x20; c < 0xd800; c++) {
      if (c < 0x7f || FoldedText.isItself(c)) {
        all.append(c);
      }
    }
    assertThat(all).hasSizeGreaterThan(30_000);
    for (String first : List.of("a", "e", "\u00fc", "\u0438", "\u304b", "\uac00")) {
      StringBuilder pairs = new StringBuilder();
      all.chars().forEach(c -> pairs.append(first).append((char) c));
      assertThat(Normalizer.isNormalized(pairs, Normalizer.Form.NFKC)).as(first).isTrue();
    }
  }
}
