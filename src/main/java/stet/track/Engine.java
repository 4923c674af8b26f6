package stet.track;

import stet.diff.Differ;
import stet.diff.Differs;
import stet.diff.Labeller;
import stet.extract.Extractor;
import stet.extract.Extractors;

/**
 * The pure parts that turn bytes into versions and versions into revisions. Rows of a collection
 * are comparable only when one engine made them all.
 */
record Engine(Extractor extractor, Differ differ, Labeller labeller) {
  static Engine standard() {
    return new Engine(Extractors.standard(), Differs.standard(), Differs.labeller());
  }
}
