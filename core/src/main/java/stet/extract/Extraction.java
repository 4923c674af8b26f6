package stet.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Cut;

/** What came of reading a page: an article, or the reason why it is none. */
public sealed interface Extraction {
  /**
   * The page is an article.
   *
   * @param version what it says
   * @param cut signs that the page may not be the whole story; null where there are none
   * @param evidence which rule found which field
   */
  record Article(ArticleVersion version, @Nullable Cut cut, List<Evidence> evidence)
      implements Extraction {
    /** An article without a sign that something of it is missing. */
    public Article(ArticleVersion version, List<Evidence> evidence) {
      this(version, null, evidence);
    }
  }

  /**
   * The page is not an article, so it can never become a version.
   *
   * @param reason the kind of page it is
   * @param detail one line for people, saying what was seen
   */
  record NotAnArticle(Reason reason, String detail) implements Extraction {}

  /** Why a page is not an article. */
  enum Reason {
    /** No bytes, or nothing but white space. */
    EMPTY,
    /** The page says that the story is not there (404, 410 and their soft forms). */
    NOT_FOUND,
    /** The server failed. */
    SERVER_ERROR,
    /** A block, challenge, login or captcha page. */
    BLOCKED,
    /** A consent or paywall page in place of the story. */
    CONSENT,
    /** Larger than the extractor reads. */
    TOO_LARGE,
    /** Not text: an image, a PDF, an archive. */
    NOT_TEXT,
    /** A readable page in which no running text was found. */
    NO_TEXT
  }
}
