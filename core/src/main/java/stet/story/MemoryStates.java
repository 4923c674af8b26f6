package stet.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleContent;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;

/**
 * States that are all kept in memory. Blocks that several of them share, as the versions of one
 * article do, are kept once. For one thread.
 */
public final class MemoryStates implements States {
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<ArticleVersion> versions = new ArrayList<>();
  private final Map<Block, Block> blocks = new HashMap<>();
  private final List<String> compared = new ArrayList<>();

  @Override
  public long idOf(ArticleVersion version) {
    return numbers.computeIfAbsent(ArticleDigest.full(version), digest -> add(version));
  }

  private long add(ArticleVersion version) {
    versions.add(sharing(version));
    compared.add(ArticleDigest.compared(version));
    return versions.size();
  }

  private ArticleVersion sharing(ArticleVersion v) {
    List<Block> body = v.body().stream().map(b -> blocks.computeIfAbsent(b, x -> x)).toList();
    ArticleContent content = new ArticleContent(body, v.captions(), v.images(), v.liveBlog());
    return new ArticleVersion(
        v.head(), content, v.statements(), v.textLanguage(), v.canonicalUrl(), v.extractor());
  }

  @Override
  public ArticleVersion get(long number) {
    return versions.get((int) number - 1);
  }

  @Override
  public String compared(long number) {
    return compared.get((int) number - 1);
  }
}
