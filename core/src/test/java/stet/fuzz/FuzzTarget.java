package stet.fuzz;

import java.util.List;

/**
 * A reader of bytes that others wrote, and what it must hold for any bytes at all.
 *
 * @param name lower case with hyphens; also the folder of inputs that once failed, under {@code
 *     src/test/resources/fuzz}
 * @param inputs how many are tried in every build
 * @param seeds sound inputs, which others are made from; not changed
 * @param words what means something to the reader, to be put into inputs
 * @param reading reads one input
 */
public record FuzzTarget(
    String name, int inputs, List<byte[]> seeds, List<String> words, Reading reading) {
  /** Reads one input and checks what came of it. */
  @FunctionalInterface
  public interface Reading {
    /**
     * @throws Exception one that the reader does not document, or {@link AssertionError} where what
     *     it made of the bytes is not as it says
     */
    void read(byte[] input) throws Exception;
  }

  public FuzzTarget {
    seeds = List.copyOf(seeds);
    words = List.copyOf(words);
  }

  @Override
  public String toString() {
    return name;
  }
}
