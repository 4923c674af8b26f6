package stet.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import stet.report.Story;
import stet.report.page.When;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.timeline.Window;

class PublisherClockTest {
  private static final Times UTC = new Times(ZoneId.of("UTC"));
  private static final ZoneOffset HALF = ZoneOffset.ofHoursMinutes(5, 30);

  private static Story story() {
    return new Story("a", "x.example").text("One.");
  }

  private static ZoneOffset clock(Story story) {
    Timeline timeline = story.timeline();
    Entry.Revised last = timeline.revisions().get(timeline.revisions().size() - 1);
    return PublisherClock.at(timeline, last.version(), last.window());
  }

  private static String words(Times times, String from, String to, ZoneOffset offset) {
    When when = times.window(new Window(Instant.parse(from), Instant.parse(to)), offset);
    return when.plain() + " (" + when.note() + ")";
  }

  @Test
  void anOffsetStatedThatDayIsUsed() {
    Story story =
        story()
            .published("Nov 19, 2015, 10:00 pm", "2015-11-19T22:00", HALF)
            .seen("2015-11-19T17:21:00Z")
            .text("Two.")
            .seen("2015-11-19T17:50:00Z");

    assertThat(clock(story)).isEqualTo(HALF);
  }

  @Test
  void anOffsetOfAnotherSeasonIsNot() {
    Story story =
        story()
            .published("1 July 2026, 10:00", "2026-07-01T10:00", ZoneOffset.ofHours(2))
            .seen("2026-12-01T10:00:00Z")
            .text("Two.")
            .seen("2026-12-01T11:00:00Z");

    assertThat(clock(story)).isNull();
  }

  @Test
  void oneNearTheEndOfAWideWindowSaysNothingOfItsBeginning() {
    Story story =
        story()
            .seen("2026-07-01T10:00:00Z")
            .updated("1 December 2026, 11:00", "2026-12-01T11:00", ZoneOffset.ofHours(1))
            .seen("2026-12-01T11:00:00Z");

    assertThat(clock(story)).isNull();
  }

  @Test
  void statementsThatDifferSayNothing() {
    Story story =
        story()
            .published("24 October 2026, 10:00", "2026-10-24T10:00", ZoneOffset.ofHours(2))
            .seen("2026-10-24T12:00:00Z")
            .updated("26 October 2026, 10:00", "2026-10-26T10:00", ZoneOffset.ofHours(1))
            .seen("2026-10-26T12:00:00Z");

    assertThat(clock(story)).isNull();
  }

  @Test
  void theUtcOfMachinesAndTimesWithoutAnOffsetAreNoClock() {
    Story machine =
        story()
            .published("2026-03-01T10:00:00Z", "2026-03-01T10:00", ZoneOffset.UTC)
            .seen("2026-03-01T11:00:00Z")
            .text("Two.")
            .seen("2026-03-01T12:00:00Z");
    Story bare =
        story()
            .published("1 March 2026, 10:00", "2026-03-01T10:00", null)
            .seen("2026-03-01T11:00:00Z")
            .text("Two.")
            .seen("2026-03-01T12:00:00Z");

    assertThat(clock(machine)).isNull();
    assertThat(clock(bare)).isNull();
  }

  @Test
  void bothClocksAreTold() {
    assertThat(words(UTC, "2015-11-19T17:21:00Z", "2015-11-19T17:50:00Z", HALF))
        .isEqualTo(
            "Between 22:51 and 23:20 on 19 November 2015, UTC+05:30, the publisher’s time (17:21"
                + " and 17:50 UTC; seen 29 minutes apart)");
    assertThat(words(UTC, "2015-11-19T17:21:00Z", "2015-11-19T18:50:00Z", HALF))
        .isEqualTo(
            "Between 22:51 on 19 Nov and 00:20 on 20 Nov 2015, UTC+05:30, the publisher’s time"
                + " (17:21 and 18:50 on 19 Nov UTC; seen 89 minutes apart)");
  }

  @Test
  void aClockThatShowsTheSameIsToldOnce() {
    String once = "Between 17:21 and 17:50 on 19 November 2015, UTC (seen 29 minutes apart)";

    assertThat(words(UTC, "2015-11-19T17:21:00Z", "2015-11-19T17:50:00Z", null)).isEqualTo(once);
    assertThat(words(UTC, "2015-11-19T17:21:00Z", "2015-11-19T17:50:00Z", ZoneOffset.UTC))
        .isEqualTo(once);
    Times kolkata = new Times(ZoneId.of("Asia/Kolkata"));
    assertThat(words(kolkata, "2015-11-19T17:21:00Z", "2015-11-19T17:50:00Z", HALF))
        .isEqualTo(
            "Between 22:51 and 23:20 on 19 November 2015, Asia/Kolkata (seen 29 minutes apart)");
  }
}
