package stet.json;

/**
 * What writing a report came to.
 *
 * @param articles how many articles it shows
 * @param rendered how many of them were made anew
 * @param files how many files it has
 * @param bytes their size together
 * @param changed how many of them are new or differ from what was there
 * @param removed how many files were removed
 * @param failed how many articles and pages could not be made
 */
public record SiteCounts(
    int articles, int rendered, int files, long bytes, int changed, int removed, int failed) {}
