package stet.diff.word;

import java.util.Arrays;

/**
 * Numbers for folded tokens, so that the passes compare integers. One vocabulary serves both texts
 * of a comparison and dies with it.
 */
public final class Vocabulary {
  /** Weights of a token, in tenths of a content word. */
  public static final byte CONTENT = 10;

  public static final byte FUNCTION = 4;
  static final byte PUNCTUATION = 2;

  /** A word of running text on average, little words and punctuation counted in. */
  static final int AVERAGE = 8;

  private char[] pool = new char[1 << 12];
  private int used;
  private int[] from = new int[512];
  private int[] loose = new int[512];
  private byte[] weight = new byte[512];
  private int[] hashes = new int[512];
  private int size;

  /** How many have characters, and so a place in the table. */
  private int filled;

  private int[] table = new int[2048];

  public Vocabulary() {
    Arrays.fill(table, -1);
  }

  /** How many distinct tokens were seen. */
  public int size() {
    return size;
  }

  /** The token's id without the case of its first letter, unless it is an acronym. */
  int loose(int id) {
    return loose[id];
  }

  byte weight(int id) {
    return weight[id];
  }

  /** Whether two tokens have the same characters, the case of the first aside. */
  public boolean sameLetters(int id, int other) {
    int at = from[id];
    int there = from[other];
    int length = from[id + 1] - at;
    return id == other
        || (length > 0
            && length == from[other + 1] - there
            && Character.toLowerCase(pool[at]) == Character.toLowerCase(pool[there])
            && Arrays.equals(pool, at + 1, at + length, pool, there + 1, there + length));
  }

  /** The number of these characters, the same for the same characters. */
  int id(char[] chars, int length) {
    int hash = hash(chars, length);
    int slot = hash & (table.length - 1);
    while (table[slot] >= 0) {
      int id = table[slot];
      if (hashes[id] == hash && matches(id, chars, length)) {
        return id;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(chars, length, hash, slot);
  }

  /** A number that no characters have. */
  int newId() {
    int id = append(new char[0], 0, 0);
    loose[id] = id;
    weight[id] = CONTENT;
    return id;
  }

  private int add(char[] chars, int length, int hash, int slot) {
    int id = append(chars, length, hash);
    table[slot] = id;
    if (++filled * 2 > table.length) {
      rehash();
    }
    boolean lowers =
        Character.isUpperCase(chars[0]) && (length == 1 || !Character.isUpperCase(chars[1]));
    if (lowers) {
      char[] lower = Arrays.copyOf(chars, length);
      lower[0] = Character.toLowerCase(lower[0]);
      // Not in one statement: this may put a longer array in the place of the one assigned to.
      int lowered = id(lower, length);
      loose[id] = lowered;
      weight[id] = weight[lowered];
    } else {
      loose[id] = id;
      weight[id] = weigh(chars, length);
    }
    return id;
  }

  private int append(char[] chars, int length, int hash) {
    if (size + 1 >= from.length) {
      from = Arrays.copyOf(from, size * 2);
      loose = Arrays.copyOf(loose, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    if (used + length > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(pool.length * 2, used + length));
    }
    System.arraycopy(chars, 0, pool, used, length);
    hashes[size] = hash;
    from[size] = used;
    used += length;
    from[size + 1] = used;
    return size++;
  }

  private boolean matches(int id, char[] chars, int length) {
    return Arrays.equals(pool, from[id], from[id + 1], chars, 0, length);
  }

  private static byte weigh(char[] chars, int length) {
    boolean word = false;
    for (int i = 0; i < length && !word; i++) {
      byte c = CharClass.of(chars[i]);
      word = c == CharClass.WORD || c == CharClass.UNSPACED || c == CharClass.SURROGATE;
    }
    if (!word) {
      return PUNCTUATION;
    }
    return FunctionWords.contains(chars, length) ? FUNCTION : CONTENT;
  }

  private static int hash(char[] chars, int length) {
    int h = 0;
    for (int i = 0; i < length; i++) {
      h = h * 31 + chars[i];
    }
    h *= 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  private void rehash() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (int id = 0; id < size; id++) {
      if (from[id] == from[id + 1]) {
        continue;
      }
      int slot = hashes[id] & (table.length - 1);
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = id;
    }
  }
}
