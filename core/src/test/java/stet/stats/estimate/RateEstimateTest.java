package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RateEstimateTest {
  private static RateEstimate independent(int events, int units) {
    RateEstimate.Sum sum = new RateEstimate.Sum();
    for (int i = 0; i < units; i++) {
      sum.add(i < events ? 1 : 0, 1);
    }
    return sum.estimate();
  }

  /** Garwood's exact limits, as tables of the Poisson distribution have them. */
  @Test
  void limitsAreThoseOfPoissonsDistribution() {
    double[][] exact = {{1, 0.0253, 5.5716}, {5, 1.6235, 11.6683}, {20, 12.2165, 30.8884}};
    for (double[] row : exact) {
      RateEstimate rate = independent((int) row[0], 100_000);
      assertThat(rate.interval().low() * 100_000).isCloseTo(row[1], within(0.03));
      assertThat(rate.interval().high() * 100_000).isCloseTo(row[2], within(0.03));
    }
    RateEstimate none = independent(0, 100);
    assertThat(none.interval().low()).isZero();
    assertThat(none.interval().high()).isCloseTo(0.0369, within(0.0005));
  }

  @Test
  void whatWasNotWatchedIsNoUnit() {
    RateEstimate.Sum sum = new RateEstimate.Sum();
    sum.add(0, 0);
    RateEstimate rate = sum.estimate();
    assertThat(rate.units()).isZero();
    assertThat(rate.isTold()).isFalse();
    assertThat(rate.rate()).isZero();
    assertThat(rate.interval().high()).isInfinite();
  }

  /** Units of which one in ten has all events, ten each on average. */
  @Test
  void intervalsHoldTheRateThoughEventsOfOneUnitAreAlike() {
    Random random = new Random(3);
    int held = 0;
    int heldAsIfIndependent = 0;
    for (int run = 0; run < 1000; run++) {
      RateEstimate.Sum sum = new RateEstimate.Sum();
      for (int unit = 0; unit < 200; unit++) {
        sum.add(random.nextInt(10) == 0 ? 10 : 0, 5);
      }
      RateEstimate rate = sum.estimate();
      held += holds(rate.interval()) ? 1 : 0;
      double half = Distributions.Z * Math.sqrt(rate.events()) / rate.exposure();
      heldAsIfIndependent += Math.abs(rate.rate() - 0.2) <= half ? 1 : 0;
    }
    assertThat(held).isBetween(930, 990);
    assertThat(heldAsIfIndependent).isLessThan(600);
  }

  private static boolean holds(Interval interval) {
    return interval.low() <= 0.2 && 0.2 <= interval.high();
  }
}
