package stet.report.site;

/**
 * An article in the ledger.
 *
 * @param id its number there
 * @param mark digest of everything that other pages show of it
 */
record ArticleRef(long id, String key, String mark) {}
