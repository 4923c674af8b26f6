package stet.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Statements;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.Revision;

/** The laws of a timeline, on random lives of a page. */
class TimelineLawsTest {
  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final String MOVED = "https://courier.example/elsewhere";
  private static final TrackedArticle ARTICLE =
      new TrackedArticle("k", "https://courier.example/a", "courier.example");
  private static final ArticleVersion STATE =
      new ArticleVersion(
          ArticleHead.of("Bridge shut"),
          ArticleContent.of(List.of()),
          Statements.NONE,
          "en",
          "",
          "test/1");

  /**
   * Few states, so that texts come back: a letter is a state, '-' no article, '!' one that is cut
   * off, '&gt;' a redirect. Moments may be one and the same.
   */
  @Provide
  Arbitrary<List<Sighting>> lives() {
    Arbitrary<Character> seen = Arbitraries.of('a', 'a', 'b', 'c', '-', '!', '>');
    Arbitrary<Integer> gap = Arbitraries.of(0, 1, 60, 3600, 200_000);
    return Arbitraries.integers()
        .between(0, 25)
        .flatMap(
            n -> seen.list().ofSize(n).flatMap(s -> gap.list().ofSize(n).map(g -> life(s, g))));
  }

  private static List<Sighting> life(List<Character> seen, List<Integer> gaps) {
    List<Sighting> life = new ArrayList<>();
    Instant at = NOON;
    for (int i = 0; i < seen.size(); i++) {
      at = at.plusSeconds(gaps.get(i));
      CaptureRef ref = new CaptureRef(at, "file " + i, "sha256:0", "f", i);
      char c = seen.get(i);
      life.add(
          switch (c) {
            case '-' -> new Sighting(i, ref, null, "not-found", "page not found");
            case '!' -> new Sighting(i, ref, null, Sighting.CUT_OFF, "Read more");
            case '>' -> new Sighting(i, ref, null, Sighting.REDIRECT, i % 2 == 0 ? MOVED : "");
            default -> new Sighting(i, ref, new Sighting.Shown(c, "" + c), "", "");
          });
    }
    return life;
  }

  private static List<Sighting> shown(List<Sighting> life) {
    return life.stream().filter(s -> s.shown() != null).toList();
  }

  @Property(tries = 500)
  void everyCaptureOfAnArticleIsInExactlyOneRun(@ForAll("lives") List<Sighting> life) {
    List<Sighting> shown = shown(life);
    int next = 0;
    for (Run run : Run.of(life)) {
      assertThat(run.first()).isSameAs(shown.get(next));
      for (int i = 0; i < run.checks(); i++) {
        assertThat(shown.get(next + i).shown().compared()).isEqualTo(run.compared());
      }
      next += run.checks();
      assertThat(run.last()).isSameAs(shown.get(next - 1));
    }
    assertThat(next).isEqualTo(shown.size());
  }

  @Property(tries = 500)
  void runsAreNumberedAndNeighboursDiffer(@ForAll("lives") List<Sighting> life) {
    List<Run> runs = Run.of(life);
    for (int i = 0; i < runs.size(); i++) {
      assertThat(runs.get(i).number()).isEqualTo(i + 1);
      assertThat(i == 0 || !runs.get(i).compared().equals(runs.get(i - 1).compared())).isTrue();
    }
  }

  @Property(tries = 500)
  void windowsNeverOverlap(@ForAll("lives") List<Sighting> life) {
    List<Run> runs = Run.of(life);
    Instant end = Instant.MIN;
    for (int i = 1; i < runs.size(); i++) {
      Window window = runs.get(i).since(runs.get(i - 1));
      assertThat(window.notBefore()).isAfterOrEqualTo(end);
      assertThat(window.width().isNegative()).isFalse();
      end = window.notAfter();
    }
  }

  private static Timeline timeline(List<Sighting> life, boolean oscillates) {
    List<Run> runs = Run.of(life);
    List<Label> labels =
        oscillates
            ? List.of(new Label(Label.Kind.SILENT, ""), new Label(Label.Kind.OSCILLATION, ""))
            : List.of();
    List<Entry.Revised> revisions = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      Revision none = new Revision(List.of(), List.of(), new Counts(0, 0, 0, 0));
      Window window = runs.get(i).since(runs.get(i - 1));
      revisions.add(new Entry.Revised(i + 1, window, none, labels));
    }
    return TimelineBuilder.build(ARTICLE, life, revisions, id -> STATE);
  }

  private static int checks(Entry entry) {
    if (entry instanceof Entry.Unchanged same) {
      return same.checks();
    } else if (entry instanceof Entry.NotAnArticle none) {
      return none.checks();
    }
    return entry instanceof Entry.Moved ? 0 : 1;
  }

  @Property(tries = 500)
  void everyCheckIsToldOnceAndEveryVersionHasItsOwn(@ForAll("lives") List<Sighting> life) {
    Timeline timeline = timeline(life, false);
    assertThat(timeline.entries().stream().mapToInt(TimelineLawsTest::checks).sum())
        .isEqualTo(timeline.captures());
    assertThat(timeline.versions().stream().mapToInt(SeenVersion::checks).sum())
        .isEqualTo(shown(life).size());
    assertThat(timeline.revisions()).hasSize(Math.max(0, timeline.versions().size() - 1));
  }

  /** Going back and forth is told in one entry, in the place where it began. */
  @Property(tries = 500)
  void entriesAreInTheOrderOfTime(@ForAll("lives") List<Sighting> life) {
    for (boolean oscillates : new boolean[] {false, true}) {
      Timeline timeline = timeline(life, oscillates);
      assertThat(timeline.entries()).extracting(Entry::at).isSorted();
      int switches =
          timeline.entries().stream()
              .mapToInt(
                  e ->
                      e instanceof Entry.Oscillated o
                          ? o.switches()
                          : e instanceof Entry.Revised ? 1 : 0)
              .sum();
      assertThat(switches).isEqualTo(Math.max(0, timeline.versions().size() - 1));
    }
  }
}
