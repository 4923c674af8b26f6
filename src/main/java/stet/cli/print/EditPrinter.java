package stet.cli.print;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import stet.cli.console.Console;
import stet.json.StetJson;
import stet.timeline.Window;
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

  /** Between which two checks an edit was made, in a zone. */
  static String window(Window window, ZoneId zone) {
    ZonedDateTime from = window.notBefore().atZone(zone);
    ZonedDateTime to = window.notAfter().atZone(zone);
    boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
    String begin = from.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT));
    String end = sameDay ? "HH:mm" : "uuuu-MM-dd HH:mm";
    return begin + " – " + to.format(DateTimeFormatter.ofPattern(end, Locale.ROOT));
  }

  /** One that prints an object a line. */
  static EditPrinter json(Console console) {
    return edit -> console.out().println(StetJson.edit(edit, edit.judged()).line());
  }

  /**
   * How edits are printed for people.
   *
   * @param zone in which they are told times
   * @param columns of the terminal
   * @param explained whether a line below each says what its score comes from
   */
  record Look(ZoneId zone, int columns, boolean explained) {}

  /** One that prints the words below each line as well. */
  static EditPrinter full(Console console, Look look) {
    return new FullEditPrinter(console, new EditLinePrinter(console, look));
  }

  /** A printer. */
  static EditPrinter of(Format format, Console console, Look look) {
    return switch (format) {
      case TEXT -> new EditLinePrinter(console, look);
      case MD -> new EditMarkdownPrinter(console, look);
      case CSV -> new EditTablePrinter(console);
    };
  }
}
