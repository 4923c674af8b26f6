package stet.story;

import java.util.List;
import stet.article.Block;
import stet.timeline.TrackedArticle;

/** Which blocks of text stand on several articles of one outlet. */
public interface OutletBlocks {
  /**
   * Numbers of the outlet's other articles that ever showed that block, in the order of their
   * addresses.
   *
   * @param most how many at the most
   */
  List<Long> others(TrackedArticle article, Block block, int most);

  /** Whether the article of that number ever showed that block. */
  boolean holds(long article, Block block);
}
