package stet.cli;

import java.util.List;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.timeline.SeenVersion;

/**
 * A revision for a terminal: coloured there, and with {@code [-gone-]{+new+}} where it is piped, as
 * git's word diff has it.
 */
final class DiffPrinter {
  private static final String RED = "\u001b[31;9m";
  private static final String GREEN = "\u001b[32;1m";
  private static final String VIOLET = "\u001b[35m";
  private static final String FAINT = "\u001b[2m";
  private static final String OFF = "\u001b[0m";

  private final Console console;

  DiffPrinter(Console console) {
    this.console = console;
  }

  void print(SeenVersion from, SeenVersion to, Revision revision) {
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
    console.out().println(faint(Json.id(field.field()) + ": ") + words(field.deltas()));
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

  String words(List<Delta> deltas) {
    StringBuilder out = new StringBuilder();
    for (Delta delta : deltas) {
      switch (delta.kind()) {
        case KEPT, RESPELLED -> out.append(Plain.text(delta.after()));
        case DELETED -> mark(out, delta.before(), RED, "[-", "-]");
        case INSERTED -> mark(out, delta.after(), GREEN, "{+", "+}");
        case MOVED_FROM -> mark(out, delta.before(), VIOLET, "[<" + delta.move() + " ", "<]");
        case MOVED_TO -> mark(out, delta.after(), VIOLET, "{>" + delta.move() + " ", ">}");
      }
    }
    return out.toString();
  }

  private void mark(StringBuilder out, String text, String colour, String open, String close) {
    String plain = Plain.text(text);
    if (console.colour()) {
      out.append(colour).append(plain).append(OFF);
    } else {
      out.append(open).append(plain).append(close);
    }
  }

  private String faint(String text) {
    return console.colour() ? FAINT + Plain.line(text) + OFF : Plain.line(text);
  }
}
