package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Memento;
import stet.story.Stories;
import stet.timeline.Timeline;

/** What is made of captures in memory is what a collection makes of them, in whatever order. */
class StoriesTest {
  private static final String SITE = "portaldercourier.example";
  private static final List<String> ADDRESSES =
      List.of(
          "https://" + SITE + "/crash",
          "http://www." + SITE + "/crash/",
          "https://" + SITE + "/bridge",
          "https://" + SITE + "/bridge?utm_source=feed",
          "https://" + SITE + "/news/20260314-bridge-shut-after-crack",
          "https://m." + SITE + "/news/20260314-bridge-shut-after-crack");
  private static final List<String> PARAGRAPHS =
      List.of(
          "Inspectors found a hairline crack in the northern pylon.",
          "Inspectors found a wide crack in the northern pylon.",
          "Inspectors found a wide crack in the northern pylon, and closed both lanes.");
  private static final String LIBRARY =
      """
      <!doctype html><html lang="en"><head><title>Library</title></head><body><article>
      <h1>Council votes for a library</h1>
      <p>The town council voted for a new library by nine votes to four. Work on the fictional
      building begins in May, and the reading room moves to the old customs house until then, the
      mayor said. A second vote on its name will follow in the autumn.</p></article></body></html>
      """;

  @TempDir Path home;

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Capture capture(Random random, int minute) {
    String uri = any(random, ADDRESSES);
    String other = any(random, ADDRESSES);
    return switch (random.nextInt(8)) {
      case 0 -> archived(uri, minute, "301 Moved\r\nLocation: " + other, "");
      case 1 -> archived(uri, minute, "404 Not Found", "");
      case 2 -> archived(uri, minute, "200 OK", LIBRARY);
      case 3, 4 -> {
        String page = Pages.bridge(any(random, PARAGRAPHS), "");
        yield Pages.answer(other, minute, "200 OK", page, new Live(uri));
      }
      default -> {
        String canonical = random.nextBoolean() ? "" : other;
        yield archived(uri, minute, "200 OK", Pages.bridge(any(random, PARAGRAPHS), canonical));
      }
    };
  }

  private static Capture archived(String uri, int minute, String head, String body) {
    Memento source = new Memento("archive.example", "urn:memento:" + minute);
    return Pages.answer(uri, minute, head, body, source);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void areThoseOfACollection(int seed) throws IOException {
    Random random = new Random(seed);
    List<Capture> captures = new ArrayList<>();
    for (int minute = 0; minute < 25; minute++) {
      captures.add(capture(random, minute));
    }
    List<Capture> shuffled = new ArrayList<>(captures);
    Collections.shuffle(shuffled, random);

    assertThat(inMemory(shuffled)).isEqualTo(inCollection(captures));
  }

  private Map<String, String> inCollection(List<Capture> captures) throws IOException {
    new CollectionFolder(home).make();
    Clock clock = Clock.fixed(Pages.DAWN, ZoneOffset.UTC);
    try (CollectionWriter writer = CollectionWriter.open(home, clock, Duration.ZERO)) {
      writer.tracker().accept(captures);
    }
    Map<String, String> told = new LinkedHashMap<>();
    try (Collection collection = Collection.open(home)) {
      collection.timelines().all().forEachRemaining(t -> told.put(t.article().uri(), told(t)));
    }
    return told;
  }

  private static Map<String, String> inMemory(List<Capture> captures) throws IOException {
    Stories stories = Stories.inMemory();
    for (Capture capture : captures) {
      stories.add(capture);
    }
    Map<String, String> told = new LinkedHashMap<>();
    stories.timelines(t -> told.put(t.article().uri(), told(t)));
    return told;
  }

  /** All but where captures lie. */
  private static String told(Timeline timeline) {
    return timeline.article()
        + "\n"
        + timeline.captures()
        + timeline.shown()
        + "\n"
        + timeline.entries().toString().replace("}, ", "},\n")
        + "\n"
        + timeline.versions().stream()
            .map(v -> v.number() + " " + v.state() + v.lastSeen() + v.checks() + v.cut())
            .toList();
  }
}
