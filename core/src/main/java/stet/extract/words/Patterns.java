package stet.extract.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a table, of which nearly none fits a text. One walk over the text tells which of
 * them have a word there that they cannot do without ({@link NeededWords}); only those are tried.
 */
public final class Patterns {
  private final List<Pattern> all;
  private final WordSets words = new WordSets();

  /** By the set whose words tell most: in which ways patterns may fit. */
  private final Map<Integer, List<Way>> ways = new HashMap<>();

  /** Patterns of which no word is known. */
  private final BitSet always = new BitSet();

  /** Which sets of words, one more of each, a pattern needs to fit in one of its ways. */
  private record Way(int pattern, int[] sets) {
    boolean open(BitSet found) {
      for (int set : sets) {
        if (!found.get(set)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param regexes that tell upper from lower case
   */
  public Patterns(List<String> regexes) {
    List<Pattern> compiled = new ArrayList<>();
    for (String regex : regexes) {
      int number = compiled.size();
      compiled.add(Pattern.compile(regex));
      NeededWords.of(regex).forEach(way -> add(number, way));
    }
    this.all = List.copyOf(compiled);
  }

  private void add(int pattern, NeededWords.Way way) {
    if (way.sets().isEmpty()) {
      always.set(pattern);
      return;
    }
    int[] sets = way.sets().stream().mapToInt(words::number).toArray();
    ways.computeIfAbsent(sets[0], k -> new ArrayList<>()).add(new Way(pattern, sets));
  }

  /** The patterns that may fit the text, by their numbers from 0. */
  public BitSet candidates(String text) {
    BitSet may = (BitSet) always.clone();
    BitSet found = words.in(text);
    for (int set = found.nextSetBit(0); set >= 0; set = found.nextSetBit(set + 1)) {
      for (Way way : ways.getOrDefault(set, List.of())) {
        if (way.open(found)) {
          may.set(way.pattern);
        }
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
