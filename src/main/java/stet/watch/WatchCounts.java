package stet.watch;

import java.util.Map;
import stet.watch.store.CheckOutcome;

/**
 * What is watched, in numbers.
 *
 * @param pages that are checked
 * @param lists that are watched
 * @param outcomes how many of both by what their last check showed
 * @param resting hosts that are left alone for longer than lies between two requests
 */
public record WatchCounts(
    long pages, long lists, Map<CheckOutcome, Long> outcomes, long resting, WatchHealth health) {}
