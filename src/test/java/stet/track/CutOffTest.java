package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.story.Engine;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** A page that shows a story's beginning because of a wall is no version of it. */
class CutOffTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;

  private static Capture page(int minutes, String... parts) {
    return Pages.page(
        Pages.BRIDGE,
        minutes,
        "<!doctype html><html lang=en><head><title>Bridge shut</title></head><body><article>"
            + "<h1>Bridge shut after crack found</h1>"
            + String.join("", parts)
            + "</article></body></html>");
  }

  private static final String FIRST =
      "<p>The harbour bridge of Port Alder was shut on Saturday after a crack was found in it.</p>";
  private static final String SECOND =
      "<p>Inspectors found the crack in the northern pylon during the yearly look at the"
          + " steel.</p>";
  private static final String THIRD =
      "<p>Ferries will run every twenty minutes from dawn until the inspection has ended, it"
          + " said.</p><p>Drivers were told to take the road by way of Alder Mills instead.</p>";
  private static final String WALL = "<div><p>Subscribe to continue reading this story.</p></div>";

  private static List<Capture> life() {
    return List.of(
        page(0, FIRST, SECOND, THIRD),
        page(30, FIRST, WALL),
        page(60, FIRST, WALL),
        page(90, FIRST, SECOND, THIRD),
        page(120, FIRST, SECOND.replace("northern", "southern"), THIRD),
        page(150, FIRST, WALL));
  }

  private Timeline timeline(List<Capture> captures, String folder) throws IOException {
    Path where = home.resolve(folder);
    new CollectionFolder(where).make();
    try (CollectionWriter writer = CollectionWriter.open(where, CLOCK, Duration.ZERO)) {
      for (Capture capture : captures) {
        writer.tracker().accept(List.of(capture));
      }
    }
    try (Collection collection = Collection.open(where)) {
      return collection
          .timelines()
          .of(collection.timelines().find(Pages.BRIDGE).orElseThrow().id());
    }
  }

  @Test
  void aWallIsAGapAndNoEdit() throws IOException {
    Timeline timeline = timeline(life(), "a");
    assertThat(timeline.entries())
        .extracting(e -> (Object) e.getClass().getSimpleName())
        .containsExactly("FirstSeen", "NotAnArticle", "Returned", "Revised", "NotAnArticle");
    Entry.NotAnArticle gap = (Entry.NotAnArticle) timeline.entries().get(1);
    assertThat(gap.cutOff()).isTrue();
    assertThat(gap.checks()).isEqualTo(2);
    assertThat(gap.until()).isEqualTo(Pages.DAWN.plusSeconds(3600));
    assertThat(gap.detail()).contains("Subscribe to continue reading");
    assertThat(timeline.versions()).hasSize(2);
    assertThat(((Entry.Returned) timeline.entries().get(2)).whole()).isTrue();
  }

  @Test
  void noOrderOfArrivalChangesIt() throws IOException {
    String expected = timeline(life(), "sorted").entries().toString().replaceAll("Offset=\\d+", "");
    for (int seed = 0; seed < 4; seed++) {
      List<Capture> shuffled = new ArrayList<>(life());
      Collections.shuffle(shuffled, new Random(seed));
      Path where = home.resolve("s" + seed);
      Timeline timeline = timeline(shuffled, "s" + seed);
      assertThat(timeline.entries().toString().replaceAll("Offset=\\d+", "")).isEqualTo(expected);
      Rebuilder.rebuild(where, Engine.standard(), Duration.ZERO, Progress.NONE);
      try (Collection collection = Collection.open(where)) {
        long id = collection.timelines().find(Pages.BRIDGE).orElseThrow().id();
        assertThat(collection.timelines().of(id).entries().toString().replaceAll("Offset=\\d+", ""))
            .isEqualTo(expected);
        assertThat(collection.verify(Audit.Level.REBUILD, Progress.NONE).findings()).isEmpty();
      }
    }
  }
}
