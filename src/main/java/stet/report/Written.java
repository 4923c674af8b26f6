package stet.report;

import java.util.List;

/**
 * What writing a site came to.
 *
 * @param articles how many articles the site shows
 * @param rendered how many of them were made anew, because what they show had changed, or nobody
 *     could tell
 * @param files how many files it consists of
 * @param bytes their size together
 * @param changed how many of them were new or differed from what was there
 * @param removed how many earlier files no longer belonged to it and were removed
 * @param feeds names of feeds among those that changed, from the site's first folder: those of the
 *     collection and of outlets first, no more than 2,000
 * @param note what could not be made, in a line; empty where nothing was missing
 * @param failed what went wrong with single articles or pages, a line each, the first ones only;
 *     all else was written
 * @param failures how many those are
 */
public record Written(
    int articles,
    int rendered,
    int files,
    long bytes,
    int changed,
    int removed,
    List<String> feeds,
    String note,
    List<String> failed,
    int failures) {
  /** How many files were there already, the same to the byte. */
  public int unchanged() {
    return files - changed;
  }
}
