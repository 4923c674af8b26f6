package stet.cli.print;

import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.cli.console.DisplayWidth;
import stet.cli.console.FittedExcerpt;
import stet.cli.console.Plain;
import stet.track.Edits;

/** Edits as lines of text: when, where, what it is, and the words that tell most. */
final class EditLinePrinter implements EditPrinter {
  /** Less room shows nothing of a change; the line is longer then. */
  private static final int EXCERPT = 60;

  private static final int LABELS = 4;

  private static final int OUTLET = 28;
  private static final int HEADLINE = 40;

  private final Console console;
  private final Look look;
  private final FittedExcerpt excerpts;

  EditLinePrinter(Console console, Look look) {
    this.console = console;
    this.look = look;
    this.excerpts = new FittedExcerpt(console.colour());
  }

  @Override
  public void heading(String text) {
    console.out().println();
    console.out().println(text + ":");
  }

  @Override
  public void print(Edits.Edit edit) {
    ToldEdit told = ToldEdit.of(edit);
    String head =
        EditPrinter.window(edit.revised().window(), look.zone())
            + "  "
            + FittedExcerpt.head(Plain.line(told.article().outlet()), OUTLET)
            + "  "
            + FittedExcerpt.head(Plain.line(LogPrinter.headline(edit.timeline())), HEADLINE)
            + "  "
            + ToldEdit.labels(edit.revised().labels(), LABELS);
    int room = Math.max(EXCERPT, look.columns() - DisplayWidth.of(head) - 2);
    String excerpt = excerpts.of(told.excerpt().deltas(), room);
    console.out().println(excerpt.isEmpty() ? head : head + "  " + excerpt);
    if (look.explained()) {
      console.out().println("  " + told.explained());
    }
  }
}
