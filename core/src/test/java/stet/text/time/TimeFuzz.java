package stet.text.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Times as protocols write them. */
public final class TimeFuzz {
  private TimeFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "written-times",
            3_300,
            Seeds.texts(
                "2026-03-05T14:05:00.123456789+01:00",
                "2026-03",
                "20260305140500",
                "Thu, 05 Mar 2026 14:05:00 GMT",
                "Thursday, 05-Mar-26 14:05:00 GMT",
                "Thu Mar  5 14:05:00 2026",
                "5 Mar 26 14:05 EST (comment)"),
            List.of("24:00:00", ":60", "-00", "+99:99", "0000", "Feb", "31", "Z", " ", "T", "٣"),
            TimeFuzz::read));
  }

  private static void read(byte[] input) {
    String text = Seeds.text(input);
    IsoTime.parse(text).ifPresent(TimeFuzz::check);
    MailTime.parse(text).ifPresent(TimeFuzz::check);
    HttpDate.parse(text)
        .ifPresent(at -> assertThat(HttpDate.parse(HttpDate.format(at))).contains(at));
    WarcDate.parse(text).ifPresent(at -> assertThat(at).isBetween(Instant.MIN, Instant.MAX));
    ArchiveTimestamp.parse(text)
        .ifPresent(
            at -> assertThat(ArchiveTimestamp.parse(ArchiveTimestamp.format(at))).contains(at));
  }

  private static void check(WrittenTime time) {
    assertThat(time.local()).isNotNull();
    assertThat(time.instant()).isNotNull();
  }
}
