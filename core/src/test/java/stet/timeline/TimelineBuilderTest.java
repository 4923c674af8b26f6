package stet.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Statements;
import stet.diff.Counts;
import stet.diff.Revision;

class TimelineBuilderTest {
  private static final ArticleVersion STATE =
      new ArticleVersion(
          ArticleHead.of("Bridge shut"),
          ArticleContent.of(List.of()),
          Statements.NONE,
          "en",
          "",
          "test/1");

  private static String entries(String letters) {
    List<Sighting> sightings = RunTest.sightings(letters);
    List<Run> runs = Run.of(sightings);
    List<Entry.Revised> revisions = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      Revision none = new Revision(List.of(), List.of(), new Counts(0, 0, 0, 0));
      revisions.add(new Entry.Revised(i + 1, runs.get(i).since(runs.get(i - 1)), none, List.of()));
    }
    TrackedArticle article =
        new TrackedArticle("k", "https://courier.example/a", "courier.example");
    return TimelineBuilder.build(article, sightings, revisions, id -> STATE).entries().stream()
        .map(TimelineBuilderTest::brief)
        .collect(Collectors.joining(" "));
  }

  private static String brief(Entry entry) {
    if (entry instanceof Entry.FirstSeen) {
      return "first";
    } else if (entry instanceof Entry.Unchanged same) {
      return "same" + same.version() + "x" + same.checks();
    } else if (entry instanceof Entry.NotAnArticle not) {
      return "none" + "x" + not.checks();
    } else if (entry instanceof Entry.Returned back) {
      return "back" + back.version();
    }
    return "revised" + ((Entry.Revised) entry).version();
  }

  @Test
  void checksThatSawTheSameAreOneEntry() {
    assertThat(entries("aaab")).isEqualTo("first same1x2 revised2");
  }

  @Test
  void aPageThatVanishedReturnsUnchangedOrRevised() {
    assertThat(entries("a--a")).isEqualTo("first nonex2 back1");
    assertThat(entries("a-aab")).isEqualTo("first nonex1 back1 same1x1 revised2");
    assertThat(entries("a-b")).isEqualTo("first nonex1 revised2");
  }

  @Test
  void aPageNeverSeenAsAnArticleHasNoVersion() {
    assertThat(entries("--")).isEqualTo("nonex2");
    assertThat(entries("-a")).isEqualTo("nonex1 first");
  }
}
