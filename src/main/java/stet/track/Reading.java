package stet.track;

import stet.article.ArticleVersion;

/** What a capture turned out to be. */
sealed interface Reading {
  /** The article. */
  record Shown(ArticleVersion version) implements Reading {}

  /**
   * The page at the end of redirects that led to an address with another name. It becomes a version
   * only where both addresses showed nearly the same text.
   *
   * @param told what it counts as until then
   */
  record Landed(Other told, ArticleVersion version) implements Reading {}

  /**
   * Something else, which can never become a version.
   *
   * @param reason the kind, as a lower-case id such as {@code not-found}
   * @param detail one line for people
   */
  record Other(String reason, String detail) implements Reading {}
}
