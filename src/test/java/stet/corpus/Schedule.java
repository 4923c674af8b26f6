package stet.corpus;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When a story is captured and what it shows then. One capture in four shows what the one before it
 * showed, as among the real captures at hand; half of those have the same bytes, while beside the
 * text of the other half something else has changed.
 */
final class Schedule {
  private static final int STORIES_A_DAY = 1_000;

  /** Half of the gaps between two captures are longer than three hours. */
  private static final double MEDIAN_GAP = 10_800;

  private static final double SPREAD_GAP = 1.3;
  private static final long LONGEST_GAP = Duration.ofDays(20).toSeconds();

  /** Seconds after the corpus begins, increasing. */
  final long[] seconds;

  /** Whether the capture begins a version. */
  final boolean[] fresh;

  /** Seed of what stands beside the text. */
  final long[] teasers;

  Schedule(long seed, int article, int versions) {
    Random random = random(seed, article);
    long[] at = new long[versions * 8 + 64];
    boolean[] begins = new boolean[at.length];
    long[] beside = new long[at.length];
    at[0] = article * 86_400L / STORIES_A_DAY + random.nextInt(3_600);
    begins[0] = true;
    beside[0] = random.nextLong();
    int shot = 0;
    int version = 1;
    while (shot + 1 < at.length) {
      boolean again = random.nextInt(4) == 0;
      if (!again && version == versions) {
        break;
      }
      shot++;
      version += again ? 0 : 1;
      long gap = (long) (MEDIAN_GAP * Math.exp(SPREAD_GAP * random.nextGaussian()));
      at[shot] = at[shot - 1] + 60 + Math.min(gap, LONGEST_GAP);
      begins[shot] = !again;
      beside[shot] = again && random.nextBoolean() ? beside[shot - 1] : random.nextLong();
    }
    seconds = Arrays.copyOf(at, shot + 1);
    fresh = Arrays.copyOf(begins, shot + 1);
    teasers = Arrays.copyOf(beside, shot + 1);
  }

  /** A source of chance for an article that no other article has. */
  static Random random(long seed, int article) {
    return new Random((seed * 0x9E3779B97F4A7C15L) ^ (article + 1L) * 0xBF58476D1CE4E5B9L);
  }
}
