package stet.cli.print;

import java.time.ZoneId;
import stet.cli.console.Console;
import stet.json.StetJson;
import stet.track.Edits;

/** Prints edits one after the other. */
public interface EditPrinter {
  /** How edits are printed for people and tables. */
  enum Format {
    /** A line for each. */
    TEXT,
    /** A list in Markdown. */
    MD,
    /** A table with commas. */
    CSV
  }

  /** What is said of the edits that follow; nothing where that has no place. */
  default void heading(String text) {}

  /** An edit. */
  void print(Edits.Edit edit);

  /** One that prints an object a line. */
  static EditPrinter json(Console console) {
    return edit -> console.out().println(StetJson.edit(edit).line());
  }

  /** One that prints the words below each line as well. */
  static EditPrinter full(Console console, ZoneId zone, int columns) {
    return new FullEdits(console, new EditLines(console, zone, columns));
  }

  /**
   * A printer.
   *
   * @param zone in which a person is told times
   * @param columns of the terminal
   */
  static EditPrinter of(Format format, Console console, ZoneId zone, int columns) {
    return switch (format) {
      case TEXT -> new EditLines(console, zone, columns);
      case MD -> new EditMarkdown(console, zone);
      case CSV -> new EditTableText(console);
    };
  }
}
