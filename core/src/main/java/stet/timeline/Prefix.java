package stet.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stet.article.ArticleVersion;
import stet.diff.word.SearchWords;

/**
 * How far one text is the beginning of another: which of its words the other has in the same order
 * from its start, what is left over, and what the other goes on with.
 */
final class Prefix {
  /** How far ahead the counterpart of a block is looked for. */
  private static final int AHEAD = 3;

  /** Two blocks of which this share of words is common are one block, edited. */
  private static final double ALIKE = 0.7;

  private static final int SHORTEST_PIECE = 3;
  private static final int SHORTEST_VEILED = 6;

  /** The words of a text, block by block. */
  record Text(List<List<String>> blocks, int words) {
    static Text of(ArticleVersion version) {
      List<List<String>> blocks = new ArrayList<>();
      if (!version.dek().isEmpty()) {
        blocks.add(SearchWords.of(version.dek()).words());
      }
      version.body().forEach(b -> blocks.add(SearchWords.of(b.text()).words()));
      blocks.removeIf(List::isEmpty);
      return new Text(blocks, blocks.stream().mapToInt(List::size).sum());
    }
  }

  private final Text piece;
  private final Text whole;
  private int matched;
  private int passedOver;
  private int leftAmid;
  private int leftAfter;
  private int veiled;
  private final List<String> left = new ArrayList<>();
  private int next;
  private int tail;
  private boolean inSentence;
  private boolean inWord;

  private Prefix(Text piece, Text whole) {
    this.piece = piece;
    this.whole = whole;
  }

  /** Holds {@code piece} against {@code whole}. */
  static Prefix of(Text piece, Text whole) {
    Prefix prefix = new Prefix(piece, whole);
    prefix.walk();
    return prefix;
  }

  private void walk() {
    for (List<String> block : piece.blocks) {
      if (inSentence || !match(block)) {
        leftAfter += block.size();
        veiled += veils(block) ? block.size() : 0;
        left.addAll(block);
      }
    }
    if (gibberish()) {
      veiled = leftAfter;
    }
  }

  /**
   * Whether what is left over shares no word with the other text, as no text of the same language
   * and story does: it stands in for text.
   */
  private boolean gibberish() {
    int letters = left.stream().mapToInt(String::length).sum();
    if (left.size() < 2 * SHORTEST_VEILED || letters < left.size() * 2) {
      return false;
    }
    Set<String> known = new HashSet<>();
    whole.blocks.forEach(known::addAll);
    long shared = left.stream().filter(known::contains).count();
    return shared * 12 <= left.size();
  }

  private boolean match(List<String> block) {
    for (int k = next; k < Math.min(whole.blocks.size(), next + AHEAD); k++) {
      List<String> other = whole.blocks.get(k);
      boolean same = block.equals(other);
      boolean cut = !same && begins(block, other);
      if (same || cut || common(block, other) >= ALIKE * Math.max(block.size(), other.size())) {
        for (; next < k; next++) {
          passedOver += whole.blocks.get(next).size();
        }
        next = k + 1;
        matched += block.size();
        leftAmid += leftAfter;
        leftAfter = 0;
        left.clear();
        veiled = 0;
        inSentence = cut;
        tail = cut ? other.size() - block.size() : 0;
        return true;
      }
    }
    return false;
  }

  /** Whether the block is the beginning of the other; its last word may be cut as well. */
  private boolean begins(List<String> block, List<String> other) {
    int last = block.size() - 1;
    if (block.size() < SHORTEST_PIECE
        || block.size() > other.size()
        || !block.subList(0, last).equals(other.subList(0, last))) {
      return false;
    }
    String mine = block.get(last);
    String theirs = other.get(last);
    boolean piece = theirs.startsWith(mine) && theirs.length() > mine.length();
    inWord = piece;
    return piece || mine.equals(theirs);
  }

  private static int common(List<String> a, List<String> b) {
    Map<String, Integer> bag = new HashMap<>();
    a.forEach(w -> bag.merge(w, 1, Integer::sum));
    int common = 0;
    for (String word : b) {
      Integer left = bag.get(word);
      if (left != null && left > 0) {
        bag.put(word, left - 1);
        common++;
      }
    }
    return common;
  }

  /** Whether some block of the rest has words of just these lengths, and other ones. */
  private boolean veils(List<String> block) {
    int letters = block.stream().mapToInt(String::length).sum();
    if (block.size() < SHORTEST_VEILED || letters < block.size() * 2) {
      return false;
    }
    for (List<String> other : whole.blocks) {
      if (other.size() == block.size() && veils(block, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean veils(List<String> block, List<String> other) {
    int sameLength = 0;
    int same = 0;
    for (int i = 0; i < block.size(); i++) {
      sameLength += block.get(i).length() == other.get(i).length() ? 1 : 0;
      same += block.get(i).equals(other.get(i)) ? 1 : 0;
    }
    return sameLength * 10 >= block.size() * 9 && same * 3 <= block.size();
  }

  /**
   * Whether the text is the other's beginning and not much else.
   *
   * @param lines how many words may follow that are not the other's, as those of an offer
   * @param filled whether what is left over may be text that stands in for text
   */
  boolean holds(int lines, boolean filled) {
    int strange = filled ? 0 : leftAfter - veiled;
    return passedOver * 5 <= matched
        && leftAmid * 5 <= matched
        && strange <= Math.max(lines, matched / 5)
        && (matched > 0 || piece.words == 0 || filled || veiled == leftAfter);
  }

  /** How many words the other goes on with. */
  int tail() {
    int words = tail;
    for (int k = next; k < whole.blocks.size(); k++) {
      words += whole.blocks.get(k).size();
    }
    return words;
  }

  /** How many whole blocks the other goes on with. */
  int blocksLeft() {
    return whole.blocks.size() - next;
  }

  /** Whether it stops amid one of the other's blocks. */
  boolean inSentence() {
    return inSentence;
  }

  /** Whether it stops amid a word. */
  boolean inWord() {
    return inSentence && inWord;
  }

  /** Whether words of the same lengths as the other's stand in their places. */
  boolean veiled() {
    return veiled > 0;
  }

  /** Words that are the other's. */
  int matched() {
    return matched;
  }
}
