package stet.corpus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up articles, as many as wanted, each with the same number of distinct versions. The same
 * seed gives the same bytes; the first articles of a large corpus are not those of a small one
 * alone, they are the same.
 */
public final class Corpus {
  /** As many as the largest published corpus of news revisions has. */
  private static final int OUTLETS = 22;

  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final int REMEMBERED = 4_096;
  private static final long STORIES = 0x5EED;

  private final long seed;
  private final int articles;
  private final int versions;
  private final Wording wording;
  private final List<Page> pages = new ArrayList<>();
  private final Map<Integer, Stage> open =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Stage> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param versions of each article, at least 1
   */
  public Corpus(long seed, int articles, int versions) {
    this.seed = seed;
    this.articles = articles;
    this.versions = versions;
    this.wording = new Wording(seed);
    for (int i = 0; i < OUTLETS; i++) {
      pages.add(new Page(wording, i, seed));
    }
  }

  /**
   * A page as it was captured.
   *
   * @param version the story's, from 1
   * @param fresh whether it is the first capture of that version
   * @param story what it says
   */
  record Captured(String uri, Instant at, byte[] html, int version, boolean fresh, Story story) {}

  int articles() {
    return articles;
  }

  /** All captures, in the order of time, or in another that only the seed decides. */
  Iterator<Captured> captures(boolean shuffled) {
    long[] order = order();
    if (shuffled) {
      Random random = new Random(seed);
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        long swapped = order[i];
        order[i] = order[other];
        order[other] = swapped;
      }
    }
    return Arrays.stream(order)
        .mapToObj(o -> captured((int) (o >>> 8 & 0xFFFFFF), (int) (o & 0xFF)))
        .iterator();
  }

  /**
   * The first capture of the last version of some articles, spread evenly over all: in a corpus
   * with one version more than another, what is new since that one.
   */
  Iterator<Captured> latest(int count) {
    int step = Math.max(1, articles / count);
    return IntStream.range(0, count).mapToObj(i -> latestOf(i * step)).iterator();
  }

  /** Addresses of articles drawn at random, without end. */
  Iterator<String> addresses(Random random) {
    return Stream.generate(() -> random.nextInt(articles))
        .map(a -> pages.get(outlet(Schedule.random(seed ^ STORIES, a))).address(a))
        .iterator();
  }

  private Captured latestOf(int article) {
    boolean[] fresh = new Schedule(seed, article, versions).fresh;
    int shot = fresh.length - 1;
    while (!fresh[shot]) {
      shot--;
    }
    return captured(article, shot);
  }

  /** Seconds, article and number of each capture in 32, 24 and 8 bits, sorted. */
  private long[] order() {
    long[] order = new long[articles * 2];
    int count = 0;
    for (int article = 0; article < articles; article++) {
      Schedule schedule = new Schedule(seed, article, versions);
      int shots = Math.min(256, schedule.seconds.length);
      if (count + shots > order.length) {
        order = Arrays.copyOf(order, 2 * (count + shots));
      }
      for (int i = 0; i < shots; i++) {
        order[count++] = schedule.seconds[i] << 32 | (long) article << 8 | i;
      }
    }
    order = Arrays.copyOf(order, count);
    Arrays.sort(order);
    return order;
  }

  /** A story after so many captures. */
  private static final class Stage {
    final Schedule schedule;
    final Story story;
    final Page page;
    int shot;

    Stage(Schedule schedule, Story story, Page page) {
      this.schedule = schedule;
      this.story = story;
      this.page = page;
    }
  }

  private Captured captured(int article, int shot) {
    Stage stage = open.get(article);
    if (stage == null || stage.shot > shot) {
      stage = begin(article);
      open.put(article, stage);
    }
    while (stage.shot < shot) {
      stage.shot++;
      if (stage.schedule.fresh[stage.shot]) {
        stage.story.revise(at(stage).minusSeconds(30));
      }
    }
    byte[] html = stage.page.html(article, stage.story, stage.schedule.teasers[shot]);
    boolean fresh = stage.schedule.fresh[shot];
    String uri = stage.page.address(article);
    return new Captured(uri, at(stage), html, stage.story.version(), fresh, stage.story);
  }

  private static Instant at(Stage stage) {
    return BEGIN.plusSeconds(stage.schedule.seconds[stage.shot]);
  }

  private Stage begin(int article) {
    Schedule schedule = new Schedule(seed, article, versions);
    Random random = Schedule.random(seed ^ STORIES, article);
    Page page = pages.get(outlet(random));
    Instant published = BEGIN.plusSeconds(schedule.seconds[0] - 600 - random.nextInt(7_200));
    return new Stage(schedule, new Story(wording, random, published), page);
  }

  /** The n-th outlet gets a share like 1 / n of the articles. */
  private static int outlet(Random random) {
    double sum = 0;
    for (int i = 1; i <= OUTLETS; i++) {
      sum += 1.0 / i;
    }
    double left = random.nextDouble() * sum;
    int outlet = 0;
    while (outlet < OUTLETS - 1 && left > 1.0 / (outlet + 1)) {
      left -= 1.0 / (outlet + 1);
      outlet++;
    }
    return outlet;
  }
}
