package stet.cli.print;

import java.util.List;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.standard.Differs;
import stet.text.Truncation;
import stet.timeline.Stay;
import stet.timeline.Window;
import stet.track.Search;

/** What a search found, for people. */
public final class SearchPrinter {
  private static final int CONTEXT = 60;
  private static final String BOLD = "\u001b[31;1m";
  private static final String FAINT = "\u001b[2m";
  private static final String OFF = "\u001b[0m";

  private final Console console;
  private boolean first = true;

  public SearchPrinter(Console console) {
    this.console = console;
  }

  public void said(String quote, List<Search.Match> matches, List<Search.Near> near) {
    if (!matches.isEmpty()) {
      matches.forEach(this::print);
    } else if (near.isEmpty()) {
      line("no version of any article says this, or anything like it");
    } else {
      line("no version of any article says exactly this; the nearest wording:");
      first = false;
      near.forEach(n -> print(quote, n));
    }
  }

  public void print(Search.Match match) {
    head(match);
    for (Search.Found found : match.found()) {
      line("  " + versions(found));
      excerpt(found);
    }
  }

  private void print(String quote, Search.Near near) {
    head(near.match());
    for (Search.Found found : near.match().found()) {
      line("  " + Math.round(near.likeness() * 100) + " % of the words, " + versions(found));
    }
    Search.Found found = near.match().found().get(0);
    String printed = found.passage().text().substring(found.start(), found.end());
    console
        .out()
        .println(
            "    "
                + new DiffPrinter(console)
                    .words(Differs.standard().diff(Plain.line(quote), Plain.line(printed))));
  }

  private void head(Search.Match match) {
    if (!first) {
      console.out().println();
    }
    first = false;
    line(
        match.article().key()
            + "  "
            + Plain.brief(Plain.line(match.headline()), 70)
            + "  "
            + match.article().uri());
  }

  private static String versions(Search.Found found) {
    Stay stay = found.stay();
    String versions =
        stay.from() == stay.to()
            ? "version " + stay.from()
            : "versions " + stay.from() + " to " + stay.to();
    return versions
        + ", "
        + EnumId.of(found.passage().place())
        + ": "
        + (stay.appeared() == null
            ? "there when first seen, " + LogPrinter.time(stay.firstSeen())
            : "appeared " + between(stay.appeared()))
        + (stay.vanished() == null
            ? "; still there when last seen, " + LogPrinter.time(stay.lastSeen())
            : "; vanished " + between(stay.vanished()));
  }

  private static String between(Window window) {
    return "between "
        + LogPrinter.time(window.notBefore())
        + " and "
        + LogPrinter.time(window.notAfter());
  }

  private void excerpt(Search.Found found) {
    String text = found.passage().text();
    int from = cut(text, found.start() - CONTEXT);
    int to = cut(text, found.end() + CONTEXT);
    String middle = Plain.line(text.substring(found.start(), found.end()));
    console
        .out()
        .println(
            "    "
                + (from > 0 ? faint("…") : "")
                + Plain.line(text.substring(from, found.start()))
                + (console.colour() ? BOLD + middle + OFF : middle)
                + Plain.line(text.substring(found.end(), to))
                + (to < text.length() ? faint("…") : ""));
  }

  /** A place to cut a text, between two characters and if possible two words. */
  private static int cut(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return Math.max(0, Math.min(at, text.length()));
    }
    int space = text.indexOf(' ', at);
    int near = space >= 0 && space - at < CONTEXT / 3 ? space : at;
    return Truncation.before(text, near);
  }

  private String faint(String text) {
    return console.colour() ? FAINT + text + OFF : text;
  }

  private void line(String text) {
    console.out().println(Plain.line(text));
  }
}
