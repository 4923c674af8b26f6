package stet.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.report.Stories;
import stet.report.Story;

class PublisherDatesTest {
  private static String statement(Story story) {
    PublisherDates dates = new PublisherDates(new Times(ZoneId.of("UTC")));
    return String.join(
        " ", dates.sentences(story.seen("2026-01-05T10:00:00Z").timeline().versions()));
  }

  @Test
  void noStatedDateIsSaid() {
    assertThat(statement(new Story("a", "x.example").text("Words.")))
        .isEqualTo(
            "The page states no date of its own. stet has only seen it once, on 5 January 2026;"
                + " what was changed before is not known.");
  }

  @Test
  void anUpdateOnTheSameDayIsToldInHours() {
    Story story =
        new Story("a", "x.example")
            .published("p", "2026-01-04T06:00", ZoneOffset.UTC)
            .updated("u", "2026-01-04T09:30", ZoneOffset.UTC);

    assertThat(statement(story))
        .startsWith(
            "The publisher dates this story 4 Jan 2026 and says that it was updated the same day,"
                + " three hours later.");
  }

  @Test
  void anUpdateBeforePublicationIsSaidAsItStands() {
    Story story =
        new Story("a", "x.example")
            .published("p", "2026-01-04T06:00", ZoneOffset.UTC)
            .updated("u", "2025-12-01T06:00", ZoneOffset.UTC);

    assertThat(statement(story)).contains("updated 1 Dec 2025, 34 days before it was published.");
  }

  @Test
  void anUpdateWithoutPublicationIsSaid() {
    Story story = new Story("a", "x.example").updated("u", "2025-12-01T06:00", ZoneOffset.UTC);

    assertThat(statement(story)).startsWith("The publisher says that this story was updated 1 Dec");
  }

  @Test
  void ofSeveralVersionsTheFirstIsNamed() {
    PublisherDates dates = new PublisherDates(new Times(ZoneId.of("UTC")));

    assertThat(dates.sentences(Stories.bridge().versions()).get(0))
        .isEqualTo(
            "When first seen: The publisher dates this story 14 Mar 2026 and states no update.");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1S, one second",
    "PT99S, 99 seconds",
    "PT29M, 29 minutes",
    "PT2H, two hours",
    "PT47H59M, 47 hours",
    "P12D, twelve days",
    "P70D, two months",
    "P1200D, three years"
  })
  void durationsAreToldInTheirLargestWholeUnit(Duration duration, String words) {
    assertThat(Times.lasting(duration)).isEqualTo(words);
  }
}
