package stet.cli.print;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.diff.Counts;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.report.words.LanguageWords;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** A timeline as lines of text. */
public final class LogPrinter {
  /** Stands where a version has none. */
  public static final String NO_HEADLINE = "(no headline)";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String INDENT = " ".repeat(21);

  private final Console console;

  public LogPrinter(Console console) {
    this.console = console;
  }

  /** Which article, and how often it was seen. */
  public void head(Timeline timeline) {
    line(headline(timeline));
    line(timeline.article().uri());
    line(
        Plain.count(timeline.versions().size(), "version")
            + " seen in "
            + Plain.count(timeline.captures(), "check")
            + "; times are UTC");
    if (!timeline.versions().isEmpty()) {
      stated(timeline.versions().get(timeline.versions().size() - 1));
    }
    console.out().println();
  }

  public void print(Timeline timeline) {
    head(timeline);
    for (Entry entry : timeline.entries()) {
      line(time(entry.at()) + "  " + describe(entry, timeline) + source(entry, timeline));
      if (entry instanceof Entry.Revised revised) {
        details(revised, timeline.versions());
      }
    }
  }

  private void stated(SeenVersion version) {
    if (version.state().isLanguageGuessed()) {
      line("language " + LanguageWords.of(version.state()));
    }
    for (StatedDate date : version.state().dates()) {
      line(
          "the page states "
              + EnumId.of(date.role())
              + " "
              + date.iso()
              + " (\""
              + date.printed()
              + "\")");
    }
  }

  /**
   * Whose capture a version was first seen in, where it was neither stet's own nor a saved page.
   */
  private static String source(Entry entry, Timeline timeline) {
    int version =
        entry instanceof Entry.FirstSeen first
            ? first.version()
            : entry instanceof Entry.Revised revised ? revised.version() : 0;
    String source = version == 0 ? "" : timeline.versions().get(version - 1).first().source();
    return source.startsWith("warc ") || source.startsWith("memento ") ? ", from " + source : "";
  }

  private static String notFound(Entry.NotAnArticle not) {
    if (not.withheld()) {
      return "withheld: ";
    }
    return not.cutOff() ? "cut off by a wall: " : "not an article (" + not.reason() + "): ";
  }

  private String describe(Entry entry, Timeline timeline) {
    if (entry instanceof Entry.FirstSeen) {
      String cut = timeline.versions().get(0).cut();
      return "first seen: version 1" + (cut.isEmpty() ? "" : ", perhaps cut off: " + cut);
    } else if (entry instanceof Entry.Unchanged same) {
      return "unchanged: version "
          + same.version()
          + " in "
          + Plain.count(same.checks(), "check")
          + (same.checks() > 1 ? " until " + time(same.until()) : "");
    } else if (entry instanceof Entry.NotAnArticle not) {
      return notFound(not)
          + not.detail()
          + (not.checks() > 1
              ? ", " + Plain.count(not.checks(), "check") + " until " + time(not.until())
              : "");
    } else if (entry instanceof Entry.Returned back) {
      return "returned: version " + back.version() + (back.whole() ? ", whole again" : "");
    } else if (entry instanceof Entry.Oscillated back) {
      return "oscillated: back and forth between two versions "
          + Plain.count(back.switches(), "time")
          + " until "
          + time(back.until())
          + ", then version "
          + back.version();
    } else if (entry instanceof Entry.Moved moved) {
      return "moved: the address leads to " + moved.to();
    }
    Entry.Revised revised = (Entry.Revised) entry;
    return "version "
        + revised.version()
        + ": "
        + revised.labels().stream().map(l -> l.kind().id()).collect(Collectors.joining(", "))
        + ", "
        + counts(revised.revision().counts());
  }

  static String counts(Counts counts) {
    return "+"
        + counts.inserted()
        + " -"
        + counts.deleted()
        + (counts.moved() > 0 ? " moved " + counts.moved() : "")
        + " words";
  }

  private void details(Entry.Revised revised, List<SeenVersion> versions) {
    line(
        INDENT
            + "between "
            + time(revised.window().notBefore())
            + " and "
            + time(revised.window().notAfter())
            + ", "
            + width(revised.window().width())
            + " apart");
    ArticleVersion before = versions.get(revised.version() - 2).state();
    ArticleVersion after = versions.get(revised.version() - 1).state();
    Summary.of(JudgedRevision.of(before, after, revised.revision()), revised.labels())
        .lines()
        .forEach(l -> line(INDENT + l.text()));
  }

  public static String time(Instant at) {
    return TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /** A length of time in its two largest units. */
  static String width(Duration d) {
    if (d.toDays() > 0) {
      return Plain.count(d.toDays(), "day") + " " + d.toHoursPart() + " h";
    } else if (d.toHours() > 0) {
      return d.toHours() + " h " + d.toMinutesPart() + " min";
    } else if (d.toMinutes() > 0) {
      return d.toMinutes() + " min " + d.toSecondsPart() + " s";
    }
    return d.toSeconds() + " s";
  }

  private void line(String text) {
    console.out().println(Plain.line(text));
  }

  /** The headline now. */
  static String headline(Timeline timeline) {
    if (timeline.versions().isEmpty()) {
      return NO_HEADLINE;
    }
    SeenVersion last = timeline.versions().get(timeline.versions().size() - 1);
    return last.state().headline().isEmpty() ? NO_HEADLINE : last.state().headline();
  }
}
