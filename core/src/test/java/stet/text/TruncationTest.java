package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {
  private static final String FLAGS = "\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7";
  private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc, abc",
    "abc, 2, ab, ab\u2026",
    "abc, 0, '', \u2026",
    // An e with its accent is one.
    "ae\u0301b, 3, ae\u0301, ae\u0301\u2026",
    "ae\u0301b, 2, a, a\u2026",
    // So are a surrogate pair, a flag, a family, a thumb with its colour.
    "a\ud83d\ude00b, 2, a, a\u2026",
    FLAGS + ", 6, \ud83c\udde9\ud83c\uddea, \ud83c\udde9\ud83c\uddea\u2026",
    "x" + FAMILY + ", 4, x, x\u2026",
    "\ud83d\udc4d\ud83c\udffdx, 2, '', \u2026",
    // And a consonant with its vowel sign.
    "\u0e01\u0e34\u0e02, 1, '', \u2026",
    "\u0915\u093f\u0938, 2, \u0915\u093f, \u0915\u093f\u2026",
    "'a\r\nb', 2, a, a\u2026"
  })
  void noCharacterIsCutThrough(String text, int most, String head, String shortened) {
    assertThat(Truncation.head(text, most)).isEqualTo(head);
    assertThat(Truncation.shortened(text, most)).isEqualTo(shortened);
  }

  @ParameterizedTest
  @CsvSource({
    "ab, -1, 0, 0",
    "ab, 0, 0, 0",
    "ab, 1, 1, 1",
    "ab, 2, 2, 2",
    "ab, 3, 2, 2",
    "ae\u0301b, 2, 1, 3",
    "a\ud83d\ude00b, 2, 1, 3"
  })
  void placesToCutAreBesideIt(String text, int at, int before, int after) {
    assertThat(Truncation.before(text, at)).isEqualTo(before);
    assertThat(Truncation.after(text, at)).isEqualTo(after);
  }

  @Test
  void marksWithoutEndAreCutThrough() {
    String heap = "a" + "\u0301".repeat(1000) + "b";
    assertThat(Truncation.head(heap, 500)).hasSize(500);
    assertThat(Truncation.after(heap, 500)).isEqualTo(500);
    assertThat(Truncation.before(heap, 40)).isZero();
  }

  @Test
  void keptTextsAreCutBetweenSurrogatePairsAlone() {
    assertThat(Truncation.codePointBoundary("ae\u0301b", 2)).isEqualTo(2);
    assertThat(Truncation.codePointBoundary("a\ud83d\ude00b", 2)).isEqualTo(1);
    assertThat(Truncation.codePointBoundary("a\ud83d", 2)).isEqualTo(2);
    assertThat(Truncation.codePointBoundary("a\ud83db", 2)).isEqualTo(2);
    assertThat(Truncation.codePointBoundary("a", 0)).isZero();
  }
}
