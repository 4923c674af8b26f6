package stet.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.diff.word.SearchWords;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;
import stet.track.list.Listed;

/**
 * Asks a collection that {@link ReadersRun} writes, and says whether all answers of a snapshot fit.
 */
final class SnapshotReader {
  private static final Path SCHEDULED = Path.of("/proc/thread-self/schedstat");

  /** In ms. */
  private static final int PAUSE = 40;

  /** What a timeline of that fingerprint says, of all threads and snapshots. */
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  /**
   * What a thread came to.
   *
   * @param leaseWait longest time in ms for which a lease had to wait for something other than a
   *     processor
   * @param lease longest time in ms until a snapshot was had
   * @param answer longest time in ms until all was asked of it
   * @param log most bytes that the write-ahead log came to
   */
  record Outcome(int snapshots, double leaseWait, double lease, double answer, long log) {
    static final Outcome NONE = new Outcome(0, 0, 0, 0, 0);

    Outcome and(Outcome other) {
      return new Outcome(
          snapshots + other.snapshots,
          Math.max(leaseWait, other.leaseWait),
          Math.max(lease, other.lease),
          Math.max(answer, other.answer),
          Math.max(log, other.log));
    }
  }

  /** Asks again and again, with the pauses that a person makes, for that long. */
  Outcome read(CollectionReaders readers, CyclicBarrier start, long seed, Duration time)
      throws Exception {
    Random random = new Random(seed);
    Outcome all = Outcome.NONE;
    try (Collection first = readers.lease()) {
      // All connections are open when the clock begins to run.
      start.await();
      requireWhole(first, random);
    }
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      Thread.sleep(random.nextInt(PAUSE));
      long onProcessor = onProcessor();
      long from = System.nanoTime();
      try (Collection snapshot = readers.lease()) {
        long leased = System.nanoTime() - from;
        long waited = Math.max(0, leased - (onProcessor() - onProcessor));
        requireWhole(snapshot, random);
        long asked = System.nanoTime() - from;
        all = all.and(new Outcome(1, waited / 1e6, leased / 1e6, asked / 1e6, log(snapshot)));
      }
    }
    return all;
  }

  private static long log(Collection snapshot) {
    return snapshot.home().resolve("stet.db-wal").toFile().length();
  }

  /** Time in ns that this thread ran or stood in the queue for a processor; 0 where not known. */
  private static long onProcessor() {
    try {
      String[] numbers = Files.readString(SCHEDULED).split(" ");
      return Long.parseLong(numbers[0]) + Long.parseLong(numbers[1]);
    } catch (IOException e) {
      return 0;
    }
  }

  private void requireWhole(Collection snapshot, Random random) throws IOException {
    List<Listed> articles = snapshot.timelines().listed().part("", "", Integer.MAX_VALUE);
    int captures = articles.stream().mapToInt(Listed::checks).sum();
    assertThat(snapshot.captures().count()).isEqualTo(captures);
    assertThat(snapshot.timelines().count()).isEqualTo(articles.size());
    if (captures == 0) {
      return;
    }
    List<Integer> groups = ReadersRun.groups(captures);
    assertThat(articles).hasSize(groups.size() * ReadersRun.STORIES);
    for (Listed article : articles) {
      String uri = article.article().uri();
      int group = Integer.parseInt(uri.substring(uri.lastIndexOf('-') + 1));
      assertThat(article.checks()).as(uri).isEqualTo(groups.get(group));
      assertThat(article.versions()).as(uri).isEqualTo(groups.get(group));
    }
    int last = groups.size() - 1;
    requireStory(snapshot, last, random.nextInt(ReadersRun.STORIES), groups.get(last));
    int any = random.nextInt(groups.size());
    requireStory(snapshot, any, random.nextInt(ReadersRun.STORIES), groups.get(any));
    requireFound(snapshot, last, groups.get(last));
    assertThat(snapshot.captures().count()).as("to the end").isEqualTo(captures);
  }

  private void requireStory(Collection snapshot, int group, int story, int versions)
      throws IOException {
    Timelines.Found found = snapshot.timelines().find(ReadersRun.uri(group, story)).orElseThrow();
    String key = found.article().key();
    KeptTimeline kept = snapshot.timelines().changes().find(key).orElseThrow();
    Timeline timeline = kept.read();
    assertThat(timeline.captures()).isEqualTo(versions);
    assertThat(timeline.versions()).hasSize(versions);
    assertThat(timeline.revisions()).hasSize(versions - 1);
    for (int i = 0; i < versions; i++) {
      assertThat(timeline.versions().get(i).number()).isEqualTo(i + 1);
      assertThat(timeline.versions().get(i).state().body().get(1).text())
          .startsWith(ReadersRun.mark(group, i + 1) + " to paper " + story + " ");
    }
    String said = Digest.of(timeline.toString()).hex();
    assertThat(seen.merge(kept.fingerprint(), said, (before, now) -> before)).isEqualTo(said);
    assertThat(snapshot.timelines().changes().find(key).orElseThrow().fingerprint())
        .isEqualTo(kept.fingerprint());
    List<WarcLocation> archived = snapshot.captures().of(found.id());
    assertThat(archived).hasSize(versions);
    assertThat(snapshot.captures().read(archived.get(versions - 1)).capture().uri())
        .isEqualTo(ReadersRun.uri(group, story));
  }

  private static void requireFound(Collection snapshot, int group, int version) {
    List<String> words = SearchWords.of(ReadersRun.mark(group, version)).words();
    assertThat(
            snapshot
                .search()
                .find(List.of(new Search.Phrase(words, false)), 0, Search.Wanted.ALL)
                .matches())
        .extracting(m -> m.article().uri())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ReadersRun.STORIES)
                .mapToObj(story -> ReadersRun.uri(group, story))
                .collect(Collectors.toList()));
  }
}
