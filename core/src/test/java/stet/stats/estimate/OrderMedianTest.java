package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderMedianTest {
  private static List<Double> upTo(int count) {
    List<Double> values =
        new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList());
    Collections.shuffle(values, new Random(count));
    return values;
  }

  private static void assertRanks(int count, double share, double value, int low, int high) {
    assertThat(OrderMedian.of(upTo(count), share))
        .isEqualTo(
            new Quantile(
                OptionalDouble.of(value), OptionalDouble.of(low), OptionalDouble.of(high)));
  }

  /** Ranks of the tables for the sign test's interval: {@code qbinom(0.025, n, 0.5)} of R. */
  @Test
  void intervalsLieBetweenTheRanksOfTheTables() {
    assertRanks(6, 0.5, 3, 1, 6);
    assertRanks(10, 0.5, 5, 2, 9);
    assertRanks(25, 0.5, 13, 8, 18);
    assertRanks(100, 0.5, 50, 40, 61);
    assertThat(OrderMedian.coverage(10, 0.5).orElseThrow()).isCloseTo(0.978515625, within(1e-9));
    assertThat(OrderMedian.coverage(100, 0.5).orElseThrow()).isCloseTo(0.9647998, within(1e-7));
  }

  @Test
  void ofTooFewNothingIsTold() {
    assertThat(OrderMedian.fewest(0.5)).isEqualTo(6);
    assertThat(OrderMedian.of(upTo(5), 0.5)).isEqualTo(Quantile.UNKNOWN);
    assertThat(OrderMedian.of(List.of(), 0.5)).isEqualTo(Quantile.UNKNOWN);
    assertThat(OrderMedian.coverage(5, 0.5)).isEmpty();
  }

  /** Of twenty values the largest may lie below nine tenths of all, so there is no upper end. */
  @Test
  void oneEndMayBeUnknown() {
    Quantile quantile = OrderMedian.of(upTo(20), 0.9);
    assertThat(quantile.value()).hasValue(18);
    assertThat(quantile.low()).hasValue(15);
    assertThat(quantile.high()).isEmpty();
    assertThat(OrderMedian.fewest(0.9)).isEqualTo(36);
  }

  @Test
  void distributionsAreThoseOfTables() {
    assertThat(Distributions.student(1)).isCloseTo(12.7062047, within(1e-6));
    assertThat(Distributions.student(10)).isCloseTo(2.2281389, within(1e-6));
    assertThat(Distributions.student(1e6)).isCloseTo(Distributions.Z, within(1e-5));
    assertThat(Distributions.binomialUpTo(3, 10, 0.3)).isCloseTo(0.6496107, within(1e-7));
    assertThat(Distributions.binomialUpTo(-1, 10, 0.3)).isZero();
    assertThat(Distributions.binomialUpTo(10, 10, 0.3)).isEqualTo(1);
  }
}
