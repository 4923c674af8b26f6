package stet.extract;

/** Reads pages. Pure, deterministic, thread-safe. */
public interface Extractor {
  /**
   * Reads one page. Hostile input ends in {@link Extraction.NotAnArticle}, never in an exception,
   * and in bounded time and memory.
   */
  Extraction extract(Page page);

  /** Name and version; changes whenever the output for any page can change. */
  String version();
}
