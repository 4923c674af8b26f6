package stet.stats.estimate;

/**
 * What share of units had the event by some age.
 *
 * @param age in seconds
 * @param low the share, or its lower bound where the observations do not say more
 * @param high the share, or its upper bound; equal to {@code low} where the share is identified
 * @param interval 95 % interval for the share at this age
 * @param watched how many units were watched at least that long or had the event by then
 * @param before how many units had the event by then for certain
 */
public record Reached(
    double age, double low, double high, Interval interval, long watched, long before) {}
