package stet.copies;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long it takes to find the copies among many made-up articles. */
final class CopiesBench {
  private long wall = System.nanoTime();
  private long busy = processor();
  private long made;
  private long compared;
  private long comparisons;

  /**
   * Prints the times of each step.
   *
   * @param args how many articles
   */
  public static void main(String[] args) {
    new CopiesBench().run(Integer.parseInt(args[0]));
  }

  private void run(int count) {
    MadeArticles articles = new MadeArticles();
    Sketches sketches = new Sketches();
    for (long id = 0; id < count; id++) {
      Text text = made(articles, id);
      sketches.add(text);
    }
    step("sketches, texts being made left out");
    SketchIndex index = sketches.index();
    step("index");
    KeptTexts texts = new KeptTexts(index.check(), id -> List.of(made(articles, id)));
    Stories stories =
        StoryFinder.find(
            index,
            (a, b) -> {
              long start = System.nanoTime();
              long before = made;
              Verdict verdict = texts.compare(a, b);
              compared += System.nanoTime() - start - (made - before);
              comparisons++;
              return verdict;
            });
    long verified = compared;
    System.out.printf("comparing %,d pairs: %.1f s wall%n", comparisons, verified / 1e9);
    compared = 0;
    made += verified;
    step("candidates and grouping, comparing left out");
    quality(stories, count);
    System.out.printf("peak of the heap: %,d MB%n", heap() >> 20);
    System.out.printf("all: %.1f s of processor time%n", processor() / 1e9);
  }

  private Text made(MadeArticles articles, long id) {
    long start = System.nanoTime();
    Text text = articles.article(id);
    made += System.nanoTime() - start;
    return text;
  }

  private void step(String name) {
    long now = System.nanoTime();
    long used = processor();
    System.out.printf(
        "%s: %.1f s wall; with making texts %.1f s of processor time%n",
        name, (now - wall - made) / 1e9, (used - busy) / 1e9);
    wall = now;
    busy = used;
    made = 0;
  }

  private static void quality(Stories stories, int count) {
    Map<Long, Long> storyOf = new HashMap<>();
    for (Story story : stories.stories()) {
      story.members().forEach(m -> storyOf.put(m.id(), MadeArticles.original(story.centre())));
    }
    int copies = 0;
    int found = 0;
    int wrong = 0;
    for (long id = 0; id < count; id++) {
      Long story = storyOf.get(id);
      copies += MadeArticles.original(id) == id ? 0 : 1;
      found +=
          story != null && MadeArticles.original(id) != id && MadeArticles.original(id) == story
              ? 1
              : 0;
      wrong += story != null && MadeArticles.original(id) != story ? 1 : 0;
    }
    System.out.printf(
        "%,d stories; %,d of %,d copies found, %d wrong%n",
        stories.stories().size(), found, copies, wrong);
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean p) -> p.getPeakUsage().getUsed())
        .sum();
  }
}
