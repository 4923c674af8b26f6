package stet.app.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.story.Engine;
import stet.track.CollectionWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What 1,000 rules cost a flow of captures, and how long it takes from the end of a check to the
 * webhook. Each round takes the same captures in without and with rules, in turns.
 */
public final class AlertLoad {
  private static final int BATCH = 16;

  private final int stories;
  private final int rules;
  private final Path work;
  private final Map<String, Long> endedAt = new ConcurrentHashMap<>();
  private final List<Long> nanos = new ArrayList<>();
  private final List<Double> withoutMillis = new ArrayList<>();
  private final List<Double> withMillis = new ArrayList<>();

  private AlertLoad(int stories, int rules, Path work) {
    this.stories = stories;
    this.rules = rules;
    this.work = work;
  }

  /** Runs it: stories, rules, rounds. */
  public static void main(String[] args) throws Exception {
    int stories = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    int rules = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    Path work = Files.createTempDirectory("stet-alerts");
    AlertLoad load = new AlertLoad(stories, rules, work);
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    // The first is for the compiler.
    for (int round = 0; round <= rounds; round++) {
      boolean first = round % 2 == 0;
      double a = load.run(round + "-a", !first);
      double b = load.run(round + "-b", first);
      if (round > 0) {
        without.add(first ? a : b);
        with.add(first ? b : a);
      } else {
        load.nanos.clear();
        load.withMillis.clear();
        load.withoutMillis.clear();
      }
    }
    load.report(without, with);
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private void report(List<Double> without, List<Double> with) {
    double plain = median(without);
    double ruled = median(with);
    System.out.printf(
        "%d stories, %d rules: %.0f captures/s without, %.0f with: %.1f %% less%n",
        stories, rules, plain, ruled, 100 * (1 - ruled / plain));
    System.out.printf(
        "processor time a capture: %.2f ms without, %.2f ms with, receiver included%n",
        median(withoutMillis), median(withMillis));
    long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
    System.out.printf(
        "%d edits to the webhook: p50 %d ms, p95 %d ms, longest %d ms%n",
        sorted.length,
        sorted[sorted.length / 2] / 1_000_000,
        sorted[(int) (sorted.length * 0.95)] / 1_000_000,
        sorted[sorted.length - 1] / 1_000_000);
  }

  /** Processor time of the whole program, in nanoseconds. */
  private static long worked() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  /** Captures a second, when each story is seen twice and one in ten has changed. */
  private double run(String name, boolean ruled) throws Exception {
    Path home = work.resolve(name);
    try (Receivers receivers = new Receivers()) {
      Newsroom.secret(home, "hook", receivers.address("/hook"));
      CollectionHome there = new CollectionHome(home);
      there.make();
      Files.writeString(home.resolve("stet.toml"), settings(ruled ? rules : 1));
      Clock clock = Clock.systemUTC();
      try (CollectionWriter writer =
              CollectionWriter.open(home, Engine.standard(), clock, Duration.ZERO);
          AlertService service =
              AlertService.of(ServedCollection.open(there, clock), "stet bench", line -> {})) {
        take(writer, service, 0);
        if (ruled) {
          service.start();
          Thread.sleep(500);
        }
        endedAt.clear();
        long from = System.nanoTime();
        long worked = worked();
        take(writer, service, 1);
        double seconds = (System.nanoTime() - from) / 1e9;
        if (ruled) {
          await(receivers);
        }
        (ruled ? withMillis : withoutMillis).add((worked() - worked) / 1e6 / stories);
        return stories / seconds;
      }
    }
  }

  private void take(CollectionWriter writer, AlertService service, int round) throws IOException {
    for (int from = 0; from < stories; from += BATCH) {
      List<Capture> batch = new ArrayList<>();
      for (int story = from; story < Math.min(stories, from + BATCH); story++) {
        batch.add(capture(story, round));
      }
      writer.tracker().accept(batch);
      long now = System.nanoTime();
      boolean changed = false;
      for (int story = from; round > 0 && story < Math.min(stories, from + BATCH); story++) {
        if (story % 10 == 0) {
          endedAt.put(uri(story), now);
          changed = true;
        }
      }
      if (changed) {
        service.wake();
      }
    }
  }

  private static String uri(int story) {
    return "https://paper" + story % 50 + ".example/story-" + story;
  }

  private static Capture capture(int story, int round) {
    Random random = new Random(story);
    List<String> paragraphs = new ArrayList<>();
    int hurt = 10_000 + story * 3 + (story % 10 == 0 ? round : 0);
    paragraphs.add("Off the fictional pier " + story + ", " + hurt + " people waited on Monday.");
    for (int i = 0; i < 14; i++) {
      StringBuilder text = new StringBuilder("The port of number " + story + " said that ");
      for (int word = 0; word < 45; word++) {
        text.append(Integer.toString(random.nextInt(60_000), 36)).append(' ');
      }
      paragraphs.add(text.append("and that is all there is to it, for now.").toString());
    }
    String html =
        Newsroom.story(
            "Ferry " + story + " runs aground",
            "2026-10-24T09:00:00Z",
            paragraphs.toArray(String[]::new));
    Clock clock = Clock.systemUTC();
    return new Capture(
        uri(story),
        clock.instant(),
        0,
        "text/html",
        Payload.of(html.getBytes(UTF_8)),
        new SavedFile("p.html", TimeBasis.NAME, ""));
  }

  /** One rule fires on all edits, the others on hardly any. */
  static String settings(int rules) {
    StringBuilder out =
        new StringBuilder(
            """
            [channel.hook]
            type = "webhook"
            url-file = "hook"

            [[alert]]
            name = "all"
            to = "hook"
            """);
    for (int i = 1; i < rules; i++) {
      out.append("\n[[alert]]\nname = \"rule ").append(i).append("\"\nto = \"hook\"\n");
      out.append(
          switch (i % 5) {
            case 0 -> "when = \"passage\"\npassage = \"said number " + i + " to the harbour\"\n";
            case 1 -> "match = \"word" + i + "\"\n";
            case 2 -> "label = \"noticed\"\noutlet = \"paper" + i % 50 + ".example\"\n";
            case 3 -> "kind = [\"negation\", \"death-or-guilt\"]\nlabel = \"silent\"\n";
            default -> "words = 900\nlanguage = \"en\"\n";
          });
    }
    return out.toString();
  }

  private void await(Receivers receivers) throws InterruptedException {
    for (int i = 0; i < 400 && receivers.got("/hook").size() < endedAt.size(); i++) {
      Thread.sleep(25);
    }
    if (receivers.got("/hook").size() != endedAt.size()) {
      throw new IllegalStateException(
          receivers.got("/hook").size() + " messages of " + endedAt.size() + " edits");
    }
    for (Receivers.Got got : receivers.got("/hook")) {
      JsonNode finding = JsonMapper.shared().readTree(got.body()).get("findings").get(0);
      nanos.add(got.nanos() - endedAt.get(finding.at("/story/article/uri").asString()));
    }
  }
}
