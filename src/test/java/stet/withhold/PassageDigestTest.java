package stet.withhold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageDigestTest {
  private static String found(String passage, String text) {
    return PassageDigest.of(passage, "s").find(text).stream()
        .map(p -> text.substring(p.start(), p.end()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "the old pier;He saw The  old\u00a0pier, and left;The  old\u00a0pier",
        "the old pier;the older pier;''",
        "Ann;Anniversary of Ann and Joann;Ann",
        "caf\u00e9 noir;a cafe\u0301 noir or CAFE NOIR;cafe\u0301 noir|CAFE NOIR",
        "\u65b0\u578b;\u8fd9\u662f\u65b0\u578b\u75c5\u6bd2;\u65b0\u578b",
        "don't go;Don\u2019t go;Don\u2019t go",
        "a-b;ab a b;ab|a b",
        "na;nana na;na"
      })
  void findsWordsHoweverTheyAreSet(String passage, String text, String expected) {
    assertThat(found(passage, text)).isEqualTo(expected);
  }

  @Test
  void findsEveryStretchOfRandomWords() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> words =
          random.ints(60, 0, 4).mapToObj(i -> List.of("ab", "a", "bab", "c").get(i)).toList();
      int from = random.nextInt(50);
      int to = from + 1 + random.nextInt(10);
      PassageDigest passage =
          PassageDigest.of(String.join(", ", words.subList(from, to)), "salt" + round);
      assertThat(passage.isIn(String.join(" ", words))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p>the <b>old</b> p<i>ier</i></p>~UTF-8",
        "<meta content='the old pier'>~UTF-8",
        "{\"articleBody\":\"\\u003cp\\u003ethe\\nold\\u0020pier\\u003c/p\\u003e\"}~UTF-8",
        "&lt;p&gt;the old&#32;pier~UTF-8",
        "<meta charset=windows-1251>the old pier~windows-1251",
        "the old pier~UTF-16"
      })
  void pagesAreLookedThroughWhateverShowsTheWords(String page, String charset) {
    Withheld mark = WithholdingTest.passage("the old pier");
    assertThat(mark.isSaidBy(page.getBytes(Charset.forName(charset)), "text/html")).isTrue();
    assertThat(mark.isSaidBy("the older pier".getBytes(StandardCharsets.UTF_8), "")).isFalse();
  }
}
