package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import stet.ProcessorTime;

class EventCurveTest {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  @Provide
  Arbitrary<List<Censored>> observations() {
    Arbitrary<Double> ages =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 20).map(i -> i * 15 * MINUTE),
            Arbitraries.integers().between(1, 60).map(i -> i * DAY),
            Arbitraries.doubles().between(0, 40 * DAY));
    Arbitrary<Censored> one =
        Combinators.combine(ages, ages, Arbitraries.integers().between(0, 9))
            .as(
                (a, b, kind) ->
                    kind < 4
                        ? Censored.still(a)
                        : kind == 4
                            ? Censored.exact(a)
                            : new Censored(Math.min(a, b), Math.max(a, b)));
    return one.list().ofMinSize(1).ofMaxSize(60);
  }

  private static void assertSame(EventCurve curve, EventCurve other) {
    List<Reached> points = curve.points();
    List<Reached> others = other.points();
    assertThat(others).hasSameSizeAs(points);
    for (int i = 0; i < points.size(); i++) {
      assertThat(others.get(i).age()).isEqualTo(points.get(i).age());
      assertThat(others.get(i).low()).isCloseTo(points.get(i).low(), within(1e-5));
      assertThat(others.get(i).high()).isCloseTo(points.get(i).high(), within(1e-5));
    }
  }

  private static void assertCurve(EventCurve curve) {
    double before = 0;
    double age = -1;
    for (Reached point : curve.points()) {
      assertThat(point.age()).isGreaterThan(age);
      assertThat(point.low()).isBetween(before - 1e-9, point.high());
      assertThat(point.high()).isBetween(0.0, 1.0);
      assertThat(point.interval().low()).isBetween(0.0, point.low() + 1e-9);
      assertThat(point.interval().high()).isBetween(point.high() - 1e-9, 1.0);
      assertThat(point.before()).isBetween(0L, point.watched());
      assertThat(point.watched()).isLessThanOrEqualTo(curve.units());
      before = point.low();
      age = point.age();
    }
  }

  @Property(tries = 300)
  void curvesRiseWithinTheirIntervals(@ForAll("observations") List<Censored> observations) {
    assertCurve(ExactCurves.of(observations));
    assertCurve(EventCurve.atAges(observations));
  }

  @Property(tries = 300)
  void massesAreProvenTheBest(@ForAll("observations") List<Censored> observations) {
    Observations counted = new Observations(PropertiesOfCurves.counted(observations));
    Turnbull curve = new Turnbull(counted);
    assertThat(curve.gap()).isLessThan(1e-8);
    assertThat(curve.masses().stream().mapToDouble(m -> m[2]).sum()).isCloseTo(1, within(1e-9));
    if (counted.longest() > 0) {
      assertThat(new AgeCurve(counted).gap()).isLessThan(1e-8);
    }
  }

  /** Written out from the definition: no cell's gradient above the number, none with mass below. */
  @Property(tries = 300)
  void conditionsOfKuhnAndTuckerHold(@ForAll("observations") List<Censored> observations) {
    List<double[]> masses =
        new Turnbull(new Observations(PropertiesOfCurves.counted(observations))).masses();
    Supports supports = supports(observations);
    for (int k = 0; k < supports.count(); k++) {
      double from = supports.from(k);
      double to = supports.to(k);
      double gradient = 0;
      for (Censored one : observations) {
        gradient += covers(one, from, to) ? 1 / probability(one, masses) : 0;
      }
      assertThat(gradient).isLessThan(observations.size() + 1e-6);
      if (masses.stream().anyMatch(m -> m[0] == from && m[1] == to)) {
        assertThat(gradient).isCloseTo(observations.size(), within(1e-2));
      }
    }
  }

  private static Supports supports(List<Censored> observations) {
    return new Supports(new Observations(PropertiesOfCurves.counted(observations)));
  }

  private static boolean covers(Censored one, double from, double to) {
    return one.after() == one.until()
        ? from == to && from == one.until()
        : to <= one.until() && (from == to ? from > one.after() : from >= one.after());
  }

  private static double probability(Censored one, List<double[]> masses) {
    return masses.stream().filter(m -> covers(one, m[0], m[1])).mapToDouble(m -> m[2]).sum();
  }

  @Property(tries = 100)
  void orderDoesNotMatter(@ForAll("observations") List<Censored> observations) {
    List<Censored> others = new ArrayList<>(observations);
    Collections.shuffle(others, new Random(1));
    assertSame(ExactCurves.of(observations), ExactCurves.of(others));
    assertSame(EventCurve.atAges(observations), EventCurve.atAges(others));
  }

  @Property(tries = 100)
  void twiceAsOftenIsTwiceTheWeight(@ForAll("observations") List<Censored> observations) {
    List<Censored> twice = new ArrayList<>(observations);
    twice.addAll(observations);
    Map<Censored, Long> doubled = new HashMap<>();
    observations.forEach(one -> doubled.merge(one, 2L, Long::sum));
    EventCurve weighted = ExactCurves.weighted(doubled);
    assertThat(ExactCurves.of(twice).points()).isEqualTo(weighted.points());
    assertSame(ExactCurves.of(observations), weighted);
    assertThat(weighted.units()).isEqualTo(2L * observations.size());
  }

  /** The grid's ages alone: then the curve over the grid is the one of the observations. */
  @Property(tries = 100)
  void whereEndsLieOnTheGridBothCurvesAreOne(@ForAll long seed) {
    double[] grid = {0, HOUR, 6 * HOUR, DAY, 7 * DAY};
    Random random = new Random(seed);
    List<Censored> observations = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      int from = random.nextInt(grid.length - 1);
      int to = from + 1 + random.nextInt(2);
      observations.add(
          to >= grid.length || random.nextInt(3) == 0
              ? Censored.still(grid[from])
              : new Censored(grid[from], grid[to]));
    }
    EventCurve asTheyAre = ExactCurves.of(observations);
    EventCurve atAges = EventCurve.atAges(observations);
    for (double age : grid) {
      asTheyAre
          .at(age)
          .ifPresent(
              reached -> {
                Reached other = atAges.at(age).orElseThrow();
                assertThat(other.low()).isCloseTo(reached.low(), within(1e-5));
                assertThat(other.high()).isCloseTo(reached.high(), within(1e-5));
                assertThat(other.watched()).isEqualTo(reached.watched());
              });
    }
  }

  @Test
  void withinAStretchOnlyBoundsAreKnown() {
    List<Censored> observations = new ArrayList<>(Collections.nCopies(30, Censored.still(2 * DAY)));
    observations.addAll(Collections.nCopies(10, new Censored(0, DAY)));
    for (EventCurve curve :
        List.of(ExactCurves.of(observations), EventCurve.atAges(observations))) {
      Reached hour = curve.at(HOUR).orElseThrow();
      assertThat(hour.low()).isZero();
      assertThat(hour.high()).isCloseTo(0.25, within(1e-6));
      assertThat(hour.watched()).isEqualTo(40);
      assertThat(hour.before()).isZero();
      Reached day = curve.at(DAY).orElseThrow();
      assertThat(day.low()).isEqualTo(day.high()).isCloseTo(0.25, within(1e-6));
      assertThat(day.before()).isEqualTo(10);
      assertThat(curve.at(3 * DAY)).isEmpty();
      assertThat(curve.quantile(0.5).value()).isEmpty();
      assertThat(curve.quantile(0.5).high()).isEmpty();
      assertThat(curve.events()).isEqualTo(10);
    }
  }

  /** Nobody of forty: at most as many as the exact binomial limit of 97.5 % says. */
  @Test
  void noEventsStillLeaveALimit() {
    EventCurve curve = EventCurve.atAges(Collections.nCopies(40, Censored.still(DAY)));
    Interval interval = curve.at(HOUR).orElseThrow().interval();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isCloseTo(1 - Math.pow(0.025, 1.0 / 40), within(1e-3));
    assertThat(ExactCurves.of(Collections.nCopies(40, Censored.still(DAY))).at(HOUR).orElseThrow())
        .satisfies(reached -> assertThat(reached.interval().high()).isBetween(0.05, 0.1));
  }

  @Test
  void ofNothingNothingIsKnown() {
    for (EventCurve curve :
        List.of(
            ExactCurves.of(List.of()),
            EventCurve.atAges(List.of()),
            EventCurve.atAges(List.of(Censored.still(0))))) {
      assertThat(curve.at(0)).isEmpty();
      assertThat(curve.points()).isEmpty();
      assertThat(curve.quantile(0.5).value()).isEqualTo(OptionalDouble.empty());
    }
    assertThatThrownBy(() -> new Censored(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExactCurves.of(List.of()).quantile(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Beyond a hundred thousand observations whose ends are all different. */
  @Test
  void manyObservationsTakeBoundedWork() {
    Random random = new Random(5);
    List<Censored> windows = new ArrayList<>();
    List<Censored> exact = new ArrayList<>();
    Newsroom.Checks checks = Schedules.random(60);
    for (int i = 0; i < 100_000; i++) {
      double age = -2 * DAY * Math.log(random.nextDouble()) + (random.nextInt(3) == 0 ? 1e9 : 0);
      windows.add(checks.seen(age, random));
      double end = 60 * DAY * random.nextDouble();
      exact.add(age < end ? Censored.exact(age) : Censored.still(end));
    }
    for (EventCurve curve :
        ProcessorTime.within(
            Duration.ofSeconds(60),
            "a hundred thousand observations",
            () ->
                List.of(
                    EventCurve.atAges(windows), ExactCurves.of(exact), ExactCurves.of(windows)))) {
      assertThat(curve.at(7 * DAY).orElseThrow().low()).isCloseTo(0.647, within(0.02));
    }
  }
}
