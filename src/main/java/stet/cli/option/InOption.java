package stet.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stet.app.ArticleReference;
import stet.track.Collection;

/** Whether one article is searched, or all. */
public final class InOption {
  @Option(names = "--in", paramLabel = "ARTICLE", description = "Look into one article only.")
  private @Nullable String article;

  /** The article's number; 0 for all. */
  public long number(Collection collection) {
    return article == null ? 0 : ArticleReference.parse(article).found(collection.timelines()).id();
  }

  /** The article's address; empty for all. */
  public String uri(Collection collection) {
    return article == null
        ? ""
        : ArticleReference.parse(article).found(collection.timelines()).article().uri();
  }
}
