package stet.copies;

/** A fingerprint and the place of an article in one number, so that millions sort as numbers. */
final class Keys {
  private static final int PLACE_BITS = 24;

  /** How many articles can be told apart. */
  static final int MOST = 1 << PLACE_BITS;

  private Keys() {}

  /** The forty bits of a row's hash that are kept. */
  static long of(long row) {
    return row >>> PLACE_BITS;
  }

  static long at(long row, int place) {
    return of(row) << PLACE_BITS | place;
  }

  static long key(long both) {
    return both >>> PLACE_BITS;
  }

  static int place(long both) {
    return (int) both & (MOST - 1);
  }
}
