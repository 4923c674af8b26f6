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
  private CharTree<V>[] nodes = none(0);
  private final List<V> values = new ArrayList<>(1);

  /** The node of each ASCII letter; null where there are few. */
  private @Nullable CharTree<V> @Nullable [] ascii;

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
    @Nullable CharTree<V>[] known = ascii;
    if (known != null && c < 0x80) {
      return known[c];
    }
    if (letters.length > FEW) {
      int at = Arrays.binarySearch(letters, c);
      return at < 0 ? null : nodes[at];
    }
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == c) {
        return nodes[i];
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
      return nodes[at];
    }
    CharTree<V> node = new CharTree<>();
    int place = -at - 1;
    char[] more = Arrays.copyOf(letters, letters.length + 1);
    System.arraycopy(letters, place, more, place + 1, letters.length - place);
    more[place] = c;
    CharTree<V>[] grown = Arrays.copyOf(nodes, more.length);
    System.arraycopy(nodes, place, grown, place + 1, letters.length - place);
    grown[place] = node;
    letters = more;
    nodes = grown;
    ascii = letters.length > FEW ? places() : null;
    return node;
  }

  private @Nullable CharTree<V>[] places() {
    @Nullable CharTree<V>[] places = none(0x80);
    for (int i = 0; i < letters.length && letters[i] < 0x80; i++) {
      places[letters[i]] = nodes[i];
    }
    return places;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types.
  private static <V> CharTree<V>[] none(int length) {
    return new CharTree[length];
  }
}
