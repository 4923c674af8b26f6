package stet.diff.word;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Sentences by the rare words in them. Filled, asked and cleared again and again. */
public final class RareWords {
  /** A word in more sentences than this finds nothing. */
  private static final int RARE = 6;

  /** By word: in how many sentences it is, how many of them are entered, and from where. */
  private final int[] count;

  private final int[] entered;
  private final int[] first;
  private int[] sentences = new int[64];
  private int used;
  private final IntList words = new IntList();

  public RareWords(int vocabulary) {
    count = new int[vocabulary];
    entered = new int[vocabulary];
    first = new int[vocabulary];
  }

  public void fill(int[] numbers, IntFunction<Bag> bags, Vocabulary vocabulary) {
    for (int t : numbers) {
      int last = -1;
      for (int id : bags.apply(t).ids) {
        if (id != last && vocabulary.weight(id) == Vocabulary.CONTENT) {
          if (count[id]++ == 0) {
            words.add(id);
          }
          enter(id, t);
        }
        last = id;
      }
    }
  }

  private void enter(int id, int sentence) {
    if (entered[id] == RARE) {
      return;
    }
    if (entered[id] == 0) {
      first[id] = used;
      used += RARE;
      if (used > sentences.length) {
        sentences = Arrays.copyOf(sentences, used * 2);
      }
    }
    sentences[first[id] + entered[id]++] = sentence;
  }

  /** In how many sentences the word is; 0 if in none, or in too many. */
  public int copies(int id) {
    return count[id] > RARE ? 0 : count[id];
  }

  /** The k-th sentence the word is in. */
  public int get(int id, int k) {
    return sentences[first[id] + k];
  }

  public void clear() {
    for (int k = 0; k < words.size(); k++) {
      count[words.get(k)] = 0;
      entered[words.get(k)] = 0;
    }
    words.clear();
    used = 0;
  }
}
