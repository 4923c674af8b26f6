package stet.diff.word;

import java.util.Arrays;

/**
 * The words of a run of tokens without their order, for a quick measure of likeness. Ids are
 * sorted; a word that occurs twice is there twice.
 */
public final class Bag {
  public final int[] ids;
  private final byte[] weights;

  /** Sum of the weights. */
  public final int weight;

  private Bag(int[] ids, byte[] weights) {
    this.ids = ids;
    this.weights = weights;
    int sum = 0;
    for (byte w : weights) {
      sum += w;
    }
    weight = sum;
  }

  public static Bag of(Tokens tokens, int from, int to, Vocabulary vocabulary) {
    int[] ids = Arrays.copyOfRange(tokens.loose, from, to);
    Arrays.sort(ids);
    byte[] weights = new byte[ids.length];
    for (int k = 0; k < ids.length; k++) {
      weights[k] = vocabulary.weight(ids[k]);
    }
    return new Bag(ids, weights);
  }

  public static Bag ofSentence(Tokens tokens, int s, Vocabulary vocabulary) {
    return of(tokens, tokens.sentenceStart[s], tokens.sentenceStart[s + 1], vocabulary);
  }

  /** The weight of what both have. */
  public int shared(Bag other) {
    int sum = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length && j < other.ids.length) {
      if (ids[i] == other.ids[j]) {
        sum += weights[i];
        i++;
        j++;
      } else if (ids[i] < other.ids[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** Dice's coefficient over weights: 1 for the same words, 0 for none shared. */
  public double dice(Bag other) {
    int both = weight + other.weight;
    return both == 0 ? 0 : 2.0 * shared(other) / both;
  }

  /** What is left when the words of another bag are taken out. */
  public Bag without(Bag other) {
    int[] left = new int[ids.length];
    byte[] weightsLeft = new byte[ids.length];
    int n = 0;
    int j = 0;
    for (int i = 0; i < ids.length; i++) {
      while (j < other.ids.length && other.ids[j] < ids[i]) {
        j++;
      }
      if (j < other.ids.length && other.ids[j] == ids[i]) {
        j++;
      } else {
        left[n] = ids[i];
        weightsLeft[n++] = weights[i];
      }
    }
    return new Bag(Arrays.copyOf(left, n), Arrays.copyOf(weightsLeft, n));
  }
}
