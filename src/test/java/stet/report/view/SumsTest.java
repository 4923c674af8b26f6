package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stet.diff.Label.Kind;
import stet.report.Story;
import stet.timeline.Blame;
import stet.timeline.Timeline;

class SumsTest {
  private static Story story() {
    return new Story("a", "x.example")
        .headline("Ferry late")
        .text("Nobody was hurt.", "Tickets stay valid.")
        .seen("2026-01-05T10:00:00Z");
  }

  private static String sums(Story story) {
    Timeline timeline = story.timeline();
    return Sums.of(timeline, Blame.walk(timeline, timeline.versions().size()).standing());
  }

  @Test
  void oneVersionSaysNothing() {
    assertThat(sums(story())).isEmpty();
  }

  @Test
  void whatIsLeftAndWhatCameIsCounted() {
    Story story =
        story()
            .text("Three were hurt.", "Tickets stay valid.", "More soon.")
            .seen("2026-01-05T11:00:00Z", Kind.SILENT);

    assertThat(sums(story))
        .isEqualTo(
            "Of the 8 words of the first version, 6 still stand. The latest has 10 words; 4 of them"
                + " came later. Silent revisions added 4 words and removed 2.");
  }

  @Test
  void additionsThatWereSaidLeaveAllStanding() {
    Story story = story().paragraph(3, "More soon.").seen("2026-01-05T11:00:00Z", Kind.NOTICED);

    assertThat(sums(story))
        .isEqualTo(
            "All 8 words of the first version still stand. The latest has 10 words; 2 of them came"
                + " later.");
  }

  @Test
  void aTextPutInPlaceOfAnotherLeavesNone() {
    Story story =
        story().headline("Storm").text("Port shut").seen("2026-01-05T11:00:00Z", Kind.STAMPED);

    assertThat(sums(story)).startsWith("Of the 8 words of the first version, none still stands.");
  }

  @Test
  void whereOnlyDatesMovedEveryWordStands() {
    Story story = story().updated("u", "2026-01-05T10:30", null);

    assertThat(sums(story.seen("2026-01-05T11:00:00Z", Kind.RESTAMPED)))
        .isEqualTo("All 8 words of the first version still stand, and none came later.");
  }
}
