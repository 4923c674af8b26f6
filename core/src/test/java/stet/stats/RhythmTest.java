package stet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import stet.article.TextLanguage;
import stet.diff.Label.Kind;
import stet.stats.estimate.RateEstimate;
import stet.timeline.Window;

/** Edits by hour and weekday, beside the time that somebody looked. */
class RhythmTest {
  /** A Monday. */
  private static final Instant MONDAY = Instant.parse("2026-03-16T00:00:00Z");

  private static Instant minutes(long minutes) {
    return MONDAY.plus(Duration.ofMinutes(minutes));
  }

  private static SeenEdit edit(long from, long until) {
    return new SeenEdit(new Window(minutes(from), minutes(until)), Kind.STAMPED, Set.of());
  }

  private static Observed article(
      String key, List<Long> checks, List<StatedOffset> offsets, List<SeenEdit> edits) {
    List<Instant> times = checks.stream().map(RhythmTest::minutes).toList();
    return new Observed(
        key,
        "courier.example",
        TextLanguage.stated("en"),
        "",
        List.of(),
        times.get(0),
        times.get(times.size() - 1),
        times.size(),
        edits,
        0,
        new Watch(null, CheckTimes.of(times), offsets),
        TextCourse.STILL);
  }

  private static Rhythm hours(List<Observed> articles) {
    return GroupFigures.of(articles, Grouping.OUTLET).get(0).hours();
  }

  @Test
  void aStretchIsSharedOutAmongTheHoursThatItLiesIn() {
    Rhythm hours =
        hours(List.of(article("a", List.of(50L, 80L, 110L), List.of(), List.of(edit(50, 80)))));

    assertThat(hours.local()).isFalse();
    RateEstimate first = hours.cells().get(0);
    RateEstimate second = hours.cells().get(1);
    assertThat(first.events()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(first.exposure()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(second.events()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(second.exposure()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(hours.cells().get(2).units()).isZero();
    assertThat(first.isTold()).isFalse();
  }

  @Test
  void whatWasLookedAtTooSeldomIsLeftOutAndCounted() {
    Rhythm hours =
        hours(
            List.of(
                article("a", List.of(0L, 30L, 630L), List.of(), List.of(edit(0, 30))),
                article("b", List.of(0L, 600L), List.of(), List.of(edit(0, 600)))));

    assertThat(hours.wide()).isEqualTo(new Rhythm.LeftOut(1, 20));
    assertThat(hours.cells().stream().mapToDouble(RateEstimate::events).sum()).isEqualTo(1);
    assertThat(hours.cells().stream().mapToDouble(RateEstimate::exposure).sum()).isEqualTo(0.5);
  }

  @Test
  void theOutletsClockIsWhatAllItsPagesStateForThatTime() {
    long noon = minutes(720).getEpochSecond();
    StatedOffset plusTwo = new StatedOffset(noon, 7200);
    List<Long> checks = List.of(720L, 750L);
    Observed stating = article("a", checks, List.of(plusTwo), List.of(edit(720, 750)));
    Observed other = article("b", checks, List.of(), List.of());

    Rhythm local = hours(List.of(stating, other));
    assertThat(local.local()).isTrue();
    assertThat(local.cells().get(14).events()).isEqualTo(1);
    assertThat(local.cells().get(14).units()).isEqualTo(2);

    Observed doubting =
        article("c", checks, List.of(new StatedOffset(noon, 3600)), List.of(edit(720, 750)));
    Rhythm doubtful = hours(List.of(stating, doubting));
    assertThat(doubtful.local()).isFalse();
    assertThat(doubtful.cells().get(12).events()).isEqualTo(2);

    long longAgo = noon - Duration.ofDays(30).toSeconds();
    Observed old = article("d", checks, List.of(new StatedOffset(longAgo, 7200)), List.of());
    assertThat(hours(List.of(old)).local()).isFalse();
  }

  @Test
  void weekdaysBeginOnTheOutletsOwnMidnight() {
    List<Long> checks = List.of(-90L, -30L);
    long sunday = minutes(-60).getEpochSecond();
    Observed stating =
        article("a", checks, List.of(new StatedOffset(sunday, 7200)), List.of(edit(-90, -30)));

    Rhythm local = GroupFigures.of(List.of(stating), Grouping.OUTLET).get(0).weekdays();
    assertThat(local.cells().get(0).events()).isEqualTo(1);
    Observed plain = article("a", checks, List.of(), List.of(edit(-90, -30)));
    Rhythm utc = GroupFigures.of(List.of(plain), Grouping.OUTLET).get(0).weekdays();
    assertThat(utc.cells().get(6).events()).isEqualTo(1);
  }

  /** At night nobody looks as often, and edits come at the same rate all day. */
  @Test
  void noEditsAtNightBecauseNobodyLookedIsNoPattern() {
    Random random = new Random(11);
    List<Observed> articles = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      articles.add(newsroom("a" + i, random, 0.05));
    }
    Rhythm hours = hours(articles);
    int held = 0;
    for (int hour = 0; hour < 24; hour++) {
      RateEstimate cell = hours.cells().get(hour);
      boolean night = hour >= 1 && hour < 6;
      if (night) {
        assertThat(cell.exposure()).isZero();
        assertThat(cell.isTold()).isFalse();
      } else {
        assertThat(cell.isTold()).isTrue();
        assertThat(cell.rate()).isCloseTo(0.05, within(0.02));
        held += cell.interval().low() <= 0.05 && 0.05 <= cell.interval().high() ? 1 : 0;
      }
    }
    assertThat(held).isGreaterThanOrEqualTo(16);
  }

  /** Looked at every twenty minutes for two days, but not between one and six. */
  private static Observed newsroom(String key, Random random, double perHour) {
    List<Long> checks = new ArrayList<>();
    long begin = random.nextInt(1440);
    for (long at = begin; at < begin + 2880; at += 20) {
      long ofDay = Math.floorMod(at, 1440L);
      if (ofDay < 60 || ofDay >= 360) {
        checks.add(at);
      }
    }
    List<SeenEdit> edits = new ArrayList<>();
    double at = checks.get(0);
    while (true) {
      at += -Math.log(1 - random.nextDouble()) / perHour * 60;
      int next = next(checks, at);
      if (next < 0) {
        return article(key, checks, List.of(), edits);
      }
      SeenEdit seen = edit(checks.get(next - 1), checks.get(next));
      if (edits.isEmpty() || !edits.get(edits.size() - 1).equals(seen)) {
        edits.add(seen);
      }
    }
  }

  private static int next(List<Long> checks, double at) {
    for (int i = 1; i < checks.size(); i++) {
      if (checks.get(i) >= at) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void whatStandsInSecondsIsReadAgain() {
    List<Instant> times = List.of(minutes(0), minutes(0), minutes(7), minutes(9000));
    CheckTimes kept = CheckTimes.of(times);
    assertThat(kept.seconds())
        .containsExactly(times.stream().mapToLong(Instant::getEpochSecond).toArray());
    assertThat(CheckTimes.NONE.seconds()).isEmpty();
  }
}
