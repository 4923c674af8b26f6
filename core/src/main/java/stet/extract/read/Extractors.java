package stet.extract.read;

import stet.extract.Extractor;
import stet.extract.SiteRules;

/** The extractors that stet has. */
public final class Extractors {
  private Extractors() {}

  /** The extractor for pages, fragments, plain text and Markdown. Thread-safe. */
  public static Extractor standard() {
    return new StandardExtractor(SiteRules.none());
  }

  /** The same with a user's own rules for single sites; its version names them. Thread-safe. */
  public static Extractor with(SiteRules rules) {
    return new StandardExtractor(rules);
  }
}
