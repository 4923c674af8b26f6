package stet.notify.match;

import stet.report.words.Addresses;
import stet.timeline.TrackedArticle;

/**
 * Where the pages of a collection are published.
 *
 * @param base address of the site's first folder, with a slash at its end; empty where it is not
 *     published
 */
public record Links(String base) {
  /** The page of the revision that led to a version; empty where there is none to link to. */
  String revision(TrackedArticle article, int version) {
    return base.isEmpty() ? "" : article(article) + Addresses.revision(version);
  }

  /** The page of an article; empty where there is none to link to. */
  String article(TrackedArticle article) {
    return base.isEmpty() ? "" : base + Addresses.folder(article);
  }
}
