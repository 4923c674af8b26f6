package stet.diff.judge;

import java.util.List;
import stet.article.ArticleVersion;

/** The versions of an article before one of them, asked for a text that may have come back. */
public interface Earlier {
  /** The number, from 1, of the latest of them with the same text as another; 0 for none. */
  int latest(ArticleVersion version);

  /** How many of them have the same text as another. */
  long count(ArticleVersion version);

  /**
   * These versions.
   *
   * @param versions oldest first
   */
  static Earlier of(List<ArticleVersion> versions) {
    return new SameTexts(number -> versions.get(number - 1)).upTo(versions.size());
  }
}
