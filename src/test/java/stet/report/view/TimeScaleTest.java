package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
  @Test
  void timeRunsEvenlyWhereThatKeepsMarksApart() {
    TreeSet<Instant> keys = keys(List.of(0L, 3_600L, 7_200L, 10_800L));

    TimeScale scale = new TimeScale(keys, List.copyOf(keys), 20, 0, 300);

    assertThat(scale.x(Instant.ofEpochSecond(3_600))).isEqualTo(100);
    assertThat(scale.x(Instant.ofEpochSecond(5_400))).isEqualTo(150);
    assertThat(scale.breaks()).isEmpty();
  }

  @Test
  void threeQuietYearsAreDrawnShorterAndTheAxisSaysSo() {
    TreeSet<Instant> keys = keys(List.of(0L, 600L, 1_200L, 95_000_000L));

    TimeScale scale = new TimeScale(keys, List.copyOf(keys), 30, 0, 900);

    assertThat(scale.x(Instant.ofEpochSecond(1_200))).isGreaterThan(30);
    assertThat(scale.breaks()).hasSize(1);
  }

  @Property(tries = 300)
  void theOrderOfTimeIsKept(
      @ForAll @Size(min = 2, max = 30) List<@LongRange(min = 0, max = 2_000_000_000L) Long> at) {
    TreeSet<Instant> keys = keys(at);
    if (keys.size() < 2) {
      return;
    }
    TimeScale scale = new TimeScale(keys, List.copyOf(keys), 14, 10, 950);
    int last = 10;
    for (Instant key : keys) {
      assertThat(scale.x(key)).isBetween(last, 950);
      last = scale.x(key);
    }
  }

  private static TreeSet<Instant> keys(List<Long> seconds) {
    TreeSet<Instant> keys = new TreeSet<>();
    seconds.forEach(s -> keys.add(Instant.ofEpochSecond(s)));
    return keys;
  }
}
