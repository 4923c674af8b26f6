package stet.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.StatedDate.Role;
import stet.extract.page.DateContext;

/** Dates as machines and newspapers write them. */
class DateReaderTest {
  private static String read(String text, String language, String country) {
    DateContext context =
        DateContext.of(language, country, Set.of(), Instant.parse("2026-06-01T00:00:00Z"));
    return DateReader.first(text, context)
        .map(date -> date.moment().stated(Role.PUBLISHED, date.printed(), "test").iso())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nov 19, 2015, 10:51 pm IST | en | in | 2015-11-19T22:51+05:30",
        "Tue Jul 30 09:35:14 CEST 2019 | en | de | 2019-07-30T09:35:14+02:00",
        "2018-11-28CET11:59:00+0100 | en | de | 2018-11-28T11:59:00+01:00",
        "2022-5-5 22:17:36 | es | co | 2022-05-05T22:17:36",
        "19 novembre 2015 à 22h51 | fr | fr | 2015-11-19T22:51",
        "2015-11-19T22:51:00.123Z | en | us | 2015-11-19T22:51:00Z",
        "20151119T225100+0530 | en | in | 2015-11-19T22:51:00+05:30",
        "20151119225100 | en | in | 2015-11-19T22:51:00",
        "5:03pm, 22 September 2022 | en | gb | 2022-09-22T17:03",
        "3.41 pm IST, May 5, 2022 | en | in | 2022-05-05T15:41+05:30",
        "11/12/2015 | en | gb | 2015-12-11",
        "11/12/2015 | en | '' | 2015-11-12",
        "13/12/2015 | en | us | 2015-12-13",
        "19.11.2015, 22.51 Uhr | de | de | 2015-11-19T22:51",
        "2015年11月19日 22時51分 | ja | jp | 2015-11-19T22:51",
        "2015년 11월 19일 오후 10:51 | ko | kr | 2015-11-19T22:51",
        "2015. november 19. 22:51 | hu | hu | 2015-11-19T22:51",
        "19 de noviembre de 2015 | es | es | 2015-11-19",
        "19 ноября 2015, 22:51 | ru | ru | 2015-11-19T22:51",
        "१९ नवंबर २०१५ | hi | in | 2015-11-19",
        "١٩ نوفمبر ٢٠١٥ | ar | eg | 2015-11-19",
        "24 نيسان / أبريل 2020 | ar | jo | 2020-04-24",
        "۲۸ آبان ۱۳۹۴ | fa | ir | 2015-11-19",
        "19 พฤศจิกายน 2558 | th | th | 2015-11-19",
        "ngày 19 tháng 11 năm 2015 | vi | vn | 2015-11-19",
        "21 listopada 2015 | hr | hr | 2015-10-21",
        "21 listopada 2015 | pl | pl | 2015-11-21",
        "26 March 2022 at 9:30 a.m. ET | en | us | 2022-03-26T09:30-04:00",
        "Jan 5, 2022 9:30 a.m. ET | en | us | 2022-01-05T09:30-05:00",
        "令和5年8月5日 14時05分 | ja | jp | 2023-08-05T14:05",
        "令和元年8月5日 | ja | jp | 2019-08-05",
        "公開 平成31年4月1日 | ja | jp | 2019-04-01",
        "更新令和６年３月５日　午後2時05分 | ja | jp | 2024-03-05T14:05",
        "R6.3.5 | ja | jp | 2024-03-05",
        "令和6.3.5 | ja | jp | 2024-03-05",
        "R6.3.5 | en | gb | none",
        "中華民國113年3月5日 12:02 | zh | tw | 2024-03-05T12:02",
        "民國113年3月5日 | zh | '' | 2024-03-05",
        "113-03-05 12:02 | zh | tw | 2024-03-05T12:02",
        "113年3月5日 | zh | tw | 2024-03-05",
        "113-03-05 | en | us | none",
        "5 มี.ค. 67 14:05 น. | th | th | 2024-03-05T14:05",
        "5 มีนาคม พ.ศ. 2567 | th | th | 2024-03-05",
        "05/03/2567 14:05 | th | th | 2024-03-05T14:05",
        "5 มี.ค. 2567 | th | th | 2024-03-05",
        "۱۵ اسفند ۱۴۰۲ - ۱۲:۰۲ | fa | ir | 2024-03-05T12:02",
        "۱۴۰۲/۱۲/۱۵ ۱۲:۰۲ | fa | ir | 2024-03-05T12:02",
        "۱۵ حوت ۱۴۰۲ | fa | af | 2024-03-05",
        "24 شعبان 1445 هـ | ar | sa | 2024-03-05",
        "24 شعبان 1445 هـ - 5 مارس 2024 12:02 | ar | sa | 2024-03-05T12:02",
        "31 اسفند 1402 | fa | ir | none",
        "26 የካቲት 2016 | am | et | 2024-03-05",
        "5 August 2023, 24:00 CEST | en | de | 2023-08-06T00:00+02:00",
        "31.12.2023, 24.00 Uhr | de | de | 2024-01-01T00:00",
        "5 August 2023 24:30 | en | gb | 2023-08-05",
        "Published 5 March 2024 / Updated 08:05 | en | gb | 2024-03-05",
        "version 2.11.2019.4 | en | us | none",
        "call 2015-2016 | en | us | none",
      })
  void readsTheMoment(String text, String language, String country, String iso) {
    assertThat(read(text, language, country)).isEqualTo(iso);
  }

  @Test
  void anAmbiguousAbbreviationIsResolvedByCountryAndSeason() {
    assertThat(read("5 July 2021 10:00 BST", "en", "gb")).isEqualTo("2021-07-05T10:00+01:00");
    assertThat(read("5 July 2021 10:00 BST", "bn", "bd")).isEqualTo("2021-07-05T10:00+06:00");
    assertThat(read("5 July 2021 10:00 IST", "en", "ie")).isEqualTo("2021-07-05T10:00+01:00");
    assertThat(read("5 January 2021 10:00 IST", "he", "il")).isEqualTo("2021-01-05T10:00+02:00");
    assertThat(read("5 July 2021 10:00 CST", "zh", "cn")).isEqualTo("2021-07-05T10:00+08:00");
  }

  @Test
  void severalDatesInOneLineKeepTheirOwnTimes() {
    DateContext context =
        DateContext.of("en", "in", Set.of(), Instant.parse("2026-06-01T00:00:00Z"));
    assertThat(
            DateReader.find(
                "Published Nov 19, 2015, 10:51 pm IST | Updated Mar 27, 2019, 1:30 am IST",
                context))
        .extracting(FoundDate::printed)
        .containsExactly("Nov 19, 2015, 10:51 pm IST", "Mar 27, 2019, 1:30 am IST");
  }
}
