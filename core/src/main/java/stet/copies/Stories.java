package stet.copies;

import java.util.List;

/**
 * What was found among many articles.
 *
 * @param stories in the order of their longest texts
 * @param partly pairs of which parts are the same, the longer article first
 */
public record Stories(List<Story> stories, List<Link> partly) {
  public Stories {
    stories = List.copyOf(stories);
    partly = List.copyOf(partly);
  }
}
