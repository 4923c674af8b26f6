/**
 * Shares, medians and curves over time with the intervals that say how far they can be trusted.
 * Numbers in, numbers out: it knows nothing of articles.
 */
@org.jspecify.annotations.NullMarked
package stet.stats.estimate;
