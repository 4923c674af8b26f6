package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.report.Stories;
import stet.report.page.Strip;
import stet.report.words.Times;
import stet.timeline.Timeline;

class StripsTest {
  private static final Strips STRIPS = new Strips(new Times(ZoneId.of("UTC")));

  private static Strip strip(Timeline timeline) {
    return Objects.requireNonNull(STRIPS.full(timeline));
  }

  private static List<String> keys(Timeline timeline) {
    return strip(timeline).keys().stream().map(Strip.Key::name).toList();
  }

  private static List<String> feet(Timeline timeline, String id) {
    return strip(timeline).marks().stream()
        .filter(m -> m.id().equals(id))
        .map(m -> m.path().replaceAll("^M[0-9]+ ([0-9]+).*", "$1"))
        .distinct()
        .toList();
  }

  @Test
  void theKeyNamesWhatOccursAndNothingElse() {
    assertThat(keys(Stories.bridge()))
        .containsExactly("silent", "stamped", "noticed", "no article found");
    assertThat(keys(Stories.hebrew())).containsExactly("silent");
    assertThat(keys(Stories.never())).containsExactly("no article found");
  }

  @Test
  void manyMarksStandInRowsByTheirLabel() {
    Timeline timeline = Stories.liveBlog(200);

    assertThat(feet(timeline, "silent")).hasSize(1).isNotEqualTo(feet(timeline, "stamped"));
    assertThat(strip(timeline).note()).startsWith("Each label has a row of its own.");
    assertThat(strip(Stories.bridge()).note()).startsWith("Size:");
  }

  @Test
  void timesUnderTheAxisDoNotTouch() {
    List<Strip.Tick> ticks = strip(Stories.liveBlog(200)).ticks();

    assertThat(ticks).hasSizeGreaterThan(4);
    for (int i = 1; i < ticks.size(); i++) {
      int apart = ticks.get(i).x() - ticks.get(i - 1).x();
      assertThat(apart).as(texts(ticks)).isGreaterThan(50);
    }
  }

  private static String texts(List<Strip.Tick> ticks) {
    return ticks.stream().map(t -> t.x() + " " + t.text()).collect(Collectors.joining(", "));
  }
}
