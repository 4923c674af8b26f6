package stet.extract;

/** The extractors that stet has. */
public final class Extractors {
  private Extractors() {}

  /** The extractor for pages, fragments, plain text and Markdown. Thread-safe. */
  public static Extractor standard() {
    return new StandardExtractor();
  }
}
