package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Shown;

/**
 * What reviewers said, to be taken away and brought in.
 *
 * @param told how much there is, or what came of what was handed in
 * @param problems of what was handed in, one line each
 * @param token that forms send along; empty for those who may not write
 */
public record NotesView(Frame frame, String told, List<String> problems, String token) {
  public NotesView {
    problems = problems.stream().map(Shown::text).toList();
  }
}
