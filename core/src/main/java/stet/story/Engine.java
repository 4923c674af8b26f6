package stet.story;

import stet.diff.Differ;
import stet.diff.judge.Labeller;
import stet.diff.standard.Differs;
import stet.extract.Extractor;
import stet.extract.read.Extractors;

/**
 * The pure parts that turn bytes into versions and versions into revisions. Rows of a collection
 * are comparable only when one engine made them all, so that each collection is stamped with the
 * versions of the parts.
 *
 * @param extractor reads pages; used by several threads at once
 * @param differ compares versions
 * @param labeller judges revisions
 */
public record Engine(Extractor extractor, Differ differ, Labeller labeller) {
  /** The parts that stet has, without a user's own rules. */
  public static Engine standard() {
    return with(Extractors.standard());
  }

  /** The parts that stet has, with that extractor. */
  public static Engine with(Extractor extractor) {
    return new Engine(extractor, Differs.standard(), Differs.labeller());
  }
}
