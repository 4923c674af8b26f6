package stet.text.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as text in the forms that machines write, and back. */
class WrittenTimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026, Years, 2026-01-01T00:00, , ",
    "2026-03, Months, 2026-03-01T00:00, , ",
    "20260303, Days, 2026-03-03T00:00, , ",
    "2026-03-03T07:05, Minutes, 2026-03-03T07:05, , ",
    "2026-03-03T07:05:09Z, Seconds, 2026-03-03T07:05:09, Z, Z",
    "2026-03-03t07:05:09z, Seconds, 2026-03-03T07:05:09, z, Z",
    "20260303T070509+0530, Seconds, 2026-03-03T07:05:09, +0530, +05:30",
    "2026-03-03 7:05 -05, Minutes, 2026-03-03T07:05, -05, -05:00",
    "2026-03-03T07:05:09.25+01:00, Seconds, 2026-03-03T07:05:09.250, +01:00, +01:00",
    "'2026-03-03T07:05:09,000000001Z', Seconds, 2026-03-03T07:05:09.000000001, Z, Z",
    "2026-03-03T24:00:00Z, Seconds, 2026-03-04T00:00, Z, Z",
    "2016-12-31T23:59:60Z, Seconds, 2016-12-31T23:59:59, Z, Z",
    "2026-03-03T07:05 BST, Minutes, 2026-03-03T07:05, BST, ",
    "' 2026-02-28 ', Days, 2026-02-28T00:00, , "
  })
  void readsIso(String text, String unit, String local, String zone, String offset) {
    assertThat(told(IsoTime.parse(text))).isEqualTo(told(unit, local, zone, offset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026-3-3",
        "2026-13-01",
        "2026-02-30",
        "2026-03-03T25:00",
        "2026-03-03T24:01",
        "2026-03-03T07:60",
        "2026-03-03T07:05:61Z",
        "2026-03-03T07:05+19:00",
        "2026-W10-2",
        "2026-03-03/2026-03-04",
        "+2026-03-03",
        "on 2026-03-03"
      })
  void whatIsNoIsoTimeGivesNone(String text) {
    assertThat(IsoTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Tue, 03 Mar 2026 07:05:09 GMT', Seconds, 2026-03-03T07:05:09, GMT, Z",
    "'Tue, 3 Mar 2026 07:05 EST', Minutes, 2026-03-03T07:05, EST, -05:00",
    "3 March 2026, Days, 2026-03-03T00:00, , ",
    "'TUESDAY, 03-MAR-26 07:05:09 GMT', Seconds, 2026-03-03T07:05:09, GMT, Z",
    "'Sun, 06-Nov-94 08:49:37 GMT', Seconds, 1994-11-06T08:49:37, GMT, Z",
    "'Mon, 03 Mar 2026 07:05:09 +0530', Seconds, 2026-03-03T07:05:09, +0530, +05:30",
    "'Tue, 03 Mar 2026 07:05:09 GMT+01:00', Seconds, 2026-03-03T07:05:09, +01:00, +01:00",
    "'Tue, 03 Mar 2026 07:05:09 -0000 (UTC)', Seconds, 2026-03-03T07:05:09, -0000, Z",
    "'Tue, 03 Mar 2026 07:05:09 CET', Seconds, 2026-03-03T07:05:09, CET, ",
    "'Tue, 03 Mar 2026 07:05:09', Seconds, 2026-03-03T07:05:09, , "
  })
  void readsMail(String text, String unit, String local, String zone, String offset) {
    assertThat(told(MailTime.parse(text))).isEqualTo(told(unit, local, zone, offset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mar 3, 2026",
        "3 Foo 2026",
        "31 Feb 2026",
        "Tue, 03 Mar 2026 25:00:00 GMT",
        "Tue, 03 Mar 2026 07:05:09 +2500",
        "Dienstag, 3. März 2026"
      })
  void whatIsNoMailTimeGivesNone(String text) {
    assertThat(MailTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 06 Nov 1994 08:49:37 GMT', 1994-11-06T08:49:37Z",
    "'Sunday, 06-Nov-94 08:49:37 GMT', 1994-11-06T08:49:37Z",
    "Sun Nov  6 08:49:37 1994, 1994-11-06T08:49:37Z",
    "Sun Nov 16 08:49:37 1994, 1994-11-16T08:49:37Z",
    "' Mon, 6 Nov 1994 08:49:37 +0100 ', 1994-11-06T07:49:37Z"
  })
  void readsAllFormsOfHttp(String text, Instant at) {
    assertThat(HttpDate.parse(text)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun Nov 31 08:49:37 1994",
        "Sun Foo  6 08:49:37 1994"
      })
  void whatIsNoHttpDateGivesNone(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1994-11-06T08:49:37.999Z, 'Sun, 06 Nov 1994 08:49:37 GMT', 19941106084937, 1994-11-06T08:49:37Z",
    "2026-09-01T00:00:00Z, 'Tue, 01 Sep 2026 00:00:00 GMT', 20260901000000, 2026-09-01T00:00:00Z"
  })
  void writesWhatItReads(Instant at, String http, String digits, Instant second) {
    assertThat(HttpDate.format(at)).isEqualTo(http);
    assertThat(ArchiveTimestamp.format(at)).isEqualTo(digits);
    assertThat(IsoTime.ofSecond(at)).isEqualTo(second.toString());
    assertThat(HttpDate.parse(http)).contains(second);
    assertThat(ArchiveTimestamp.parse(digits)).contains(second);
    assertThat(WarcDate.parse(digits)).contains(second);
    assertThat(WarcDate.parse(second.toString())).contains(second);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-02-10T00:00:01.000000002Z, 2014-02-10T00:00:01.000000002Z",
    "2014-02-10T02:00:01+02:00, 2014-02-10T00:00:01Z",
    "2014-02-10 02:00:01+0200, 2014-02-10T00:00:01Z",
    "2014-02-10T00:00, 2014-02-10T00:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "201402100000, 2014-02-10T00:00:00Z",
    "20140210000001, 2014-02-10T00:00:01Z",
    "20140210000001123, 2014-02-10T00:00:01Z"
  })
  void readsTimesOfRecords(String text, Instant at) {
    assertThat(WarcDate.parse(text)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2014",
        "2014-01",
        "2014-02-10",
        "20140210",
        "2014-13-01T00:00:00Z",
        "20141301000000",
        "201402100000011234",
        "2014-02-10T00:00:01 CET"
      })
  void aRecordWithoutATimeOfDayHasNone(String text) {
    assertThat(WarcDate.parse(text)).isEmpty();
  }

  private static String told(Optional<WrittenTime> time) {
    WrittenTime t = time.orElseThrow();
    return told(
        t.unit().toString(),
        t.local().toString(),
        t.zone().isEmpty() ? null : t.zone(),
        t.offset() == null ? null : t.offset().toString());
  }

  private static String told(String unit, String local, String zone, String offset) {
    return unit + ' ' + local + ' ' + zone + ' ' + offset;
  }
}
