package stet.cli.print;

import java.util.List;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.Marks;
import stet.cli.console.Plain;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.report.words.LanguageWords;
import stet.timeline.SeenVersion;

/**
 * A revision for a terminal: coloured there, and with {@code [-gone-]{+new+}} where it is piped, as
 * git's word diff has it.
 */
public final class DiffPrinter {
  private static final int CONTEXT = 40;
  private static final String FAINT = "\u001b[2m";
  private static final String OFF = "\u001b[0m";

  private final Console console;

  public DiffPrinter(Console console) {
    this.console = console;
  }

  /** Which versions are compared, and how much changed. */
  public void head(SeenVersion from, SeenVersion to, Revision revision) {
    console
        .out()
        .println(
            faint(
                "version "
                    + from.number()
                    + " (last seen "
                    + LogPrinter.time(from.lastSeen())
                    + ") → version "
                    + to.number()
                    + " (first seen "
                    + LogPrinter.time(to.first().at())
                    + "), UTC; "
                    + LogPrinter.counts(revision.counts())));
    if (to.state().isLanguageGuessed()) {
      console.out().println(faint("language " + LanguageWords.of(to.state())));
    }
  }

  public void print(SeenVersion from, SeenVersion to, Revision revision) {
    head(from, to, revision);
    revision.fields().forEach(this::print);
    int kept = 0;
    for (Hunk hunk : revision.hunks()) {
      if (!hunk.isChange()) {
        kept++;
        continue;
      }
      fold(kept);
      kept = 0;
      print(hunk);
    }
    fold(kept);
  }

  private void print(FieldChange field) {
    console.out().println();
    console.out().println(faint(EnumId.of(field.field()) + ": ") + words(field.deltas()));
  }

  private void print(Hunk hunk) {
    console.out().println();
    if (hunk instanceof Hunk.MovedAway away) {
      console.out().println(faint("⋯ paragraph moved to place " + (away.afterBlock() + 1)));
    } else {
      String from =
          hunk instanceof Hunk.Moved moved
              ? faint("moved from place " + (moved.beforeBlock() + 1) + ": ")
              : "";
      console.out().println(from + words(hunk.deltas()));
    }
  }

  private void fold(int kept) {
    if (kept > 0) {
      console.out().println();
      console.out().println(faint("⋯ " + Plain.count(kept, "unchanged paragraph")));
    }
  }

  /** Each change alone with a little around it, one a line. */
  public void words(Revision revision) {
    for (FieldChange field : revision.fields()) {
      words(EnumId.of(field.field()), field.deltas());
    }
    for (Hunk hunk : revision.hunks()) {
      if (hunk.isChange() && !(hunk instanceof Hunk.MovedAway)) {
        boolean gone = hunk.after().isEmpty();
        int block = gone ? hunk.before().get(0) : hunk.after().get(0);
        String place = (gone ? "old paragraph " : "paragraph ") + (block + 1);
        if (hunk instanceof Hunk.Moved moved) {
          console.out().println(faint(place + ": moved from place " + (moved.beforeBlock() + 1)));
        }
        words(place, hunk.deltas());
      }
    }
  }

  private void words(String place, List<Delta> deltas) {
    for (int i = 0; i < deltas.size(); i++) {
      if (!deltas.get(i).isChange()) {
        continue;
      }
      int end = i;
      while (end < deltas.size() && deltas.get(end).isChange()) {
        end++;
      }
      String left = i == 0 ? "" : tail(deltas.get(i - 1).after());
      String right = end == deltas.size() ? "" : head(deltas.get(end).after());
      String change = words(deltas.subList(i, end)).replace('\n', ' ');
      console.out().println(faint(place + ": ") + left + change + right);
      i = end;
    }
  }

  private static String tail(String text) {
    String line = Plain.line(text);
    int cut = line.length() <= CONTEXT ? -1 : line.indexOf(' ', line.length() - CONTEXT);
    return line.length() <= CONTEXT ? line : "…" + line.substring(cut < 0 ? line.length() : cut);
  }

  private static String head(String text) {
    String line = Plain.line(text);
    int cut = line.length() <= CONTEXT ? -1 : line.lastIndexOf(' ', CONTEXT);
    return line.length() <= CONTEXT ? line : line.substring(0, Math.max(0, cut)) + "…";
  }

  /** Runs of text with their marks. */
  public String words(List<Delta> deltas) {
    StringBuilder out = new StringBuilder();
    for (Delta delta : deltas) {
      String before = cells(delta.before());
      String after = cells(delta.after());
      boolean colours = console.colour();
      switch (delta.kind()) {
        case KEPT, RESPELLED -> out.append(after);
        case DELETED -> out.append(Marks.DELETED.mark(before, colours));
        case INSERTED -> out.append(Marks.INSERTED.mark(after, colours));
        case MOVED_FROM ->
            out.append(Marks.MOVED_AWAY.mark(number(delta.move()) + before, colours));
        case MOVED_TO -> out.append(Marks.MOVED_HERE.mark(number(delta.move()) + after, colours));
      }
    }
    return out.toString();
  }

  /** Cells of a table are parted by tabs, which no terminal shows. */
  private static String cells(String text) {
    return Plain.text(text).replace("\t", " | ");
  }

  /** Where there are no colours, the two ends of a move are found by its number. */
  private String number(int move) {
    return console.colour() ? "" : move + " ";
  }

  private String faint(String text) {
    return console.colour() ? FAINT + Plain.line(text) + OFF : Plain.line(text);
  }
}
