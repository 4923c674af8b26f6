package stet.extract.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads off a pattern of our tables which words a text must hold for it to fit, for each of the
 * ways in which it may. Looking for words costs a small part of trying a pattern at each letter.
 * Knows the constructs that the tables use; of any other it says that nothing is known.
 */
final class NeededWords {
  /** Ways to spell one word, as in {@code summari[sz]ed}; more are cut into pieces. */
  private static final int MOST_SPELLINGS = 8;

  private static final int LONGEST_CLASS = 4;

  /** So many words that a text must hold together are worth looking for. */
  private static final int MOST_TOGETHER = 3;

  /** What tells most stands first: long words, and few. */
  private static final Comparator<Set<String>> TELLING =
      Comparator.<Set<String>>comparingInt(NeededWords::shortest)
          .reversed()
          .thenComparingInt(Set::size);

  /**
   * One way in which a pattern may fit.
   *
   * @param sets of each of them one word must be there, those that tell most first; empty where
   *     nothing is known
   */
  record Way(List<Set<String>> sets) {
    Set<String> best() {
      return sets.isEmpty() ? Set.of() : sets.get(0);
    }
  }

  /** What is read of one sequence: words that must be there, and the one at hand. */
  private static final class Sequence {
    private final List<Set<String>> needed = new ArrayList<>();
    private Set<String> word = Set.of("");

    /** Of the group that was read last. */
    private List<Way> group = List.of();

    private boolean groupAlone;

    void offer(Set<String> words) {
      if (shortest(words) > 0) {
        needed.add(words);
        groupAlone = false;
      }
    }

    void offer(List<Way> ways) {
      boolean first = needed.isEmpty();
      offer(together(ways));
      group = ways;
      groupAlone = first && !needed.isEmpty();
    }

    void end() {
      offer(word);
      word = Set.of("");
    }

    void letter(String spellings) {
      if (word.size() * spellings.length() > MOST_SPELLINGS) {
        end();
      }
      Set<String> longer = new LinkedHashSet<>();
      for (String begun : word) {
        spellings.chars().forEach(c -> longer.add(begun + (char) c));
      }
      word = longer;
    }

    List<Way> ways() {
      end();
      return groupAlone
          ? group
          : List.of(new Way(needed.stream().sorted(TELLING).limit(MOST_TOGETHER).toList()));
    }
  }

  private static final List<Way> UNKNOWN = List.of(new Way(List.of()));

  private final String regex;
  private int at;

  private NeededWords(String regex) {
    this.regex = regex;
  }

  /** The ways in which the pattern may fit, each with the words that it needs. */
  static List<Way> of(String regex) {
    NeededWords reading = new NeededWords(regex);
    try {
      List<Way> ways = reading.alternatives();
      return reading.at < regex.length() ? UNKNOWN : ways;
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }

  /** Words of which one is there whichever of the ways fits; empty: none known. */
  static Set<String> together(List<Way> ways) {
    Set<String> all = new LinkedHashSet<>();
    for (Way way : ways) {
      if (way.best().isEmpty()) {
        return Set.of();
      }
      all.addAll(way.best());
    }
    return all;
  }

  private static int shortest(Set<String> words) {
    return words.stream().mapToInt(String::length).min().orElse(0);
  }

  private boolean more() {
    return at < regex.length();
  }

  /** To the end of the group or the pattern; that end is not read. */
  private List<Way> alternatives() {
    List<Way> all = new ArrayList<>(sequence());
    while (more() && regex.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<Way> sequence() {
    Sequence sequence = new Sequence();
    while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      element(sequence);
    }
    return sequence.ways();
  }

  private void element(Sequence sequence) {
    char c = regex.charAt(at++);
    switch (c) {
      case '^', '$' -> {}
      case '(' -> group(sequence);
      case '[' -> letters(sequence, charClass());
      case '.' -> letters(sequence, "");
      case '\\' -> escape(sequence);
      case '*', '+', '?', '{' -> throw new IllegalArgumentException("a quantifier of nothing");
      default -> letters(sequence, String.valueOf(c));
    }
  }

  private void escape(Sequence sequence) {
    char c = regex.charAt(at++);
    if (c == 'b' || c == 'B') {
      return;
    }
    if (c == 'p' || c == 'P') {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    } else if ("dDsSwW".indexOf(c) < 0 && Character.isLetterOrDigit(c)) {
      throw new IllegalArgumentException("an escape that the tables do not use");
    }
    letters(sequence, Character.isLetterOrDigit(c) ? "" : String.valueOf(c));
  }

  /**
   * One sign.
   *
   * @param spellings what it can be; empty where that is not known
   */
  private void letters(Sequence sequence, String spellings) {
    int least = least();
    if (spellings.isEmpty() || least == 0) {
      sequence.end();
      return;
    }
    sequence.letter(spellings);
    if (least != 1 || quantified()) {
      sequence.end();
    }
  }

  private void group(Sequence sequence) {
    boolean plain = regex.charAt(at) != '?';
    boolean looks = !plain && "=!<".indexOf(regex.charAt(at + 1)) >= 0;
    if (!plain && !looks && regex.charAt(at + 1) != ':') {
      throw new IllegalArgumentException("a group that the tables do not use");
    }
    boolean behind = looks && regex.charAt(at + 1) == '<';
    at += plain ? 0 : behind ? 3 : 2;
    List<Way> ways = alternatives();
    if (!more()) {
      throw new IllegalArgumentException("a group without its end");
    }
    at++;
    if (looks) {
      return;
    }
    sequence.end();
    if (least() > 0) {
      sequence.offer(ways);
    }
  }

  private boolean quantified() {
    char before = regex.charAt(at - 1);
    return before == '+' || before == '}' || before == '?';
  }

  /** How often what was read stands there at least; reads the quantifier, if there is one. */
  private int least() {
    char c = more() ? regex.charAt(at) : ' ';
    int least = 1;
    if (c == '*' || c == '?') {
      at++;
      least = 0;
    } else if (c == '+') {
      at++;
    } else if (c == '{') {
      int end = regex.indexOf('}', at);
      least = Integer.parseInt(regex.substring(at + 1, end).split(",", 2)[0]);
      at = end + 1;
    } else {
      return 1;
    }
    if (more() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
      at++;
    }
    return least;
  }

  /** The signs of a class that was opened, where they are few and plain; empty otherwise. */
  private String charClass() {
    int start = at;
    List<Integer> open = new ArrayList<>(List.of(at));
    for (int first = at; !open.isEmpty(); at++) {
      char c = regex.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        open.add(at);
      } else if (c == ']' && at > first) {
        open.remove(open.size() - 1);
      }
    }
    String signs = regex.substring(start, at - 1);
    boolean plain =
        signs.length() <= LONGEST_CLASS && signs.chars().noneMatch(c -> "^-&[]\\".indexOf(c) >= 0);
    return plain ? signs : "";
  }
}
