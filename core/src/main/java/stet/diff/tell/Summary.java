package stet.diff.tell;

import java.util.List;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;

/**
 * A revision in a few plain sentences.
 *
 * @param lines what a reader should know, the most prominent first; never empty
 */
public record Summary(List<Line> lines) {
  public Summary {
    lines = List.copyOf(lines);
  }

  /**
   * One sentence.
   *
   * @param kind the label it belongs to
   * @param text with its full stop
   * @param hunk index of the hunk it speaks of; -1 for none in particular
   */
  public record Line(Label.Kind kind, String text, int hunk) {}

  /** Tells a revision that carries these labels. */
  public static Summary of(JudgedRevision judged, List<Label> labels) {
    return new SummaryWriter(judged.facts(), labels).write();
  }

  /** The sentences in a row. */
  public String text() {
    return String.join(" ", lines.stream().map(Line::text).toList());
  }
}
