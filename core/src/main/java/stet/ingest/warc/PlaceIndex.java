package stet.ingest.warc;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where records lie, by the hash of a name: about 40 bytes a record, since an archive may hold
 * millions. Two names with one hash would be taken for each other; who looks a record up checks it.
 */
public final class PlaceIndex {
  private long[] keys = new long[1024];
  private int[] rows = new int[1024];
  private int used;
  private int[] files = new int[256];
  private long[] bases = new long[256];
  private long[] skips = new long[256];
  private int count;

  /**
   * A record's place.
   *
   * @param file the file's number, as given
   */
  public record Spot(int file, Place place) {}

  /** Adds a record under one or more names; the first record of a name stays. */
  public void add(Spot spot, String... names) {
    if (count == files.length) {
      files = Arrays.copyOf(files, 2 * count);
      bases = Arrays.copyOf(bases, 2 * count);
      skips = Arrays.copyOf(skips, 2 * count);
    }
    files[count] = spot.file;
    bases[count] = spot.place.base();
    skips[count] = spot.place.skip();
    count++;
    for (String name : names) {
      put(hash(name), count);
    }
  }

  /** The record of that name. */
  public Optional<Spot> find(String name) {
    long key = hash(name);
    int at = slot(key);
    if (rows[at] == 0) {
      return Optional.empty();
    }
    int row = rows[at] - 1;
    return Optional.of(new Spot(files[row], new Place(bases[row], skips[row])));
  }

  private void put(long key, int row) {
    if (2 * used > keys.length) {
      grow();
    }
    int at = slot(key);
    if (rows[at] == 0) {
      keys[at] = key;
      rows[at] = row;
      used++;
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[2 * oldKeys.length];
    rows = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldRows[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        rows[at] = oldRows[i];
      }
    }
  }

  private int slot(long key) {
    int at = (int) (key >>> 32 ^ key) & keys.length - 1;
    while (rows[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  /** FNV-1a over the characters, then mixed: 64 bits where String.hashCode has 32. */
  private static long hash(String name) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      h = (h ^ name.charAt(i)) * 0x100000001b3L;
    }
    return (h ^ h >>> 29) * 0xbf58476d1ce4e5b9L;
  }
}
