package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagsTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', '', ''",
    "de, de, de, de",
    "EN-us, en-US, en, en-US",
    "pt_br, pt-BR, pt, pt-BR",
    "zh-hant-TW, zh-Hant-TW, zh, zh-Hant-TW",
    "' fr ', fr, ' fr ', ''",
    "sr_Latn, sr-Latn, sr, sr-Latn",
    "de-1996, de-1996, de, de",
    "xx, xx, xx, ''",
    "en-ZZ, en-ZZ, en, en",
    "en-Zzzz, en-Zzzz, en, en",
    "english, '', english, ''",
    "en-US;q=0.8, '', en, ''",
    "'en\"><b', '', 'en\"><b', ''"
  })
  void readsTagsAsTheyAreWritten(String tag, String canonical, String primary, String registered) {
    assertThat(LanguageTags.canonical(tag)).isEqualTo(canonical);
    assertThat(LanguageTags.primary(tag)).isEqualTo(primary);
    assertThat(LanguageTags.registered(tag)).isEqualTo(registered);
  }

  @Test
  void aLanguageIsTheSameInAnyScriptAndRegion() {
    assertThat(LanguageTags.sameLanguage("EN_us", "en")).isTrue();
    assertThat(LanguageTags.sameLanguage("pt", "pt-BR")).isTrue();
    assertThat(LanguageTags.sameLanguage("en", "eng")).isFalse();
  }

  @Test
  void theMachinesLocaleDoesNotCount() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(LanguageTags.primary("ID_id")).isEqualTo("id");
      assertThat(LanguageTags.canonical("ID_id")).isEqualTo("id-ID");
    } finally {
      Locale.setDefault(before);
    }
  }
}
