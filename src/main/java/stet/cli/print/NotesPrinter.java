package stet.cli.print;

import java.util.List;
import stet.app.review.Notes;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.json.StetJson;
import stet.notes.Annotation;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.text.time.IsoTime;

/** Prints what people said of revisions. */
public final class NotesPrinter {
  private static final int WORDS = 60;

  private final Console console;

  public NotesPrinter(Console console) {
    this.console = console;
  }

  /** Prints annotations, a line each, with the lines of a note below. */
  public void print(List<Notes.Placed> placed, boolean json) {
    for (Notes.Placed one : placed) {
      if (json) {
        console
            .out()
            .println(StetJson.annotation(one.annotation(), one.article(), one.version()).line());
      } else {
        line(one);
      }
    }
  }

  private void line(Notes.Placed placed) {
    Annotation annotation = placed.annotation();
    Remark remark = annotation.remark();
    String where =
        placed.article() == null
            ? annotation.subject().uri() + ", which is not here"
            : placed.article().uri()
                + (placed.version() == null
                    ? ", a revision that is not here any more"
                    : "@" + placed.version());
    String says =
        (remark.verdict().isEmpty() ? "note" : remark.verdict())
            + (remark.important() ? " (important)" : "")
            + (remark.author().isEmpty() ? "" : " by " + remark.author());
    console
        .out()
        .println(
            Plain.line(
                annotation.id()
                    + "  "
                    + IsoTime.ofSecond(annotation.modifiedAt())
                    + "  "
                    + where
                    + "  "
                    + says
                    + words(annotation.subject().quote())));
    remark.text().lines().forEach(l -> console.out().println("    " + Plain.line(l)));
  }

  private static String words(Quote quote) {
    if (quote.isWhole()) {
      return "";
    }
    String removed =
        quote.removed().isEmpty() ? "" : " [-" + Plain.brief(quote.removed(), WORDS) + "-]";
    String inserted =
        quote.inserted().isEmpty() ? "" : " {+" + Plain.brief(quote.inserted(), WORDS) + "+}";
    return "  on" + removed + inserted;
  }

  /** Prints what was taken in. */
  public void print(Notes.Taken taken, boolean json) {
    if (json) {
      console.out().println(StetJson.saved(taken.saved(), taken.problems()).line());
      return;
    }
    console
        .out()
        .println(
            Plain.count(taken.saved().added(), "note")
                + " added, "
                + taken.saved().changed()
                + " changed, "
                + taken.saved().kept()
                + " known");
  }
}
