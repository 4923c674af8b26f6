package stet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;
import stet.diff.Label;
import stet.timeline.Timeline;
import stet.track.Collection;

/** The made-up corpus is the same each time, and stet finds in it what was put there. */
class CorpusTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-02T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path dir;

  private static CorpusRun.Summary write(long seed, boolean shuffled, Path to) throws IOException {
    return CorpusRun.write(new Corpus(seed, 20, 4), shuffled, to);
  }

  @Test
  void oneSeedGivesTheSameBytesAndAnotherGivesOthers() throws IOException {
    CorpusRun.Summary first = write(7, false, dir.resolve("a"));
    assertThat(write(7, false, dir.resolve("b"))).isEqualTo(first);
    write(8, false, dir.resolve("c"));
    Path a = dir.resolve("a/corpus-00001.warc.gz");
    assertThat(a).hasSameBinaryContentAs(dir.resolve("b/corpus-00001.warc.gz"));
    assertThat(Files.mismatch(a, dir.resolve("c/corpus-00001.warc.gz"))).isNotNegative();
  }

  @Test
  void aLargerCorpusBeginsLikeASmallerOne() {
    Iterator<Corpus.Captured> large = new Corpus(7, 60, 4).captures(false);
    List<String> small = new ArrayList<>();
    new Corpus(7, 20, 4).captures(false).forEachRemaining(c -> small.add(c.uri() + c.at()));
    List<String> both = new ArrayList<>();
    large.forEachRemaining(c -> both.add(c.uri() + c.at()));
    assertThat(both).containsAll(small).hasSizeGreaterThan(small.size());
  }

  @Test
  void everyVersionIsFoundInEitherOrder() throws IOException {
    CorpusRun.Summary inTime = write(7, false, dir.resolve("a"));
    CorpusRun.Summary shuffled = write(7, true, dir.resolve("b"));
    assertThat(inTime.articles()).isEqualTo(20);
    assertThat(inTime.versions()).isEqualTo(20 * 4);
    assertThat(inTime.captures()).isBetween(85, 140).isEqualTo(shuffled.captures());
    for (String one : List.of("a", "b")) {
      assertThat(imported(dir.resolve(one), dir.resolve("home-" + one)))
          .contains(inTime.captures() + " captures added to 20 articles");
      check(dir.resolve("home-" + one), inTime.captures());
    }
  }

  private static String imported(Path from, Path home) {
    Cli.Result result = Cli.run(CLOCK, "import", "--home", home, from);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private static void check(Path home, int captures) {
    TreeSet<Label.Kind> seen = new TreeSet<>();
    int found = 0;
    int articles = 0;
    try (Collection collection = Collection.open(home)) {
      Iterator<Timeline> all = collection.timelines().all();
      while (all.hasNext()) {
        Timeline timeline = all.next();
        articles++;
        found += timeline.captures();
        assertThat(timeline.versions()).as(timeline.article().uri()).hasSize(4);
        assertThat(timeline.article().outlet()).endsWith(".example");
        timeline.revisions().forEach(r -> r.labels().forEach(l -> seen.add(l.kind())));
      }
    }
    assertThat(articles).isEqualTo(20);
    assertThat(found).isEqualTo(captures);
    assertThat(seen)
        .contains(
            Label.Kind.SILENT,
            Label.Kind.NOTICED,
            Label.Kind.RESTAMPED,
            Label.Kind.NUMBER,
            Label.Kind.HEADLINE,
            Label.Kind.PARAGRAPH_ADDED,
            Label.Kind.PARAGRAPH_REMOVED,
            Label.Kind.PARAGRAPH_MOVED);
  }
}
