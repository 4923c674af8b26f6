package stet.track;

import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Cut;

/** What a capture turned out to be. */
sealed interface Reading {
  /**
   * The article.
   *
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  record Shown(ArticleVersion version, @Nullable Cut cut) implements Reading {}

  /**
   * The page at the end of redirects that led to an address with another name. It becomes a version
   * only where both addresses showed nearly the same text.
   *
   * @param told what it counts as until then
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  record Landed(Other told, ArticleVersion version, @Nullable Cut cut) implements Reading {}

  /**
   * Something else, which can never become a version.
   *
   * @param reason the kind, as a lower-case id such as {@code not-found}
   * @param detail one line for people
   */
  record Other(String reason, String detail) implements Reading {}
}
