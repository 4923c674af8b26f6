package stet.diff.align;

import java.util.Arrays;

/**
 * Where each of many numbers stands in a row, and whether it is there once: an open-addressing
 * table, because boxes for tens of thousands of seeds cost more than the search they serve.
 */
public final class SeedTable {
  private static final int SEVERAL = -2;

  private final long[] keys;
  private final int[] place;
  private final int[] met;
  private boolean empty = true;

  private SeedTable(int seeds) {
    int capacity = Integer.highestOneBit(Math.max(8, seeds)) * 4;
    keys = new long[capacity];
    place = new int[capacity];
    met = new int[capacity];
  }

  /** The places of all numbers but 0. */
  public static SeedTable of(long[] seeds) {
    SeedTable table = new SeedTable((int) Arrays.stream(seeds).filter(s -> s != 0).count());
    for (int i = 0; i < seeds.length; i++) {
      if (seeds[i] != 0) {
        table.add(seeds[i], i);
      }
    }
    return table;
  }

  public boolean isEmpty() {
    return empty;
  }

  private void add(long seed, int at) {
    int slot = slot(seed);
    place[slot] = keys[slot] == 0 ? at : SEVERAL;
    keys[slot] = seed;
    empty = false;
  }

  /** Notes that a number is in the other row too. */
  public void meet(long seed) {
    if (seed != 0) {
      met[slot(seed)]++;
    }
  }

  /** The place of a number that is in either row once, or -1. */
  public int onlyPlace(long seed) {
    int slot = slot(seed);
    return seed != 0 && keys[slot] != 0 && met[slot] == 1 && place[slot] >= 0 ? place[slot] : -1;
  }

  private int slot(long seed) {
    int slot = (int) (seed ^ (seed >>> 32)) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != seed) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
