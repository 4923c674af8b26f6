package stet.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;

/** States that are all kept in memory. For one thread. */
public final class MemoryStates implements States {
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<ArticleVersion> versions = new ArrayList<>();
  private final List<String> compared = new ArrayList<>();

  @Override
  public long idOf(ArticleVersion version) {
    return numbers.computeIfAbsent(ArticleDigest.full(version), digest -> add(version));
  }

  private long add(ArticleVersion version) {
    versions.add(version);
    compared.add(ArticleDigest.compared(version));
    return versions.size();
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
