package stet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stet.watch.Simulation.Outcome;
import stet.watch.Simulation.Past;
import stet.watch.Simulation.Schedules;

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

  /** Made-up articles with edits thinning out: the policy beats a fixed interval at equal cost. */
  @Test
  void thePolicyCatchesMoreThanAFixedIntervalAtAsManyRequests() {
    Random chance = new Random(7);
    List<Past> pasts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Integer> hours = new ArrayList<>(List.of(0));
      List<Integer> states = new ArrayList<>(List.of(0));
      double at = 0.4;
      for (int n = 1; at < 700 && n < 12; n++) {
        int hour = Math.max((int) Math.ceil(at), hours.get(hours.size() - 1) + 1);
        hours.add(hour);
        states.add(n);
        at = at * (1.3 + 2 * chance.nextDouble()) + 1;
      }
      pasts.add(past("p" + i, hours, states, 720));
    }
    Outcome fixed = Simulation.run(pasts, every(12));
    Outcome ours =
        Simulation.atMost(pasts, fixed.requests(), keen -> Simulation.of(new RecheckPolicy(keen)));
    assertThat(ours.requests()).isLessThanOrEqualTo(fixed.requests());
    assertThat(ours.caught()).isGreaterThan(fixed.caught());
    assertThat(ours.medianWindow()).isLessThan(fixed.medianWindow());
  }
}
