package stet.story;

import stet.article.ArticleVersion;

/** Distinct states of articles, each with a number. */
public interface States {
  /** The number of that state, which is added if it is new; numbers grow from 1. */
  long idOf(ArticleVersion version);

  /** The state of that number. */
  ArticleVersion get(long number);

  /** {@link stet.article.ArticleDigest#compared} of the state of that number. */
  String compared(long number);
}
