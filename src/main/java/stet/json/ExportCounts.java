package stet.json;

/**
 * What an export came to.
 *
 * @param articles how many articles it has
 * @param captures how many captures
 * @param files how many files or entries of a file were written
 * @param bytes their size together
 */
public record ExportCounts(int articles, long captures, int files, long bytes) {}
