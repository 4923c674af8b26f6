package stet.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.diff.Label.Kind;
import stet.report.Story;
import stet.stats.Happening.What;
import stet.stats.estimate.Censored;
import stet.stats.estimate.EventCurve;
import stet.timeline.Standing;
import stet.timeline.Timeline;

/** What became of the texts of fictional stories. */
class TextCourseTest {
  private static final String BRIDGE = "The bridge over the Alder is shut until Friday evening.";
  private static final String COST = "Its repair costs 12 million crowns, the council says.";
  private static final String DEARER = "Its repair costs 14 million crowns, the council says.";

  private static Story story() {
    return new Story("bridge-1f", "courier.example").headline("Bridge shut").text(BRIDGE, COST);
  }

  private static TextCourse course(Timeline timeline) {
    return Observed.of(timeline).orElseThrow().text();
  }

  @Test
  void textThatWasTakenBackStoodBetweenTheTwoWindows() {
    Timeline timeline =
        story()
            .seen("2026-03-02T06:00:00Z")
            .unchanged("2026-03-02T08:00:00Z", 2)
            .text(BRIDGE, DEARER)
            .seen("2026-03-02T09:00:00Z", Kind.SILENT, Kind.NUMBER)
            .unchanged("2026-03-02T11:00:00Z", 2)
            .text(BRIDGE, COST)
            .seen("2026-03-02T12:00:00Z", Kind.SILENT, Kind.REVERT, Kind.NUMBER)
            .timeline();

    assertThat(course(timeline).stood())
        .containsExactly(new Stood(Stood.Why.TAKEN_BACK, 2 * 3600.0, 4 * 3600.0));
  }

  @Test
  void aHeadlineThatCameBackIsNoTextTakenBack() {
    Timeline timeline =
        story()
            .seen("2026-03-02T06:00:00Z")
            .headline("Bridge is closed")
            .seen("2026-03-02T07:00:00Z", Kind.SILENT, Kind.HEADLINE)
            .headline("Bridge shut")
            .seen("2026-03-02T08:00:00Z", Kind.SILENT, Kind.REVERT, Kind.HEADLINE)
            .timeline();

    TextCourse course = course(timeline);
    assertThat(course.stood()).isEmpty();
    assertThat(course.headlines()).isEqualTo(new Headlines(2, 1, true));
    assertThat(course.headlines().isChanged()).isFalse();
    GroupFigures figures =
        GroupFigures.of(List.of(Observed.of(timeline).orElseThrow()), Grouping.OUTLET).get(0);
    assertThat(figures.curve(What.FIRST_NEW_HEADLINE).events()).isZero();
    assertThat(figures.curve(What.FIRST_EDIT).events()).isEqualTo(1);
  }

  @Test
  void aHeadlineOfAHeldTemplateIsNoNewOne() {
    Timeline timeline =
        story()
            .seen("2026-03-02T06:00:00Z")
            .headline("Bridge shut | Courier")
            .seen("2026-03-02T07:00:00Z", Kind.TEMPLATE_DRIFT, Kind.HEADLINE)
            .timeline();

    assertThat(course(timeline).headlines()).isEqualTo(Headlines.ONE);
  }

  @Test
  void aCorrectedNumberStoodSinceBeforeTheFirstCheck() {
    Story story =
        story()
            .published("Mar 2, 2026, 5:00 am UTC", "2026-03-02T05:00", java.time.ZoneOffset.UTC)
            .seen("2026-03-02T06:00:00Z")
            .unchanged("2026-03-02T08:00:00Z", 2)
            .text(BRIDGE, DEARER);
    Timeline timeline =
        story
            .seen(
                "2026-03-02T09:00:00Z",
                Kind.NOTICED,
                Kind.ACKNOWLEDGED,
                Kind.CORRECTION,
                Kind.NUMBER)
            .timeline();

    assertThat(course(timeline).stood())
        .containsExactly(new Stood(Stood.Why.CORRECTED, 2 * 3600.0, 4 * 3600.0));
  }

  @Test
  void whatStandsAfterADayIsReckonedOnlyWhereItIsKnown() {
    Story edited =
        story()
            .seen("2026-03-02T06:00:00Z")
            .text(BRIDGE, DEARER)
            .seen("2026-03-02T09:00:00Z", Kind.STAMPED, Kind.NUMBER)
            .unchanged("2026-03-03T07:00:00Z", 5);
    Standing standing = course(edited.timeline()).afterDay();
    assertThat(standing).isNotNull();
    assertThat(standing.first() - standing.still()).isEqualTo(1);
    assertThat(standing.now()).isEqualTo(standing.first());

    Timeline shorter =
        story().seen("2026-03-02T06:00:00Z").unchanged("2026-03-02T20:00:00Z", 4).timeline();
    assertThat(course(shorter).afterDay()).isNull();

    Timeline across =
        story()
            .seen("2026-03-02T06:00:00Z")
            .unchanged("2026-03-03T05:00:00Z", 9)
            .text(BRIDGE, DEARER)
            .seen("2026-03-03T07:00:00Z", Kind.STAMPED, Kind.NUMBER)
            .timeline();
    assertThat(course(across).afterDay()).isNull();
    GroupFigures figures =
        GroupFigures.of(
                List.of(
                    Observed.of(edited.timeline()).orElseThrow(),
                    Observed.of(shorter).orElseThrow(),
                    Observed.of(across).orElseThrow()),
                Grouping.LANGUAGE)
            .get(0);
    assertThat(figures.lasting().articles()).isEqualTo(1);
    assertThat(figures.lasting().shorter()).isEqualTo(1);
    assertThat(figures.lasting().open()).isEqualTo(1);
  }

  @Test
  void whatWasSeenLateTellsNothingOfTheTimeAfterPublication() {
    Timeline soon = published("2026-03-02T05:30").timeline();
    Timeline late = published("2026-02-27T05:30").timeline();
    Timeline after = published("2026-03-02T06:30").timeline();
    List<Observed> all =
        List.of(soon, late, after).stream().map(t -> Observed.of(t).orElseThrow()).toList();

    GroupFigures figures = GroupFigures.of(all, Grouping.OUTLET).get(0);
    assertThat(figures.publication()).isEqualTo(new Publication(1, 1, 1));
    EventCurve curve = figures.curve(What.FIRST_EDIT_FROM_PUBLICATION);
    assertThat(curve.units()).isEqualTo(1);
    Censored first = all.get(0).until(all.get(0).watched().published(), e -> true);
    assertThat(first).isEqualTo(new Censored(2.5 * 3600, 3.5 * 3600));
  }

  private static Story published(String local) {
    return story()
        .published("as printed", local, java.time.ZoneOffset.UTC)
        .seen("2026-03-02T06:00:00Z")
        .unchanged("2026-03-02T08:00:00Z", 2)
        .text(BRIDGE, DEARER)
        .seen("2026-03-02T09:00:00Z", Kind.STAMPED);
  }

  @Test
  void aNoticeIsCountedFromTheFirstEditThatCouldMatter() {
    Timeline timeline =
        story()
            .seen("2026-03-02T06:00:00Z")
            .text(BRIDGE, DEARER)
            .seen("2026-03-02T07:00:00Z", Kind.SILENT, Kind.NUMBER)
            .unchanged("2026-03-02T11:00:00Z", 4)
            .text(BRIDGE, DEARER, "Correction: the sum was wrong.")
            .seen("2026-03-02T12:00:00Z", Kind.NOTICED)
            .timeline();
    Observed observed = Observed.of(timeline).orElseThrow();

    assertThat(observed.untilNotice(e -> e.kinds().contains(Kind.NUMBER)))
        .contains(new Censored(4 * 3600.0, 6 * 3600.0));
    assertThat(observed.untilNotice(e -> e.kinds().contains(Kind.NAME))).isEmpty();
    assertThat(observed.isWatchedFor(Duration.ofHours(6))).isTrue();
  }
}
