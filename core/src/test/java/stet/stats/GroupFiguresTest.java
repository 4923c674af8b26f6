package stet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.article.TextLanguage;
import stet.diff.Label.Kind;
import stet.stats.Figure.Subject;
import stet.stats.Grouping.Group;
import stet.stats.Happening.What;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;
import stet.timeline.Window;

/** Figures of fictional outlets, reckoned by hand. */
class GroupFiguresTest {
  private static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");

  private static Instant hours(double hours) {
    return DAWN.plusSeconds(Math.round(hours * 3600));
  }

  private static SeenEdit edit(double from, double to, Kind disclosure, Kind... kinds) {
    return new SeenEdit(new Window(hours(from), hours(to)), disclosure, Set.of(kinds));
  }

  /** Watched for so many hours, looked at every hour. */
  private static Observed article(String key, double watched, int swings, SeenEdit... edits) {
    return new Observed(
        key,
        "courier.example",
        TextLanguage.stated("en"),
        "harbour",
        List.of("A. Writer", "B. Writer"),
        DAWN,
        hours(watched),
        (int) watched + 1,
        List.of(edits),
        swings,
        hourly(watched),
        TextCourse.STILL);
  }

  private static Watch hourly(double watched) {
    List<Instant> times =
        IntStream.rangeClosed(0, (int) watched).mapToObj(GroupFiguresTest::hours).toList();
    return new Watch(null, CheckTimes.of(times), List.of());
  }

  private static List<Observed> courier() {
    return List.of(
        article("a", 48, 0, edit(1, 2, Kind.SILENT, Kind.NUMBER), edit(5, 6, Kind.NOTICED)),
        article("b", 48, 0, edit(3, 4, Kind.STAMPED, Kind.NUMBER)),
        article("c", 48, 0, edit(1, 2, Kind.COSMETIC), edit(2, 3, Kind.NO_UPDATE_TIME)),
        article("d", 48, 3, edit(1, 2, Kind.TEMPLATE_DRIFT), edit(1, 3, Kind.PERHAPS_CUT)),
        article("e", 24, 0),
        article("once", 0, 0));
  }

  private static GroupFigures only(List<Observed> articles) {
    List<GroupFigures> all = GroupFigures.of(articles, Grouping.OUTLET);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Long> share(GroupFigures figures, Subject subject, String id) {
    ShareEstimate share = figures.share(subject, id).orElseThrow();
    return List.of(share.part(), share.whole());
  }

  @Test
  void articlesAreThoseThatWereLookedAtTwice() {
    GroupFigures courier = only(courier());

    assertThat(courier.group()).isEqualTo(new Group("courier.example", ""));
    assertThat(courier.watching().articles()).isEqualTo(6);
    assertThat(courier.watching().once()).isEqualTo(1);
    assertThat(courier.watching().checks()).isEqualTo(4 * 49 + 25);
    assertThat(courier.watching().apart()).isEqualTo(Duration.ofHours(1));
    assertThat(courier.watching().lasting()).isEqualTo(Duration.ofHours(48));
    assertThat(share(courier, Subject.ARTICLES, "edited")).containsExactly(3L, 5L);
    assertThat(share(courier, Subject.ARTICLES, "edited-silently")).containsExactly(1L, 5L);
    assertThat(share(courier, Subject.ARTICLES, "edited-with-notice")).containsExactly(1L, 5L);
    assertThat(share(courier, Subject.ARTICLES, "edited-cannot-tell")).containsExactly(1L, 5L);
  }

  @Test
  void whatCannotBeToldIsAClassOfItsOwnAndWhatIsNoEditIsCountedApart() {
    GroupFigures courier = only(courier());

    assertThat(share(courier, Subject.EDITS, "silent")).containsExactly(1L, 4L);
    assertThat(share(courier, Subject.EDITS, "no-update-time")).containsExactly(1L, 4L);
    assertThat(share(courier, Subject.EDITS, "stamped")).containsExactly(1L, 4L);
    assertThat(share(courier, Subject.EDITS, "noticed")).containsExactly(1L, 4L);
    assertThat(courier.share(Subject.EDITS, "silent").orElseThrow().clusters()).isEqualTo(3);
    assertThat(courier.leftOut())
        .isEqualTo(Map.of(Kind.COSMETIC, 1, Kind.TEMPLATE_DRIFT, 1, Kind.PERHAPS_CUT, 1));
    assertThat(courier.pendulums()).isEqualTo(Map.of("d", 3));
    assertThat(courier.kinds()).hasSize(1);
    assertThat(courier.kinds().get(0).kind()).isEqualTo(Kind.NUMBER);
    assertThat(courier.kinds().get(0).silent().part()).isEqualTo(1);
    assertThat(courier.kinds().get(0).stamped().part()).isEqualTo(1);
    assertThat(courier.kinds().get(0).noticed().part()).isZero();
    assertThat(courier.kinds().get(0).noticed().whole()).isEqualTo(2);
  }

  @Test
  void nothingIsSaidOfAgesToWhichNobodyWatched() {
    GroupFigures courier = only(courier());

    assertThat(courier.curve(What.FIRST_EDIT).units()).isEqualTo(5);
    assertThat(courier.curve(What.FIRST_EDIT).events()).isEqualTo(3);
    assertThat(courier.curve(What.FIRST_SILENT_EDIT).events()).isEqualTo(1);
    Reached early = courier.curve(What.FIRST_EDIT).at(3600 * 6.0).orElseThrow();
    assertThat(early.before()).isEqualTo(3);
    assertThat(early.open()).isZero();
    assertThat(early.isTold()).isFalse();
    assertThat(early.low()).isLessThanOrEqualTo(0.6);
    assertThat(early.high()).isCloseTo(0.6, within(1e-6));
    assertThat(courier.curve(What.FIRST_EDIT).at(3600 * 2.5).orElseThrow().open()).isEqualTo(1);
    assertThat(courier.curve(What.FIRST_EDIT).at(3600 * 24 * 7.0)).isEmpty();
    assertThat(courier.curve(What.FIRST_EDIT).at(3600 * 24 * 30.0)).isEmpty();
  }

  @Test
  void anOutletThatWasLookedAtOnceHasNoFigures() {
    GroupFigures once = only(List.of(article("once", 0, 0)));

    assertThat(share(once, Subject.ARTICLES, "edited")).containsExactly(0L, 0L);
    assertThat(once.share(Subject.ARTICLES, "edited").orElseThrow().isTold()).isFalse();
    assertThat(once.curve(What.FIRST_EDIT).points()).isEmpty();
    assertThat(once.kinds()).isEmpty();
  }

  @Test
  void articlesOfSeveralAuthorsCountForEachOfThem() {
    List<GroupFigures> authors = GroupFigures.of(courier(), Grouping.AUTHOR);

    assertThat(authors)
        .extracting(GroupFigures::group)
        .containsExactly(
            new Group("courier.example", "A. Writer"), new Group("courier.example", "B. Writer"));
    assertThat(authors).allMatch(a -> a.watching().articles() == 6);
    assertThat(GroupFigures.of(courier(), Grouping.LANGUAGE).get(0).group())
        .isEqualTo(new Group("", "en"));
    assertThat(GroupFigures.of(courier(), Grouping.SECTION).get(0).group())
        .isEqualTo(new Group("courier.example", "harbour"));
  }

  @Test
  void theOrderOfArticlesChangesNothing() {
    GroupFigures courier = only(courier());
    List<Observed> shuffled = new ArrayList<>(courier());
    Collections.shuffle(shuffled, new Random(7));
    GroupFigures again = only(shuffled);

    assertThat(again.figures()).isEqualTo(courier.figures());
    assertThat(again.kinds()).isEqualTo(courier.kinds());
    assertThat(again.curve(What.FIRST_EDIT).points())
        .isEqualTo(courier.curve(What.FIRST_EDIT).points());
    assertThat(again.watching()).isEqualTo(courier.watching());
  }
}
