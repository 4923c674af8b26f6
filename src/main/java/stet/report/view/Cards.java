package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.report.page.CardView;
import stet.report.page.CardView.Line;
import stet.report.page.Chip;
import stet.report.page.Run;
import stet.report.words.Chips;
import stet.report.words.TellingEdit;
import stet.text.Capitals;
import stet.text.EastAsianWidth;

/**
 * Cards for sharing, as SVG. Lines are broken here, because SVG 1.1 breaks none; how wide letters
 * are is estimated, so that the same words give the same bytes on every machine.
 */
public final class Cards {
  private static final int LEFT = 80;
  private static final int WIDTH = 1200;
  private static final int ROOM = WIDTH - 2 * LEFT;
  private static final double NARROW = 0.55;

  private Cards() {}

  public static CardView of(TellingEdit edit, TitledArticle article) {
    Chip label = edit.chips().get(0);
    String said = Capitals.first(Chips.edit(EnumId.read(Label.Kind.class, label.id())));
    boolean right = edit.dir().equals("rtl");
    List<Run> headline = List.of(Run.plain(article.headline().text()));
    String words = String.join("", edit.runs().stream().map(Cards::spoken).toList());
    return new CardView(
        article.article().outlet(),
        label,
        said,
        lines(headline, 54, 150, 66, 2),
        lines(edit.runs(), 38, 310, 54, 4),
        edit.when().plain(),
        said + " of “" + article.headline().text() + "”: " + words,
        edit.lang(),
        right ? WIDTH - LEFT : LEFT,
        right ? "rtl" : "ltr");
  }

  private static String spoken(Run run) {
    return switch (run.kind()) {
      case DELETED, MOVED_FROM -> "[gone: " + run.text().strip() + "] ";
      case INSERTED, MOVED_TO -> "[new: " + run.text().strip() + "] ";
      default -> run.text();
    };
  }

  /** Breaks runs into at most so many lines; what does not fit ends in an ellipsis. */
  private static List<Line> lines(List<Run> runs, int size, int y, int step, int most) {
    List<Line> lines = new ArrayList<>();
    List<Run> open = new ArrayList<>();
    double used = 0;
    for (Run piece : pieces(runs)) {
      double width = width(piece.text()) * size;
      if (used + width > ROOM && !open.isEmpty()) {
        if (lines.size() == most - 1) {
          open.add(Run.plain(" …"));
          break;
        }
        lines.add(new Line(y + step * lines.size(), open));
        open = new ArrayList<>();
        used = 0;
      }
      append(open, piece);
      used += width;
    }
    lines.add(new Line(y + step * lines.size(), open));
    return lines;
  }

  private static void append(List<Run> line, Run piece) {
    int last = line.size() - 1;
    if (last >= 0 && line.get(last).kind() == piece.kind()) {
      line.set(last, Run.of(piece.kind(), line.get(last).text() + piece.text()));
    } else {
      line.add(piece);
    }
  }

  /** The runs cut where a line may break: after spaces, and between ideographs. */
  private static List<Run> pieces(List<Run> runs) {
    List<Run> pieces = new ArrayList<>();
    Run before = null;
    for (Run run : runs) {
      if (before != null && areCrammed(before, run)) {
        pieces.add(Run.plain(" "));
      }
      before = run;
      StringBuilder piece = new StringBuilder();
      for (int i = 0; i < run.text().length(); ) {
        int c = run.text().codePointAt(i);
        i += Character.charCount(c);
        piece.appendCodePoint(c);
        if (c == ' ' || EastAsianWidth.isWide(c) || piece.length() >= 30) {
          pieces.add(Run.of(run.kind(), piece.toString()));
          piece.setLength(0);
        }
      }
      if (!piece.isEmpty()) {
        pieces.add(Run.of(run.kind(), piece.toString()));
      }
    }
    return pieces;
  }

  /** Whether a word that is gone and the one in its place would be read as one. */
  private static boolean areCrammed(Run before, Run after) {
    if (before.kind() == after.kind()
        || before.kind() == Run.Kind.PLAIN
        || after.kind() == Run.Kind.PLAIN
        || before.text().isEmpty()
        || after.text().isEmpty()) {
      return false;
    }
    int last = before.text().codePointBefore(before.text().length());
    int first = after.text().codePointAt(0);
    return Character.isLetterOrDigit(last)
        && Character.isLetterOrDigit(first)
        && !EastAsianWidth.isWide(last)
        && !EastAsianWidth.isWide(first);
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> EastAsianWidth.isWide(c) ? 1 : NARROW).sum();
  }
}
