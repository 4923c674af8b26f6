package stet.stats;

import java.time.Duration;
import java.util.List;

/**
 * What was seen on the first day of articles that were watched at least for a day, so that outlets
 * that were watched for longer and shorter can be laid side by side.
 *
 * @param articles how many of them there are
 * @param apart how far apart two checks were on that day; the median over articles; zero for none
 * @param edits shares of the edits that were seen on it, by how they were disclosed
 */
public record FirstDay(int articles, Duration apart, List<Figure> edits) {
  public FirstDay {
    edits = List.copyOf(edits);
  }
}
