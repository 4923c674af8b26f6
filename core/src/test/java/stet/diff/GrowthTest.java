package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stet.diff.align.SeedTable;
import stet.diff.standard.Differs;

/**
 * What a comparison takes must grow with the texts and not faster; told by bytes, not by clocks.
 */
class GrowthTest {
  @Test
  void fiveTimesTheWordsTakeLittleMoreThanFiveTimesTheMemory() {
    long small = allocated(10_000);
    assertThat(allocated(50_000)).isLessThan(6 * small);
    assertThat(small).isLessThan(10_000_000);
  }

  @Test
  void aNumberIsFoundWhereEitherRowHasItOnce() {
    SeedTable table = SeedTable.of(new long[] {5, 0, 7, 5, 9});
    table.meet(5);
    table.meet(7);
    table.meet(9);
    table.meet(9);
    assertThat(table.onlyPlace(5)).as("twice in the first row").isEqualTo(-1);
    assertThat(table.onlyPlace(7)).isEqualTo(2);
    assertThat(table.onlyPlace(9)).as("twice in the second row").isEqualTo(-1);
    assertThat(table.onlyPlace(11)).as("in neither").isEqualTo(-1);
    assertThat(table.onlyPlace(0)).as("no number").isEqualTo(-1);
    assertThat(SeedTable.of(new long[3]).isEmpty()).isTrue();
  }

  private static long allocated(int words) {
    String a = text(words, 1);
    String b = text(words, 2);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Differ differ = Differs.standard();
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      differ.diff(a, b);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Sentences of made-up words, frequent ones more often, as in speech. */
  private static String text(int words, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int k = 1; k <= words; k++) {
      long word = Math.round(Math.pow(40_000, random.nextDouble()));
      text.append('w').append(Long.toString(word, 36)).append(k % 15 == 0 ? ".\n" : " ");
    }
    return text.toString();
  }
}
