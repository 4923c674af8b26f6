package stet.timeline;

import java.util.Arrays;

/** One word or mark through all versions, however often it left and came back. */
final class BlameWord {
  private static final int[] NEVER_GONE = {};

  /** The version that brought it. */
  final int since;

  /** Version in which it was gone, version in which it was back, and so on. */
  private int[] turns = NEVER_GONE;

  BlameWord(int since) {
    this.since = since;
  }

  boolean isGone() {
    return turns.length % 2 == 1;
  }

  /** The first version without it, where it is gone now. */
  int goneIn() {
    return turns[turns.length - 1];
  }

  void leave(int version) {
    if (!isGone()) {
      add(version);
    }
  }

  /** It is there again; in the very version in which it left, it has only moved. */
  void comeBack(int version) {
    if (goneIn() == version) {
      turns = Arrays.copyOf(turns, turns.length - 1);
    } else {
      add(version);
    }
  }

  private void add(int version) {
    turns = Arrays.copyOf(turns, turns.length + 1);
    turns[turns.length - 1] = version;
  }

  /** The version in which it was last back; 0 where it never left. */
  int back() {
    return turns.length < 2 ? 0 : turns[turns.length - 1 - turns.length % 2];
  }

  /** Whether it left in that version, and not only for another place. */
  boolean leftIn(int version) {
    int at = Arrays.binarySearch(turns, version);
    return at >= 0 && at % 2 == 0;
  }

  /** The version in which it was back after it had left in {@code version}; 0 for never. */
  int backAfter(int version) {
    int at = Arrays.binarySearch(turns, version) + 1;
    return at < turns.length ? turns[at] : 0;
  }
}
