package stet.copies;

import java.util.Arrays;
import java.util.Map;

/**
 * What outlets print below or in many of their stories: addresses, legal notices, the frame of a
 * series. Known by the fingerprints that several different stories of one outlet share.
 */
final class StandingText {
  static final StandingText NONE = new StandingText(Map.of());

  private final Map<String, long[]> byOutlet;

  /**
   * Known fingerprints.
   *
   * @param byOutlet sorted keys by outlet, see {@link Keys#of}
   */
  StandingText(Map<String, long[]> byOutlet) {
    this.byOutlet = byOutlet;
  }

  /** By the number of the paragraph, whether most of its fingerprints are standing text. */
  boolean[] paragraphs(CutText text, String outlet) {
    boolean[] standing = new boolean[text.paragraphs];
    long[] keys = byOutlet.get(outlet);
    if (keys == null) {
      return standing;
    }
    int[] balance = new int[text.paragraphs];
    for (int at : Fingerprints.positions(text)) {
      boolean known = Arrays.binarySearch(keys, Keys.of(text.row[at])) >= 0;
      balance[text.paragraph[at]] += known ? 1 : -1;
    }
    for (int p = 0; p < standing.length; p++) {
      standing[p] = balance[p] > 0;
    }
    return standing;
  }
}
