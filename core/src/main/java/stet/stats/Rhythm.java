package stet.stats;

import java.util.List;
import stet.stats.estimate.RateEstimate;

/**
 * How many edits there were at some hours, or on some weekdays, beside how long articles were
 * watched then. An edit counts for an hour as far as its window lies in it. What was looked at less
 * often than the hour or the day is long says nothing of it, and is left out.
 *
 * @param local whether on the outlet's own clock, as its pages state it; else in UTC
 * @param cells hours from 0 to 23, or days from Monday on; per hour that an article was watched
 * @param wide what is left out since the two checks were further apart than a cell is long
 * @param unzoned what is left out since the outlet's clock is not known for that time; nothing
 *     where they are in UTC
 */
public record Rhythm(boolean local, List<RateEstimate> cells, LeftOut wide, LeftOut unzoned) {
  public Rhythm {
    cells = List.copyOf(cells);
  }

  /**
   * What is left out.
   *
   * @param edits how many
   * @param hours that articles were watched, all together
   */
  public record LeftOut(int edits, double hours) {}

  /** Whether there is any time that can be counted. */
  public boolean isKnown() {
    return cells.stream().anyMatch(c -> c.units() > 0);
  }
}
