package stet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.StatedDate.Form;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;

/** When two statements cannot be one statement seen twice. */
class StatedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // written dates
        "2024-03-05T08:05 | 2024-03-05T08:05 | false",
        "2024-03-05T08:05 | 2024-03-05T08:06 | true",
        "2024-03-05T08:05Z | 2024-03-05T09:05+01:00 | false",
        "2024-03-05 | 2024-03-05T08:05 | false",
        "2024-03-05 | 2024-03-07T08:05 | true",
        "2024-03-05 | 2024-03-05 | false",
        // a time of day alone: its day is told from the capture and says nothing
        "clock 2024-03-05T08:05 | clock 2024-03-05T12:02 | true",
        "clock 2024-03-05T08:05 | clock 2024-03-06T08:05 | false",
        "clock 2024-03-05T08:05 | 2024-03-05T08:05 | false",
        "clock 2024-03-05T08:05+01:00 | 2024-03-05T07:05Z | false",
        "clock 2024-03-05T08:05+01:00 | 2024-03-05T08:05Z | true",
        "clock 2024-03-05T08:05 | 2024-03-05 | false",
        "clock 2024-03-05T08:05Z | ago 2024-03-05T07:30Z PT1H | false",
        "clock 2024-03-05T08:05Z | ago 2024-03-05T08:30Z PT1H | true",
        "clock 2024-03-05T00:10Z | ago 2024-03-04T23:30Z PT1H | false",
        "clock 2024-03-05T08:05Z | ago 2024-03-01T08:30Z PT36H | false",
        // told from the visit: stretches that overlap may hold one moment
        "ago 2024-03-05T07:00Z PT1H30M | ago 2024-03-05T08:00Z PT1H30M | false",
        "ago 2024-03-05T07:00Z PT1H30M | ago 2024-03-05T11:00Z PT5M | true",
        "ago 2024-03-05T07:00Z PT1H30M | 2024-03-05T08:05Z | false",
        "ago 2024-03-05T07:00Z PT1H30M | 2024-03-05T10:05Z | true",
        "ago 2024-03-05T07:00Z PT1H30M | 2024-03-05 | false",
      })
  void movesOnlyWhereOneMomentCannotBeMeant(String was, String is, boolean moved) {
    assertThat(StatedDate.moved(date(was), date(is))).isEqualTo(moved);
    assertThat(StatedDate.moved(date(is), date(was))).as("the other way round").isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-05T08:05Z | 2024-03-05T08:05:00Z | 2024-03-05T08:05Z",
        "2024-03-05T09:05+01:00 | 2024-03-05T08:05:00Z | 2024-03-05T09:05+01:00",
        "clock 2024-03-05T08:05 | T08:05 | 2024-03-05T08:05",
        "ago 2024-03-05T07:00Z PT1H30M | '' | 2024-03-05T07:00Z/2024-03-05T08:30Z",
      })
  void isComparedByWhatItStates(String date, String compared, String iso) {
    assertThat(date(date).compared()).isEqualTo(compared);
    assertThat(date(date).iso()).isEqualTo(iso);
  }

  private static StatedDate date(String written) {
    String[] parts = written.split(" ");
    boolean dated = parts.length == 1;
    String iso = parts[dated ? 0 : 1];
    boolean day = iso.length() == 10;
    String local = day ? iso + "T00:00" : iso.substring(0, 16);
    String zone = day ? "" : iso.substring(16);
    return new StatedDate(
        Role.UPDATED,
        written,
        LocalDateTime.parse(local),
        zone.isEmpty() ? null : ZoneOffset.of(zone),
        day ? Precision.DAY : Precision.MINUTE,
        "test",
        "",
        dated ? Form.DATED : Form.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts.length == 3 ? Duration.parse(parts[2]) : Duration.ZERO);
  }
}
