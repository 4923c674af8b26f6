package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.diff.judge.Labelled.REST;
import static stet.diff.judge.Labelled.ids;
import static stet.diff.judge.Labelled.in;
import static stet.diff.judge.Labelled.label;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.diff.PlainDate;
import stet.diff.Texts;
import stet.diff.rank.Age;
import stet.diff.rank.Weights;
import stet.diff.standard.Differs;
import stet.diff.tell.Telling;

/** What in an edit is a number, what a time of day and what a date. */
class NumbersAndTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ja|会議は18時30分に始まる。|会議は19時30分に始まる。|date-time",
        "ja|会議は18時30分に始まる。|会議は18時45分に始まる。|date-time",
        "ja|令和5年の報告。|令和6年の報告。|date-time",
        "ja|作業は3時間かかる。|作業は5時間かかる。|number",
        "ja|懲役3年の判決。|懲役30年の判決。|number",
        "ja|30人がけがをした。|47人がけがをした。|number",
        "zh|会议5月6日开始。|会议5月8日开始。|date-time",
        "zh|会议8点30分开始。|会议9点30分开始。|date-time",
        "zh|他得了8点。|他得了9点。|number",
        "ko|회의는 18시에 시작한다.|회의는 19시에 시작한다.|date-time",
        "ko|회의는 2023년에 열렸다.|회의는 2024년에 열렸다.|date-time",
        "ko|회의는 5월 6일에 열렸다.|회의는 5월 8일에 열렸다.|date-time",
        "ko|작업은 3시간 걸렸다.|작업은 5시간 걸렸다.|number",
        "th|เริ่มเวลา 18.30 น.|เริ่มเวลา 19.30 น.|date-time",
        "th|ประชุมวันที่ 5 พฤษภาคม|ประชุมวันที่ 6 พฤษภาคม|date-time",
        "th|บาดเจ็บ 12 คน|บาดเจ็บ 47 คน|number",
        "en|It begins at 10am sharp.|It begins at 11am sharp.|date-time",
        "en|It begins at 10.30 pm sharp.|It begins at 11.30 pm sharp.|date-time",
        "en|It rose by 10.30 per cent.|It rose by 11.30 per cent.|number",
        "en|It fell to -5 degrees.|It fell to 5 degrees.|number",
        "de|Es beginnt um 18 Uhr.|Es beginnt um 19 Uhr.|date-time",
        "fr|Début à 18h30 ce soir.|Début à 19h30 ce soir.|date-time",
      })
  void numbersAndTimesAreToldApart(String lang, String before, String after, String expected) {
    ArticleVersion a = in(lang, Texts.version(List.of(before)));
    ArticleVersion b = in(lang, Texts.version(List.of(after)));
    Set<String> told = ids(label(a, b, List.of()));
    told.retainAll(Set.of("number", "date-time"));
    assertThat(told).containsExactly(expected);
  }

  @Test
  void aHeadlineInAnotherOrderChangesNoNumberAndNoName() {
    ArticleVersion a = Texts.version("12 boats of Port Merrow leave as storm nears", List.of(REST));
    ArticleVersion b = Texts.version("Storm nears as 12 boats of Port Merrow leave", List.of(REST));
    assertThat(ids(label(a, b, List.of())))
        .contains("headline")
        .doesNotContain("number", "name", "date-time");
  }

  @Test
  void twoNumbersThatChangedPlacesDidChange() {
    ArticleVersion a = Texts.version("Storm: 12 dead, 47 missing", List.of(REST));
    ArticleVersion b = Texts.version("Storm: 47 dead, 12 missing", List.of(REST));
    assertThat(ids(label(a, b, List.of()))).contains("headline", "number");
  }

  @Test
  void aClockInTheHeadlineTellsLessThanANumberInTheText() {
    ArticleVersion a =
        Texts.version("Live at 10:42: harbour closed", List.of("12 people were hurt.", REST));
    ArticleVersion b =
        Texts.version("Live at 11:05: harbour closed", List.of("47 people were hurt.", REST));
    JudgedRevision judged = JudgedRevision.of(a, b, Differs.standard().diff(a, b));
    List<Label> labels = Differs.labeller().label(judged, List.of());
    assertThat(ids(labels)).contains("headline", "date-time", "number");
    assertThat(Telling.of(judged, labels, Age.UNKNOWN, Weights.STANDARD).excerpt().where())
        .isEqualTo("paragraph 1");
  }

  @Test
  void datesAreToldAsTheyAreRead() {
    assertThat(PlainDate.way("2024-05-06T09:00Z", "2024-05-06T11:30Z"))
        .isEqualTo("from 09:00 to 11:30 UTC on 6 May 2024");
    assertThat(PlainDate.way("2024-05-06T09:00+05:30", "2024-05-07T11:30+05:30"))
        .isEqualTo("from 6 May 2024, 09:00 to 7 May 2024, 11:30 UTC+05:30");
    assertThat(PlainDate.way("2024-05-06T09:00", "2024-05-06T11:30-04:00"))
        .isEqualTo("from 6 May 2024, 09:00 to 6 May 2024, 11:30 UTC-04:00");
    assertThat(PlainDate.way("2024-05-06T09:00:10Z", "2024-05-06T09:00:50Z"))
        .isEqualTo("from 6 May 2024, 09:00 to 6 May 2024, 09:00 UTC");
    assertThat(PlainDate.way("2024-05-06", "2024-05-06T11:30"))
        .isEqualTo("from 6 May 2024 to 6 May 2024, 11:30");
    assertThat(PlainDate.of("2024-05")).isEqualTo("May 2024");
    assertThat(PlainDate.of("2024")).isEqualTo("2024");
  }
}
