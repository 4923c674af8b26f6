package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShareEstimateTest {
  /** {@code prop.test(x, n, correct = FALSE)$conf.int} of R 4.2.2. */
  @Test
  void intervalsAreWilsons() {
    assertThat(ShareEstimate.of(0, 20).interval().high()).isCloseTo(0.1611252, within(1e-7));
    assertThat(ShareEstimate.of(0, 20).interval().low()).isZero();
    Interval some = ShareEstimate.of(15, 50).interval();
    assertThat(some.low()).isCloseTo(0.1910355, within(1e-7));
    assertThat(some.high()).isCloseTo(0.4375035, within(1e-7));
    assertThat(ShareEstimate.of(7, 7).interval().high()).isEqualTo(1);
    assertThat(ShareEstimate.of(0, 0).interval()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void unitsOfAClusterThatAreWhollyAlikeCountAsOne() {
    List<Cluster> clusters = new ArrayList<>();
    clusters.addAll(Collections.nCopies(30, new Cluster(5, 5)));
    clusters.addAll(Collections.nCopies(70, new Cluster(0, 5)));
    ShareEstimate estimate = ShareEstimate.clustered(clusters);
    Interval ofClusters = ShareEstimate.of(30, 100).interval();
    assertThat(estimate.share()).isEqualTo(0.3);
    assertThat(estimate.whole()).isEqualTo(500);
    assertThat(estimate.clusters()).isEqualTo(100);
    assertThat(estimate.interval().low()).isCloseTo(ofClusters.low(), within(0.003));
    assertThat(estimate.interval().high()).isCloseTo(ofClusters.high(), within(0.003));
  }

  @Property(tries = 300)
  void clustersOfOneAreNearlyIndependent(
      @ForAll @IntRange(min = 1, max = 199) int part, @ForAll @IntRange(min = 200) int seed) {
    int whole = 200 + seed % 100;
    List<Cluster> clusters = new ArrayList<>(Collections.nCopies(part, new Cluster(1, 1)));
    clusters.addAll(Collections.nCopies(whole - part, new Cluster(0, 1)));
    clusters.add(new Cluster(0, 0));
    ShareEstimate estimate = ShareEstimate.clustered(clusters);
    Interval interval = ShareEstimate.of(part, whole).interval();
    assertThat(estimate.clusters()).isEqualTo(whole);
    assertThat(estimate.interval().low())
        .isCloseTo(interval.low(), within(0.002))
        .isLessThanOrEqualTo(interval.low());
    assertThat(estimate.interval().high()).isCloseTo(interval.high(), within(0.002));
  }

  @Test
  void whereNothingShowsHowAlikeUnitsAreClustersAreCounted() {
    List<Cluster> none = Collections.nCopies(25, new Cluster(0, 4));
    assertThat(ShareEstimate.clustered(none).interval())
        .isEqualTo(ShareEstimate.of(0, 25).interval());
    assertThat(ShareEstimate.clustered(List.of(new Cluster(30, 60))).interval())
        .isEqualTo(Wilson.of(0.5, 1));
    assertThat(ShareEstimate.clustered(List.of()).interval()).isEqualTo(new Interval(0, 1));
  }

  /** One live story must not speak for an outlet. */
  @Test
  void oneLargeClusterLeavesAWideInterval() {
    List<Cluster> clusters = new ArrayList<>(Collections.nCopies(20, new Cluster(0, 1)));
    clusters.add(new Cluster(200, 220));
    Interval interval = ShareEstimate.clustered(clusters).interval();
    assertThat(interval.high() - interval.low()).isGreaterThan(0.6);
  }

  @Test
  void aShareIsToldOfEnoughUnitsFromEnoughClusters() {
    assertThat(ShareEstimate.of(1, 19).isTold()).isFalse();
    assertThat(ShareEstimate.of(1, 20).isTold()).isTrue();
    assertThat(ShareEstimate.clustered(Collections.nCopies(9, new Cluster(1, 9))).isTold())
        .isFalse();
    assertThatThrownBy(() -> new Cluster(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ShareEstimate.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
