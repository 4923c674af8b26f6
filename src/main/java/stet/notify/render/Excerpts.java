package stet.notify.render;

import java.util.ArrayList;
import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Change.Mark.Kind;
import stet.text.EastAsianWidth;
import stet.text.Truncation;

/** Excerpts cut to a length, so that what went and what came are both still seen. */
final class Excerpts {
  private static final int MOST_MARKS = 24;
  private static final int LEAST_SHARE = 24;

  private Excerpts() {}

  /**
   * The excerpt as far as it fits, each piece with single spaces, inert.
   *
   * @param most UTF-16 units in all, marks aside
   */
  static List<Mark> fit(List<Mark> excerpt, int most) {
    List<Mark> some = excerpt.subList(0, Math.min(excerpt.size(), MOST_MARKS));
    int all = some.stream().mapToInt(m -> Math.min(m.text().length(), most + 1)).sum();
    int share = all <= most ? most : Math.max(LEAST_SHARE, most / Math.max(1, some.size()));
    List<Mark> fit = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Mark mark = some.get(i);
      String text =
          mark.kind() == Kind.KEPT && i == 0 && some.size() > 1
              ? tail(mark.text(), share)
              : Truncation.shortened(Inert.runs(head(mark.text(), share)), share);
      if (!text.isEmpty()) {
        fit.add(new Mark(mark.kind(), Inert.text(text)));
      }
    }
    if (some.size() < excerpt.size()) {
      fit.add(new Mark(Kind.KEPT, " " + Truncation.ELLIPSIS));
    }
    return fit;
  }

  /**
   * The excerpt with a space between what went and what came in its place, lest they read as one.
   */
  static List<Mark> apart(List<Mark> excerpt) {
    List<Mark> apart = new ArrayList<>();
    for (Mark mark : excerpt) {
      if (!apart.isEmpty() && areCrammed(apart.get(apart.size() - 1), mark)) {
        apart.add(new Mark(Kind.KEPT, " "));
      }
      apart.add(mark);
    }
    return apart;
  }

  private static boolean areCrammed(Mark before, Mark after) {
    if (before.kind() == after.kind()
        || before.kind() == Kind.KEPT
        || after.kind() == Kind.KEPT
        || before.text().isEmpty()
        || after.text().isEmpty()) {
      return false;
    }
    int last = before.text().codePointBefore(before.text().length());
    int first = after.text().codePointAt(0);
    return !Character.isWhitespace(last)
        && !Character.isWhitespace(first)
        && !EastAsianWidth.isWide(last)
        && !EastAsianWidth.isWide(first);
  }

  /** What can matter of a text of which a share is shown. */
  private static String head(String text, int share) {
    return Truncation.head(text, 4 * share + 64);
  }

  /** Before a change its last words are what a reader looks for. */
  private static String tail(String text, int share) {
    String last =
        text.substring(Truncation.after(text, Math.max(0, text.length() - 4 * share - 64)));
    String spaced = Inert.runs(last);
    return spaced.length() <= share
        ? spaced
        : Truncation.ELLIPSIS + spaced.substring(Truncation.after(spaced, spaced.length() - share));
  }

  /** White space at the ends of a piece, which markup may not enclose. */
  record Parted(String before, String inner, String after) {
    static Parted of(String text) {
      String inner = text.strip();
      if (inner.isEmpty()) {
        return new Parted(text, "", "");
      }
      int at = text.indexOf(inner);
      return new Parted(text.substring(0, at), inner, text.substring(at + inner.length()));
    }
  }
}
