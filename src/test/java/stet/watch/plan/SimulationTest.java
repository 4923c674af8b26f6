package stet.watch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stet.watch.plan.Simulation.Outcome;
import stet.watch.plan.Simulation.Past;
import stet.watch.plan.Simulation.Schedules;

class SimulationTest {
  private static final Instant BORN = Instant.parse("2026-03-01T00:00:00Z");

  private static Past past(String id, List<Integer> hours, List<Integer> states, int end) {
    List<Instant> times = hours.stream().map(h -> BORN.plus(Duration.ofHours(h))).toList();
    return new Past("paper", id, times, states, BORN.plus(Duration.ofHours(end)));
  }

  private static Schedules every(int hours) {
    return past -> (at, changed) -> at.plus(Duration.ofHours(hours));
  }

  @Test
  void whatWentAndCameBackBetweenTwoChecksWasNeverSeen() {
    Past past = past("a", List.of(0, 3, 4), List.of(1, 2, 1), 10);
    assertThat(Simulation.run(List.of(past), every(5)).caught()).isZero();
    assertThat(Simulation.run(List.of(past), every(1)).caught()).isEqualTo(2);
  }

  @Test
  void severalEditsBetweenTwoChecksAreCaughtOnce() {
    Past past = past("a", List.of(0, 1, 2, 3), List.of(1, 2, 3, 4), 12);
    Outcome outcome = Simulation.run(List.of(past), every(4));
    assertThat(outcome).isEqualTo(new Outcome(4, 3, 1, 4 * 3600, Double.POSITIVE_INFINITY));
  }

  @Test
  void aCheckAtTheVeryTimeOfAnEditSeesIt() {
    Past past = past("a", List.of(0, 4), List.of(1, 2), 8);
    Outcome outcome = Simulation.run(List.of(past), every(2));
    assertThat(outcome).isEqualTo(new Outcome(5, 1, 1, 2 * 3600, 2 * 3600));
  }

  /**
   * Made-up articles whose edits come in bursts: the policy beats a fixed interval at equal cost.
   */
  @Test
  void thePolicyCatchesMoreThanAFixedIntervalAtAsManyRequests() {
    Random chance = new Random(7);
    List<Past> pasts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      TreeSet<Integer> hours = new TreeSet<>(Set.of(0));
      int again = 40 + chance.nextInt(600);
      for (int n = 1; n <= 4; n++) {
        hours.add(2 * n);
        hours.add(again + 3 * n);
      }
      List<Integer> states = IntStream.range(0, hours.size()).boxed().toList();
      pasts.add(past("p" + i, List.copyOf(hours), states, 720));
    }
    Outcome fixed = Simulation.run(pasts, every(24));
    Outcome ours =
        Simulation.atMost(pasts, fixed.requests(), keen -> Simulation.of(new RecheckPolicy(keen)));
    assertThat(ours.requests()).isLessThanOrEqualTo(fixed.requests());
    assertThat(ours.caught()).isGreaterThan(fixed.caught());
    assertThat(ours.medianWindow()).isLessThan(fixed.medianWindow());
  }
}
