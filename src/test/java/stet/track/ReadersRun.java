package stet.track;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import stet.capture.Capture;

/**
 * An import of stories that change with each check. They come in groups: one transaction brings one
 * capture of each story of a group, each with another text, so that all stories of a group have
 * equally many captures and versions at any moment.
 */
final class ReadersRun {
  /** Stories of a group. */
  static final int STORIES = 12;

  /** Versions that each comes to. */
  static final int VERSIONS = 15;

  private static final int STEPS_OF_A_WRITER = 40;

  private ReadersRun() {}

  static String uri(int group, int story) {
    return "https://paper-" + story + ".example/group-" + group;
  }

  /** Words that no other step of any group has. */
  static String mark(int group, int version) {
    return "step " + version + " of group" + group + " came";
  }

  /**
   * Writes until told to stop, and leaves each group whole that was begun.
   *
   * @return how many captures were added
   */
  static int write(Path home, BooleanSupplier stopped) throws IOException {
    int steps = 0;
    while (!stopped.getAsBoolean()) {
      // As a watch does, which gives the right to write back again and again.
      try (CollectionWriter writer =
          CollectionWriter.open(home, Clock.systemUTC(), Duration.ofSeconds(5))) {
        for (int i = 0; i < STEPS_OF_A_WRITER && !stopped.getAsBoolean(); i++) {
          writer.tracker().accept(step(steps++));
        }
      }
    }
    return steps * STORIES;
  }

  private static List<Capture> step(int step) {
    int group = step / VERSIONS;
    int version = step % VERSIONS + 1;
    List<Capture> captures = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      String text = mark(group, version) + " to paper " + story + " " + "and more ".repeat(20);
      captures.add(Pages.story(uri(group, story), 10 * version, text));
    }
    return captures;
  }

  /** How many stories there are of which groups, by their captures: newest group last. */
  static List<Integer> groups(int captures) {
    int full = STORIES * VERSIONS;
    return IntStream.rangeClosed(0, (captures - 1) / full)
        .map(g -> Math.min(VERSIONS, (captures - g * full) / STORIES))
        .boxed()
        .toList();
  }

  /** Writes to the collection in that folder until its input ends. */
  public static void main(String[] args) throws IOException {
    boolean[] ended = {false};
    Thread waiting =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException e) {
                // Whoever started this is gone.
              }
              synchronized (ended) {
                ended[0] = true;
              }
            });
    waiting.setDaemon(true);
    waiting.start();
    int captures =
        write(
            Path.of(args[0]),
            () -> {
              synchronized (ended) {
                return ended[0];
              }
            });
    System.out.write((captures + "\n").getBytes(UTF_8));
    System.out.flush();
  }
}
