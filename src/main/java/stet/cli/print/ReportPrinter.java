package stet.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import stet.app.ReportRun;
import stet.app.Settings;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.notes.Annotations;
import stet.report.Written;
import stet.track.Collection;

/** Has a report written, and tells a person how it gets on and what could not be shown. */
public final class ReportPrinter {
  private final Console console;

  public ReportPrinter(Console console) {
    this.console = console;
  }

  public Written write(
      Collection collection, Settings settings, Annotations annotations, Path target, boolean all)
      throws IOException {
    Written written;
    try (ProgressLine progress =
        new ProgressLine(console, "report", collection.timelines().count())) {
      written =
          ReportRun.write(
              collection, settings.report(Version.text()), annotations, target, all, progress);
    }
    if (!written.note().isEmpty()) {
      console.say(written.note());
    }
    for (String line : written.failed()) {
      console.say(Plain.line(line));
    }
    if (written.failures() > written.failed().size()) {
      console.say("in all, " + written.failures() + " pages and articles could not be shown");
    }
    return written;
  }
}
