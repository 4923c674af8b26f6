package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.diff.Differs;
import stet.report.ReportOptions;
import stet.report.Site;
import stet.report.Written;
import stet.timeline.KeptTimelines;
import stet.track.Collection;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Writes the collection as a static web site that needs no server.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to; reports/ in the collection if not given.")
  private Path output;

  @Option(
      names = "--all",
      description = "Make every page anew, also where nothing that it shows has changed.")
  private boolean all;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Console console;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output == null ? home.path().resolve("reports") : output;
    Written written;
    try (Collection collection = home.open()) {
      written = write(console, collection, home.settings(), target, all);
      if (json) {
        console
            .out()
            .println(
                Json.object()
                    .put("index", target.resolve("index.html").toString())
                    .put("articles", written.articles())
                    .put("rendered", written.rendered())
                    .put("files", written.files())
                    .put("bytes", written.bytes())
                    .put("changed", written.changed())
                    .put("removed", written.removed())
                    .put("failed", written.failures()));
      } else {
        console
            .out()
            .println(
                Plain.count(written.files(), "file")
                    + " for "
                    + Plain.count(written.articles(), "article")
                    + ", "
                    + written.unchanged()
                    + " of them unchanged; open '"
                    + target.resolve("index.html")
                    + "' in a browser");
      }
    }
    return written.failures() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  static Written write(
      Console console, Collection collection, Settings settings, Path target, boolean all)
      throws IOException {
    Written written;
    try (ProgressLine progress =
        new ProgressLine(console, "report", collection.timelines().count())) {
      KeptTimelines timelines = new ReportedTimelines(collection.timelines().changes(), progress);
      written = new Site(Differs.standard(), options(settings)).update(timelines, target, all);
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

  static ReportOptions options(Settings settings) {
    return new ReportOptions(
        settings.get(Settings.Key.REPORT_TITLE),
        settings.zone(),
        Version.text(),
        settings.get(Settings.Key.REPORT_BASE_URL),
        settings.get(Settings.Key.REPORT_PICTURES).equals("png"));
  }
}
