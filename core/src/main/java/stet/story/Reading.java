package stet.story;

import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Cut;
import stet.capture.Erasure;

/** What a capture turned out to be. */
public sealed interface Reading {
  /** Why the capture's bytes, or some of its words, are withheld; null where nothing is. */
  @Nullable Erasure by();

  /**
   * The article.
   *
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  record Shown(ArticleVersion version, @Nullable Cut cut, @Nullable Erasure by) implements Reading {
    /** One of which nothing is withheld. */
    public Shown(ArticleVersion version, @Nullable Cut cut) {
      this(version, cut, null);
    }
  }

  /**
   * The page at the end of redirects that led to an address with another name. It becomes a version
   * only where both addresses showed nearly the same text.
   *
   * @param told what it counts as until then
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  record Landed(Other told, ArticleVersion version, @Nullable Cut cut, @Nullable Erasure by)
      implements Reading {
    /** One of which nothing is withheld. */
    public Landed(Other told, ArticleVersion version, @Nullable Cut cut) {
      this(told, version, cut, null);
    }
  }

  /**
   * Something else, which can never become a version.
   *
   * @param reason the kind, as a lower-case id such as {@code not-found}
   * @param detail one line for people
   */
  record Other(String reason, String detail, @Nullable Erasure by) implements Reading {
    /** One of which nothing is withheld. */
    public Other(String reason, String detail) {
      this(reason, detail, null);
    }
  }

  /**
   * A page of which nothing may be told, not even whether it showed an article.
   *
   * @param by why and since when, and which address the page gave for itself
   */
  record Hidden(Erasure by) implements Reading {}
}
