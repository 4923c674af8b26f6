package stet.timeline;

/**
 * How much of the first version a later one still has, in words of headline, standfirst and running
 * text. A word that left and came back stands again.
 *
 * @param first words of the first version
 * @param still how many of them the later version has, wherever they stand in it
 * @param now words of the later version
 */
public record Standing(int first, int still, int now) {
  /** Words of the later version that the first did not have. */
  public int later() {
    return now - still;
  }
}
