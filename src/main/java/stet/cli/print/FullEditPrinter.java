package stet.cli.print;

import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.track.Edits;

/** Edits in lines, each with all of its words below. */
final class FullEditPrinter implements EditPrinter {
  private final Console console;
  private final EditLinePrinter lines;
  private boolean first = true;

  FullEditPrinter(Console console, EditLinePrinter lines) {
    this.console = console;
    this.lines = lines;
  }

  @Override
  public void heading(String text) {
    lines.heading(text);
  }

  @Override
  public void print(Edits.Edit edit) {
    if (!first) {
      console.out().println();
    }
    first = false;
    lines.print(edit);
    ToldEdit told = ToldEdit.of(edit);
    new DiffPrinter(console).print(told.before(), told.after(), edit.revised().revision());
  }
}
