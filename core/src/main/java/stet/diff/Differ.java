package stet.diff;

import java.util.List;
import stet.article.ArticleVersion;

/** Compares versions. Pure, deterministic, thread-safe, independent of the default locale. */
public interface Differ {
  /**
   * What changed from {@code before} to {@code after}. Both must have been read by the same
   * extractor.
   *
   * @throws IllegalArgumentException when two different extractors read them
   */
  Revision diff(ArticleVersion before, ArticleVersion after);

  /** The same for two plain texts whose paragraphs are lines: runs in reading order. */
  List<Delta> diff(String before, String after);

  /** Name and version; changes whenever the output for any pair can change. */
  String version();
}
