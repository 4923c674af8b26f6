package stet.extract.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their letters, with what each stands for: one node for each beginning that some of them
 * share. A walk asks nearly always for a letter that no text goes on with, so that has to be cheap.
 */
public final class CharTree<V> {
  /** Of nodes with more letters than this the ASCII ones are looked up at once. */
  private static final int FEW = 4;

  private char[] letters = new char[0];
  private final List<CharTree<V>> nodes = new ArrayList<>(1);
  private final List<V> values = new ArrayList<>(1);

  /** For each ASCII letter the place of its node, -1 for none; null where there are few. */
  private byte @Nullable [] ascii;

  /** Adds what a text stands for. */
  public void add(String text, V value) {
    CharTree<V> node = this;
    for (int i = 0; i < text.length(); i++) {
      node = node.grown(text.charAt(i));
    }
    node.values.add(value);
  }

  /** The node one letter on; null where no text goes on so. */
  public @Nullable CharTree<V> next(char c) {
    byte[] known = ascii;
    if (known != null && c < 0x80) {
      return known[c] < 0 ? null : nodes.get(known[c]);
    }
    if (letters.length > FEW) {
      int at = Arrays.binarySearch(letters, c);
      return at < 0 ? null : nodes.get(at);
    }
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == c) {
        return nodes.get(i);
      }
    }
    return null;
  }

  /** What the texts that end here stand for, in the order in which they were added. */
  public List<V> values() {
    return values;
  }

  private CharTree<V> grown(char c) {
    int at = Arrays.binarySearch(letters, c);
    if (at >= 0) {
      return nodes.get(at);
    }
    CharTree<V> node = new CharTree<>();
    char[] more = Arrays.copyOf(letters, letters.length + 1);
    System.arraycopy(letters, -at - 1, more, -at, letters.length + at + 1);
    more[-at - 1] = c;
    letters = more;
    nodes.add(-at - 1, node);
    ascii = letters.length > FEW ? places() : null;
    return node;
  }

  private byte[] places() {
    byte[] places = new byte[0x80];
    Arrays.fill(places, (byte) -1);
    for (int i = 0; i < letters.length && letters[i] < 0x80; i++) {
      places[letters[i]] = (byte) i;
    }
    return places;
  }
}
