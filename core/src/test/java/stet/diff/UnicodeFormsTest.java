package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.standard.Differs;

/**
 * What differs in Unicode's forms alone makes neither a version nor a mark, and is kept as served.
 * All texts are made up.
 */
class UnicodeFormsTest {
  private static final String PLAIN =
      "The café in Málaga's harbour quarter reopened on Monday, its owner Zoë Ångström said.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "har\u00adbour", // soft hyphen
        "har\u200bbour", // space without width
        "har\u200cbour", // non-joiner
        "har\u200dbour", // joiner
        "har\u2060bour", // word joiner
        "har\ufeffbour", // byte-order mark
        "\u200eharbour\u200f", // marks of direction
        "\u202aharbour\u202c", // embedding
        "\u2068harbour\u2069", // isolate
        "\u061charbour",
        "har\u034fbour", // grapheme joiner
        "harbour\ufe0f" // selector of a variant
      })
  void charactersThatShowNothing(String spelt) {
    same(PLAIN, PLAIN.replace("harbour", spelt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PLAIN,
        "Der Bürgermeister von Göteborg kündigte größere Änderungen am Hafen an.",
        "Thành phố đóng cửa cây cầu cũ để sửa chữa trong mười tám tháng.",
        "부산 항만 당국은 월요일 다리를 폐쇄한다고 밝혔다.",
        "港の橋は月曜日に閉鎖され、バスが代わりに運行されると市は発表した。ガード下も。",
        "Ο δήμαρχος ανακοίνωσε ότι η γέφυρα θα κλείσει τη Δευτέρα.",
        "Мэр объявил, что старый мост закрыт ещё на год; мой йод."
      })
  void composedAndDecomposed(String text) {
    same(
        Normalizer.normalize(text, Normalizer.Form.NFC),
        Normalizer.normalize(text, Normalizer.Form.NFD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"شورا گفت که پل را می\u200cبندند", "شورا گفت که پل را مـیبندند"})
  void joinersAndStretchesOfArabicLetters(String text) {
    same("شورا گفت که پل را میبندند", text);
  }

  @Test
  void aPictographInEitherShape() {
    same("Sunny \u2600 and mild by noon", "Sunny \u2600\ufe0f and mild by noon");
  }

  @Test
  void lettersThatOnlyLookAlikeAreAnotherText() {
    assertThat(digest("Port Alder closed")).isNotEqualTo(digest("P\u043ert Alder closed"));
    assertThat(digest("the resume")).isNotEqualTo(digest("the résumé"));
    assertThat(digest("10² metres")).isNotEqualTo(digest("102 metres"));
  }

  private static void same(String before, String after) {
    ArticleVersion old = Texts.version(List.of(before));
    ArticleVersion now = Texts.version(List.of(after));
    assertThat(after).isNotEqualTo(before);
    assertThat(ArticleDigest.compared(now)).isEqualTo(ArticleDigest.compared(old));
    assertThat(ArticleDigest.full(now)).isNotEqualTo(ArticleDigest.full(old));
    assertThat(now.body()).extracting(Block::text).containsExactly(after);
    Revision revision = Differs.standard().diff(old, now);
    assertThat(revision.isEmpty()).isTrue();
    assertThat(revision.counts().changed()).isZero();
  }

  private static String digest(String text) {
    return ArticleDigest.compared(Texts.version(List.of(text)));
  }
}
