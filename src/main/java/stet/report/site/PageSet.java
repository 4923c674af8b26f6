package stet.report.site;

import java.time.Instant;
import java.util.List;
import stet.report.view.ArticleLine;

/**
 * Pages that were made together, and from what.
 *
 * @param unit what they are about; an article's folder, or another name without a slash at its end
 * @param inputs fingerprint of everything they were made from, the program included; empty where
 *     that is not known, and then they are made anew each time
 * @param seal their files, named from the folder of the unit, or from the site's first folder
 */
record PageSet(String unit, String inputs, FileSetDigest seal) {
  /**
   * What pages about more than one article need of one.
   *
   * @param edits its newest revisions, newest first
   * @param extractors what read its versions
   */
  record Note(ArticleLine line, List<Edit> edits, List<String> extractors) {}

  /**
   * A revision that may stand in a feed.
   *
   * @param at when the new version was first seen
   * @param version its number
   */
  record Edit(Instant at, int version) {}
}
