package stet.report.page;

import java.util.List;

/**
 * A sentence about a revision.
 *
 * @param runs its words; what is quoted in it keeps its own direction
 * @param href the mark that it speaks of, empty for none
 */
public record SummaryLine(List<Run> runs, String href) {
  public SummaryLine {
    runs = List.copyOf(runs);
  }
}
