package stet.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.diff.Label.Kind;
import stet.report.Stories;
import stet.report.Story;
import stet.timeline.Timeline;

/** Figures say what the timelines say, whatever the order in which articles are counted. */
class FiguresTest {
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");

  /** Checked at 6:00, 7:00, 9:00, and ten days later. */
  private static Timeline quay() {
    return new Story("quay", Stories.COURIER)
        .headline("Quay shut")
        .text("The quay was shut at six.")
        .seen("2026-03-14T06:00:00Z")
        .text("The quay was shut at seven.")
        .seen("2026-03-14T07:00:00Z", Kind.STAMPED, Kind.NUMBER)
        .text("The quay was shut at eight.")
        .seen("2026-03-14T09:00:00Z", Kind.SILENT, Kind.NUMBER)
        .text("The quay is open.")
        .seen("2026-03-24T09:00:00Z", Kind.NO_UPDATE_TIME)
        .timeline();
  }

  private static Timeline pier() {
    return new Story("pier", Stories.COURIER)
        .headline("Pier painted")
        .text("The pier is green.")
        .seen("2026-03-14T06:00:00Z")
        .unchanged("2026-03-14T10:00:00Z", 4)
        .timeline();
  }

  @Test
  void anArticleIsCountedAsItsTimelineShowsIt() {
    ArticleFigures quay = ArticleFigures.of(quay());

    assertThat(quay.first()).isEqualTo(DAWN);
    assertThat(quay.changed()).isEqualTo("2026-03-24T09:00:00Z");
    assertThat(quay.watching().checks()).isEqualTo(4);
    assertThat(quay.watching().watched()).isEqualTo(Duration.ofDays(10).plusHours(3));
    assertThat(quay.edits().versions()).isEqualTo(4);
    assertThat(quay.edits().revisions()).isEqualTo(3);
    assertThat(quay.edits().wide()).isEqualTo(1);
    assertThat(quay.edits().labels())
        .isEqualTo(Map.of(Kind.STAMPED, 1, Kind.SILENT, 1, Kind.NO_UPDATE_TIME, 1, Kind.NUMBER, 2));
    assertThat(quay.edits().silentLabels()).isEqualTo(Map.of(Kind.SILENT, 1, Kind.NUMBER, 1));
  }

  @Test
  void anArticleThatWasNeverOneHasNoRevisionAndNoSilence() {
    ArticleFigures never = ArticleFigures.of(Stories.never());

    assertThat(never.changed()).isNull();
    assertThat(never.edits().versions()).isZero();
    assertThat(never.watching().gone()).isEqualTo(never.watching().checks());
  }

  @Test
  void sharesNameWhatTheyArePartOf() {
    Figures both = Figures.NONE.plus(ArticleFigures.of(quay())).plus(ArticleFigures.of(pier()));

    assertThat(both.articles()).isEqualTo(2);
    assertThat(both.revised()).isEqualTo(1);
    assertThat(both.silent()).isEqualTo(1);
    assertThat(both.labelled(Kind.SILENT)).isEqualTo(new Share(1, 3));
    // Of the third nobody can tell: its page states no update time.
    assertThat(both.silentOfTold()).isEqualTo(new Share(1, 2));
    assertThat(both.labelled(Kind.NO_UPDATE_TIME)).isEqualTo(new Share(1, 3));
    // Nine checks of two articles leave seven stretches, of ten days and seven hours together.
    assertThat(both.apart()).contains(Duration.ofDays(10).plusHours(7).dividedBy(7));
    assertThat(Figures.NONE.apart()).isEmpty();
  }

  @Test
  void noOrderOfArticlesChangesASum() {
    List<ArticleFigures> articles = new ArrayList<>();
    Stories.all().forEach(t -> articles.add(ArticleFigures.of(t)));
    Figures sum = articles.stream().reduce(Figures.NONE, Figures::plus, Figures::plus);
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(articles, random);
      int cut = random.nextInt(articles.size());
      Figures left = Figures.NONE;
      Figures right = Figures.NONE;
      for (int k = 0; k < articles.size(); k++) {
        left = k < cut ? left.plus(articles.get(k)) : left;
        right = k < cut ? right : right.plus(articles.get(k));
      }
      assertThat(left.plus(right)).isEqualTo(sum);
    }
    assertThat(sum.articles()).isEqualTo(Stories.all().size());
  }

  @Test
  void ofTooFewNoShareIsTold() {
    assertThat(new Share(19, 19).percent()).isEmpty();
    assertThat(new Share(0, 0).percent()).isEmpty();
    assertThat(new Share(1, 20).percent()).hasValue(5);
    assertThat(new Share(7, 2_000).percent()).hasValue(0);
  }

  @Test
  void aMedianIsATimeThatWasReallyObserved() {
    assertThat(Median.of(List.of())).isEqualTo(new Median(Duration.ZERO, 0));
    assertThat(Median.of(hours(5))).isEqualTo(new Median(Duration.ofHours(3), 5));
    // Of an even number the lower one.
    assertThat(Median.of(hours(6))).isEqualTo(new Median(Duration.ofHours(3), 6));
  }

  private static List<Duration> hours(int most) {
    List<Duration> hours =
        new ArrayList<>(IntStream.rangeClosed(1, most).mapToObj(Duration::ofHours).toList());
    Collections.reverse(hours);
    return hours;
  }
}
