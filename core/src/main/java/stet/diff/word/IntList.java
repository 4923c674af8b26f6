package stet.diff.word;

import java.util.Arrays;

/** Integers in a row, without a box round each. */
public final class IntList {
  private int[] values = new int[2];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public int get(int index) {
    return values[index];
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
