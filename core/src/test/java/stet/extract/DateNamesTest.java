package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.extract.date.DateReader;
import stet.extract.page.DateContext;

/**
 * Days of every month as Unicode CLDR has them written, in the languages that news is written in.
 */
class DateNamesTest {
  private static final int[] STYLES = {DateFormat.FULL, DateFormat.LONG, DateFormat.MEDIUM};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US",
        "en-GB",
        "de",
        "fr",
        "es",
        "it",
        "pt-BR",
        "pt-PT",
        "nl",
        "sv",
        "nb",
        "nn",
        "da",
        "fi",
        "is",
        "fo",
        "pl",
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "sr-Latn",
        "mk",
        "bg",
        "ro",
        "hu",
        "sq",
        "el",
        "mt",
        "et",
        "lv",
        "lt",
        "ru",
        "uk",
        "be",
        "kk",
        "ky",
        "uz",
        "az",
        "tg",
        "hy",
        "ka",
        "tr",
        "ar-EG",
        "ar-LB",
        "ar-DZ",
        "ar-MA",
        "ur",
        "ps",
        "he",
        "hi",
        "mr",
        "ne",
        "bn",
        "pa",
        "gu",
        "ta",
        "te",
        "kn",
        "ml",
        "th",
        "lo",
        "km",
        "my",
        "vi",
        "id",
        "ms",
        "fil",
        "sw",
        "af",
        "am",
        "so",
        "cy",
        "ga",
        "lb",
        "ca",
        "gl",
        "eu",
        "zh-CN",
        "zh-TW",
        "ja",
        "ko",
        "fa",
        "th-u-ca-buddhist",
        "fa-u-ca-persian",
        "ja-u-ca-japanese",
        "zh-TW-u-ca-roc",
        "ar-SA-u-ca-islamic-umalqura",
        "am-u-ca-ethiopic"
      })
  void areRead(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag.contains("-u-") ? tag : tag + "-u-ca-gregory");
    DateContext context =
        DateContext.of(
            locale.getLanguage(),
            locale.getCountry().toLowerCase(Locale.ROOT),
            Set.of(),
            Instant.parse("2026-06-01T00:00:00Z"));
    List<String> wrong = new ArrayList<>();
    for (int style : STYLES) {
      DateFormat format = DateFormat.getDateInstance(Calendar.getInstance(locale), style, locale);
      format.setTimeZone(TimeZone.GMT_ZONE);
      for (int month = 1; month <= 12; month++) {
        LocalDate day = LocalDate.of(2024, month, 17);
        String text = format.format(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        String read =
            DateReader.first(text, context)
                .map(d -> d.moment().local().toLocalDate().toString())
                .orElse("none");
        if (!read.equals(day.toString())) {
          wrong.add(text + " read as " + read);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
