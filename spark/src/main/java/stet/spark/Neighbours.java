package stet.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.story.OutletBlocks;
import stet.timeline.TrackedArticle;

/** What other articles of the outlet show of one article's blocks, as far as it was asked. */
final class Neighbours implements OutletBlocks {
  private final Map<String, List<Long>> byBlock = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Set<String> holdings = new HashSet<>();

  /** Adds that an article shows a block; to be called in the order of addresses. */
  void show(String digest, String uri) {
    byBlock.computeIfAbsent(digest, d -> new ArrayList<>()).add(number(uri));
  }

  /** Adds that an article shows a block by which copies are told. */
  void hold(String digest, String uri) {
    holdings.add(number(uri) + " " + digest);
  }

  private long number(String uri) {
    return numbers.computeIfAbsent(uri, u -> (long) numbers.size());
  }

  @Override
  public List<Long> others(TrackedArticle article, Block block, int most) {
    return byBlock.getOrDefault(ArticleDigest.of(block), List.of()).stream().limit(most).toList();
  }

  @Override
  public boolean holds(long article, Block block) {
    return holdings.contains(article + " " + ArticleDigest.of(block));
  }
}
