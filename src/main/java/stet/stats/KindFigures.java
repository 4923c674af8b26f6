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
 * @param untold where what the page states can't show it
 */
public record KindFigures(
    Kind kind,
    ShareEstimate noticed,
    ShareEstimate stamped,
    ShareEstimate silent,
    ShareEstimate untold) {}
