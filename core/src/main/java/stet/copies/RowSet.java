package stet.copies;

/** The rows of a text, to be asked for. */
final class RowSet {
  private final long[] table;

  private RowSet(int size) {
    table = new long[Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4)];
  }

  static RowSet of(CutText text) {
    RowSet set = new RowSet(text.size);
    for (long row : text.row) {
      if (row != 0) {
        set.table[set.slot(row)] = row;
      }
    }
    return set;
  }

  boolean contains(long row) {
    return table[slot(row)] != 0;
  }

  private int slot(long row) {
    int slot = (int) row & (table.length - 1);
    while (table[slot] != 0 && table[slot] != row) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
