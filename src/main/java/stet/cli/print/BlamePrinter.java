package stet.cli.print;

import java.util.List;
import java.util.TreeSet;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.standard.Differs;
import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.LifeLine;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** Which version brought each word, in runs, with version and time before each. */
public final class BlamePrinter {
  private static final String FAINT = "\u001b[2m";
  private static final String GREEN = "\u001b[32;1m";
  private static final String YELLOW = "\u001b[33m";
  private static final String OFF = "\u001b[0m";

  private final Console console;
  private final Timeline timeline;
  private final Steps steps;
  private final TreeSet<Integer> told = new TreeSet<>();
  private final int digits;

  public BlamePrinter(Console console, Timeline timeline) {
    this.console = console;
    this.timeline = timeline;
    this.steps = new Steps(timeline, Differs.standard());
    this.digits = Integer.toString(timeline.versions().size()).length();
  }

  public void print(SeenVersion version, BlameWalk walk, boolean gone) {
    line(LogPrinter.headline(timeline));
    line(timeline.article().uri());
    line(
        "version "
            + version.number()
            + " of "
            + timeline.versions().size()
            + ", first seen "
            + LogPrinter.time(version.first().at())
            + "; times are UTC");
    if (gone) {
      gone(walk.lifeLines());
    } else {
      text(walk.blame());
      windows();
    }
  }

  private void text(Blame blame) {
    runs("headline", blame.headline(), blame.version());
    runs("standfirst", blame.dek(), blame.version());
    for (int i = 0; i < blame.body().size(); i++) {
      runs("paragraph " + (i + 1), blame.body().get(i), blame.version());
    }
  }

  private void runs(String name, List<Blame.Span> spans, int version) {
    if (spans.isEmpty()) {
      return;
    }
    console.out().println();
    console.out().println(paint(FAINT, name));
    for (Blame.Span span : spans) {
      told.add(span.since());
      String returned = "";
      if (span.back() > 0) {
        told.add(span.back());
        returned = "back in " + span.back() + "  ";
      }
      int newest = Math.max(span.since(), span.back());
      String text = Plain.line(span.text()).stripTrailing();
      console
          .out()
          .println(
              paint(FAINT, gutter(span.since()))
                  + paint(YELLOW, returned)
                  + (newest == version && version > 1 ? paint(GREEN, text) : text));
    }
  }

  private String gutter(int version) {
    String number = Integer.toString(version);
    return " ".repeat(digits + 1 - number.length())
        + number
        + "  "
        + LogPrinter.time(timeline.versions().get(version - 1).first().at())
        + "  ";
  }

  /** Between which two checks the words of each version came. */
  private void windows() {
    console.out().println();
    for (int version : told) {
      line("version " + version + ": " + window(version));
    }
  }

  private String window(int version) {
    if (version == 1) {
      return "first seen " + LogPrinter.time(timeline.versions().get(0).first().at());
    }
    Window window = steps.window(version);
    return "between "
        + LogPrinter.time(window.notBefore())
        + " and "
        + LogPrinter.time(window.notAfter())
        + ", "
        + LogPrinter.width(window.width())
        + " apart";
  }

  private void gone(List<LifeLine> lines) {
    if (lines.isEmpty()) {
      console.out().println();
      line("nothing has left the text");
    }
    for (LifeLine life : lines) {
      console.out().println();
      console.out().println(paint(FAINT, describe(life)));
      console.out().println("  " + Plain.line(life.text()));
    }
  }

  private String describe(LifeLine life) {
    String where =
        switch (life.place()) {
          case HEADLINE -> "headline";
          case DEK -> "standfirst";
          case BODY -> "paragraph " + life.paragraph();
        };
    return where
        + " of version "
        + life.lastSeen()
        + ", there since version "
        + life.since()
        + "; gone "
        + window(life.lastSeen() + 1)
        + (life.back() > 0
            ? "; back in version " + life.back() + ", " + window(life.back())
            : "; never back");
  }

  private String paint(String colour, String text) {
    return console.colour() && !text.isEmpty() ? colour + Plain.line(text) + OFF : Plain.line(text);
  }

  private void line(String text) {
    console.out().println(Plain.line(text));
  }
}
