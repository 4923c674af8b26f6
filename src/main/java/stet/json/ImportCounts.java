package stet.json;

/**
 * What an import came to.
 *
 * @param added captures that are new here
 * @param known captures that were here already
 * @param notArticles how many of those added are no article
 * @param refused files and records that were not taken
 * @param articles how many articles have new captures
 */
public record ImportCounts(long added, long known, long notArticles, long refused, int articles) {}
