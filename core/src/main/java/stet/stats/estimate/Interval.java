package stet.stats.estimate;

/**
 * A 95 % confidence interval, both ends included.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower one
 */
public record Interval(double low, double high) {}
