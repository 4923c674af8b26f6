package stet.extract.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a table, of which nearly none fits a text. One walk over the text tells which of
 * them have a word there that they cannot do without ({@link NeededWords}); only those are tried.
 */
public final class Patterns {
  private static final int ASCII = 0x80;

  private final List<Pattern> all;

  /** The words, with the numbers of the patterns that need one of them. */
  private final CharTree<Integer> words = new CharTree<>();

  /** How words begin, as far as that is ASCII: by their first two letters. */
  private final BitSet beginnings = new BitSet();

  /** Patterns of which no word is known. */
  private final BitSet always = new BitSet();

  /**
   * @param regexes that tell upper from lower case
   */
  public Patterns(List<String> regexes) {
    List<Pattern> compiled = new ArrayList<>();
    for (String regex : regexes) {
      int number = compiled.size();
      compiled.add(Pattern.compile(regex));
      Set<String> needed = NeededWords.of(regex);
      needed.forEach(
          word -> {
            words.add(word, number);
            begin(word);
          });
      always.set(number, needed.isEmpty());
    }
    this.all = List.copyOf(compiled);
  }

  private void begin(String word) {
    if (word.charAt(0) < ASCII) {
      int first = word.charAt(0) * ASCII;
      if (word.length() == 1) {
        beginnings.set(first, first + ASCII);
      } else if (word.charAt(1) < ASCII) {
        beginnings.set(first + word.charAt(1));
      }
    }
  }

  /** Whether a word can begin there; told by two letters, at once. */
  private boolean begins(String text, int at) {
    char first = text.charAt(at);
    char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return first >= ASCII || second >= ASCII || beginnings.get(first * ASCII + second);
  }

  /** The patterns that may fit the text, by their numbers from 0. */
  public BitSet candidates(String text) {
    BitSet may = (BitSet) always.clone();
    for (int start = 0; start < text.length(); start++) {
      CharTree<Integer> node = begins(text, start) ? words.next(text.charAt(start)) : null;
      for (int i = start + 1; node != null; i++) {
        for (int number : node.values()) {
          may.set(number);
        }
        node = i < text.length() ? node.next(text.charAt(i)) : null;
      }
    }
    return may;
  }

  /** Whether one of them fits the whole text. */
  public boolean match(String text) {
    return any(text, Matcher::matches);
  }

  /** Whether one of them fits the beginning of the text. */
  public boolean open(String text) {
    return any(text, Matcher::lookingAt);
  }

  /** Whether one of them is found in the text. */
  public boolean find(String text) {
    return any(text, Matcher::find);
  }

  private boolean any(String text, Predicate<Matcher> fits) {
    return first(text, fits) != null;
  }

  /** The first of them that fits as asked for, where it did; null where none does. */
  public @Nullable Matcher first(String text, Predicate<Matcher> fits) {
    BitSet may = candidates(text);
    for (int i = may.nextSetBit(0); i >= 0; i = may.nextSetBit(i + 1)) {
      Matcher matcher = all.get(i).matcher(text);
      if (fits.test(matcher)) {
        return matcher;
      }
    }
    return null;
  }

  /** Whether the pattern with that number is found in the text. */
  public boolean found(int number, String text) {
    return all.get(number).matcher(text).find();
  }

  /** Whether the pattern with that number fits the whole text. */
  public boolean matches(int number, String text) {
    return all.get(number).matcher(text).matches();
  }
}
