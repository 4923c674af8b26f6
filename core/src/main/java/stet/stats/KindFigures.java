package stet.stats;

import stet.diff.Label.Kind;
import stet.stats.estimate.ShareEstimate;

/**
 * How edits of one kind were disclosed.
 *
 * @param kind what was changed
 * @param noticed how many of them came with a notice
 * @param stamped with a moved update time and no notice
 * @param silent with neither, where the page states an update time that could have moved
 * @param noUpdateTime with neither, where the page states no update time
 * @param untold with neither, where the update time is too coarse to tell, or the time of
 *     publication moved
 */
public record KindFigures(
    Kind kind,
    ShareEstimate noticed,
    ShareEstimate stamped,
    ShareEstimate silent,
    ShareEstimate noUpdateTime,
    ShareEstimate untold) {}
