package stet.extract.words;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets of words, of which one walk over a text tells those that have a word there. */
final class WordSets {
  /** Room for what is kept of beginnings, a power of two. */
  private static final int ROOM = 1 << 14;

  private final Map<Set<String>, Integer> numbers = new HashMap<>();

  /** The words, with the numbers of the sets that hold them. */
  private final CharTree<Integer> words = new CharTree<>();

  /** How words begin that have three letters, two, or one; some share a place. */
  private final BitSet triples = new BitSet(ROOM);

  private final BitSet pairs = new BitSet(ROOM);
  private final BitSet singles = new BitSet(ROOM);

  /** The number of a set, which is added where it is new. */
  int number(Set<String> set) {
    return numbers.computeIfAbsent(
        set,
        added -> {
          int number = numbers.size();
          for (String word : added) {
            words.add(word, number);
            begin(word);
          }
          return number;
        });
  }

  private void begin(String word) {
    switch (word.length()) {
      case 1 -> singles.set(place(0, 0, word.charAt(0)));
      case 2 -> pairs.set(place(0, word.charAt(0), word.charAt(1)));
      default -> triples.set(place(word.charAt(0), word.charAt(1), word.charAt(2)));
    }
  }

  private static int place(int first, int second, int third) {
    return (first * 961 + second * 31 + third) & (ROOM - 1);
  }

  /** Whether a word may begin with those letters; 0 stands for the end of the text. */
  private boolean begins(char first, char second, char third) {
    return triples.get(place(first, second, third))
        || pairs.get(place(0, first, second))
        || singles.get(place(0, 0, first));
  }

  /** The sets of which a word is in the text, by their numbers. */
  BitSet in(String text) {
    BitSet found = new BitSet();
    int length = text.length();
    char first = length > 0 ? text.charAt(0) : 0;
    char second = length > 1 ? text.charAt(1) : 0;
    for (int start = 0; start < length; start++) {
      char third = start + 2 < length ? text.charAt(start + 2) : 0;
      if (begins(first, second, third)) {
        note(text, start, found);
      }
      first = second;
      second = third;
    }
    return found;
  }

  /** Notes the sets that have a word which begins there. */
  private void note(String text, int start, BitSet found) {
    CharTree<Integer> node = words.next(text.charAt(start));
    for (int i = start + 1; node != null; i++) {
      List<Integer> sets = node.values();
      for (int k = 0; k < sets.size(); k++) {
        found.set(sets.get(k));
      }
      node = i < text.length() ? node.next(text.charAt(i)) : null;
    }
  }
}
