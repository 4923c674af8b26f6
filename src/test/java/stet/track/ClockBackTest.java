package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.capture.Capture;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Captures that come one after the other while the clock that dates them goes back. */
class ClockBackTest {
  private static final int YEARS = 3 * 365 * 24 * 60;

  @TempDir Path home;

  /** Each step is the minute at which a text was captured, as the clock said then. */
  @ParameterizedTest
  @CsvSource({
    "hours,0a 600b 60b 120b 700c,3",
    "years,0a 60b -YEARSb -99c 120c,5",
    "the same minute again with the same text,0a 60b 60b 61b,2",
    "the same minute again with another text,0a 60b 60c 61c,4",
    "back and forth,0a 100b 50a 150b 75a 125b,2"
  })
  void everyCaptureIsKeptOnceInTheOrderOfItsTime(String name, String steps, int most)
      throws IOException {
    List<Capture> captures = new ArrayList<>();
    for (String step : steps.replace("YEARS", Integer.toString(YEARS)).split(" ")) {
      int minutes = Integer.parseInt(step.substring(0, step.length() - 1));
      captures.add(text(minutes, step.charAt(step.length() - 1)));
    }
    Timeline timeline = acceptEach(captures);
    assertThat(timeline.versions()).hasSizeLessThanOrEqualTo(most);
    assertSound(timeline, captures);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void aClockThatLeapsAtRandom(int seed) throws IOException {
    Random random = new Random(seed);
    List<Capture> captures = new ArrayList<>();
    int minutes = 0;
    for (int i = 0; i < 14; i++) {
      minutes += random.nextInt(4) == 0 ? -random.nextInt(YEARS) : random.nextInt(90);
      captures.add(text(minutes, (char) ('a' + random.nextInt(4))));
    }
    assertSound(acceptEach(captures), captures);
  }

  private static Capture text(int minutes, char which) {
    return Pages.story(
        Pages.BRIDGE, minutes, "Inspectors found " + which + which + which + " cracks in a pylon.");
  }

  private Timeline acceptEach(List<Capture> captures) throws IOException {
    new CollectionFolder(home).make();
    for (Capture capture : captures) {
      Clock clock = Clock.fixed(capture.at(), ZoneOffset.UTC);
      try (CollectionWriter writer = CollectionWriter.open(home, clock, Duration.ZERO)) {
        writer.tracker().accept(List.of(capture));
      }
    }
    try (Collection collection = Collection.open(home)) {
      var before = collection.fingerprints();
      Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE);
      try (Collection anew = Collection.open(home)) {
        assertThat(anew.fingerprints()).isEqualTo(before);
        return anew.timelines().of(anew.timelines().find(Pages.BRIDGE).orElseThrow().id());
      }
    }
  }

  private static void assertSound(Timeline timeline, List<Capture> captures) {
    long different =
        captures.stream().map(c -> c.at() + " " + c.payload().digest()).distinct().count();
    assertThat(timeline.captures()).isEqualTo((int) different);
    Instant at = Instant.MIN;
    for (SeenVersion version : timeline.versions()) {
      assertThat(version.first().at()).isAfterOrEqualTo(at);
      assertThat(version.lastSeen()).isAfterOrEqualTo(version.first().at());
      at = version.first().at();
    }
    for (Entry.Revised edit : timeline.revisions()) {
      assertThat(edit.window().notBefore()).isBeforeOrEqualTo(edit.window().notAfter());
    }
    // Two versions that follow each other never say the same.
    for (int i = 1; i < timeline.versions().size(); i++) {
      assertThat(timeline.versions().get(i).state())
          .isNotEqualTo(timeline.versions().get(i - 1).state());
    }
  }
}
