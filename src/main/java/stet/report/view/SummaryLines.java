package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.diff.FieldChange.Field;
import stet.diff.Label;
import stet.diff.tell.Summary;
import stet.report.page.Run;
import stet.report.page.SummaryLine;
import stet.text.Truncation;

/** What a revision changed, a sentence each. */
final class SummaryLines {
  private static final int LINES = 12;
  private static final int LINE = 400;

  private static final Pattern QUOTED =
      Pattern.compile("(?<=‘)([^‘\n]{1,400}?)(?=’(?:[ ,.;:)]|$))");

  private SummaryLines() {}

  static List<String> sentences(List<Summary.Line> lines) {
    return lines.stream().limit(LINES).map(SummaryLines::sentence).toList();
  }

  private static String sentence(Summary.Line line) {
    return Truncation.shortened(line.text(), LINE);
  }

  /** Sentences that lead nowhere. */
  static List<SummaryLine> plain(List<String> sentences) {
    return sentences.stream().map(s -> new SummaryLine(runs(s), "")).toList();
  }

  /** Sentences that lead to what they speak of. */
  static List<SummaryLine> marked(List<Summary.Line> lines, Comparison words) {
    return lines.stream()
        .limit(LINES)
        .map(l -> new SummaryLine(runs(sentence(l)), words.mark(l.hunk(), field(l.kind()))))
        .toList();
  }

  /** The field that a sentence about no hunk speaks of. */
  private static @Nullable Field field(Label.Kind kind) {
    return switch (kind) {
      case HEADLINE -> Field.HEADLINE;
      case DEK -> Field.DEK;
      case BYLINE -> Field.BYLINE;
      case CAPTION -> Field.CAPTION;
      case PICTURE -> Field.IMAGE;
      case NOTICED, UN_NOTICED -> Field.NOTICE;
      case STAMPED -> Field.UPDATED;
      case BACKDATED -> Field.PUBLISHED;
      default -> null;
    };
  }

  /** A sentence whose quoted words keep their own direction. */
  private static List<Run> runs(String sentence) {
    List<Run> runs = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(sentence);
    int end = 0;
    while (quoted.find()) {
      runs.add(Run.plain(sentence.substring(end, quoted.start(1))));
      runs.add(Run.of(Run.Kind.QUOTED, quoted.group(1)));
      end = quoted.end(1);
    }
    runs.add(Run.plain(sentence.substring(end)));
    return runs;
  }
}
