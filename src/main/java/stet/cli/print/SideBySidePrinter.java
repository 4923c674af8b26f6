package stet.cli.print;

import java.util.List;
import stet.capture.EnumId;
import stet.cli.console.Column;
import stet.cli.console.Console;
import stet.cli.console.DisplayWidth;
import stet.cli.console.Marks;
import stet.cli.console.Plain;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;

/** Two versions beside each other, old on the left; unchanged paragraphs are folded. */
public final class SideBySidePrinter {
  static final int NARROWEST = 40;

  private static final String RULE = " │ ";
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";

  private final Console console;
  private final int column;

  /**
   * A printer.
   *
   * @param width of both columns and what parts them, in columns of the terminal
   */
  public SideBySidePrinter(Console console, int width) {
    this.console = console;
    this.column = (Math.max(NARROWEST, width) - RULE.length()) / 2;
  }

  public void print(Revision revision) {
    for (FieldChange field : revision.fields()) {
      row(EnumId.of(field.field()) + ":", EnumId.of(field.field()) + ":");
      row(field.deltas());
    }
    int kept = 0;
    for (Hunk hunk : revision.hunks()) {
      if (!hunk.isChange()) {
        kept++;
        continue;
      }
      fold(kept);
      kept = 0;
      if (hunk instanceof Hunk.MovedAway away) {
        row("⋯ moved to place " + (away.afterBlock() + 1), "");
      } else {
        if (hunk instanceof Hunk.Moved moved) {
          row("", "⋯ moved from place " + (moved.beforeBlock() + 1));
        }
        row(hunk.deltas());
      }
    }
    fold(kept);
  }

  private void fold(int kept) {
    if (kept > 0) {
      String text = "⋯ " + Plain.count(kept, "unchanged paragraph");
      row(text, text);
    }
  }

  private void row(String left, String right) {
    Column before = new Column(column, console.colour());
    Column after = new Column(column, console.colour());
    before.add(Marks.KEPT, left);
    after.add(Marks.KEPT, right);
    rows(before.lines(), after.lines());
  }

  private void row(List<Delta> deltas) {
    Column before = new Column(column, console.colour());
    Column after = new Column(column, console.colour());
    for (Delta delta : deltas) {
      before.add(Marks.of(delta.kind()), Plain.text(delta.before()).replace('\t', ' '));
      after.add(Marks.of(delta.kind()), Plain.text(delta.after()).replace('\t', ' '));
    }
    rows(before.lines(), after.lines());
  }

  private void rows(List<String> left, List<String> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String l = i < left.size() ? left.get(i) : "";
      String r = i < right.size() ? right.get(i) : "";
      int wide = DisplayWidth.of(l.replaceAll(ESCAPES, ""));
      console
          .out()
          .println((l + " ".repeat(Math.max(0, column - wide)) + RULE + r).stripTrailing());
    }
    console.out().println(" ".repeat(column) + RULE.stripTrailing());
  }
}
