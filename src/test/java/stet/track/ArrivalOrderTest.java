package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import stet.capture.Capture;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** The timeline of a page follows from its captures, in whatever order and batches they came. */
class ArrivalOrderTest {
  private static final String[] TEXTS = {"Nobody was hurt.", "One man was hurt.", "Two were hurt."};

  /** An empty database, since making one takes longer than taking a life in. */
  private static final byte[] EMPTY = empty();

  private static byte[] empty() {
    try {
      Path home = Files.createTempDirectory("arrival");
      new CollectionFolder(home).make();
      byte[] bytes = Files.readAllBytes(new CollectionFolder(home).database());
      remove(home);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Collections.reverseOrder()).forEach(p -> p.toFile().delete());
    }
  }

  /** Some states, some of which come back, some checks that find no article, some at one moment. */
  private static List<Capture> life(Random random) {
    List<Capture> life = new ArrayList<>();
    int minute = 0;
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      minute += random.nextInt(3);
      Capture capture =
          random.nextInt(4) == 0
              ? Pages.gone(Pages.BRIDGE, minute)
              : Pages.story(Pages.BRIDGE, minute, TEXTS[random.nextInt(TEXTS.length)]);
      boolean half = random.nextBoolean();
      life.add(
          new Capture(
              capture.uri(),
              capture.at().plusMillis(half ? 500 : 0),
              i,
              capture.mediaType(),
              capture.payload(),
              capture.source()));
    }
    return life;
  }

  @Property(tries = 8)
  void changesNothing(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Capture> life = life(random);
    List<Capture> shuffled = new ArrayList<>(life);
    Collections.shuffle(shuffled, random);
    assertThat(told(shuffled, random)).isEqualTo(told(life, null));
  }

  /**
   * Takes captures in and tells the timeline.
   *
   * @param random makes the batches; null for a single one
   */
  private static String told(List<Capture> captures, Random random) throws IOException {
    Path home = Files.createTempDirectory("arrival");
    try {
      Files.write(new CollectionFolder(home).database(), EMPTY);
      Clock clock = Clock.fixed(Pages.DAWN.plusSeconds(86_400), ZoneOffset.UTC);
      try (CollectionWriter writer = CollectionWriter.open(home, clock, Duration.ZERO)) {
        int from = 0;
        while (from < captures.size()) {
          int to = random == null ? captures.size() : from + 1 + random.nextInt(3);
          writer.tracker().accept(captures.subList(from, Math.min(to, captures.size())));
          from = to;
        }
        return told(writer.collection());
      }
    } finally {
      remove(home);
    }
  }

  private static String told(Collection collection) {
    StringBuilder out = new StringBuilder();
    for (Timeline timeline : (Iterable<Timeline>) () -> collection.timelines().all()) {
      out.append(timeline.article()).append(timeline.captures()).append('\n');
      for (SeenVersion v : timeline.versions()) {
        out.append(v.number()).append(v.state()).append(v.first().digest());
        out.append(v.lastSeen()).append(v.checks()).append('\n');
      }
      timeline.entries().forEach(e -> out.append(e).append('\n'));
    }
    return out.toString();
  }
}
