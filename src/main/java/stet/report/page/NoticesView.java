package stet.report.page;

import java.util.List;

/** Every notice that an article ever had. */
public record NoticesView(Frame frame, Masthead masthead, List<Row> rows) {
  /**
   * A notice.
   *
   * @param first number of the first version that has it
   * @param last of the last one
   */
  public record Row(Passage notice, int first, int last) {}
}
