package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ImportRun;
import stet.app.follow.FollowRun;
import stet.app.follow.Following;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.StopSignal;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.ImportPrinter;
import stet.cli.print.RecordPrinter;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.ingest.Selection;
import stet.ingest.WebArchives;
import stet.track.CollectionWriter;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Takes saved pages and web archives into the collection: .html, .txt and .md files, also"
          + " with .gz; .warc, .arc, both also with .gz, .wacz, and .cdx or .cdxj beside their WARC"
          + " files; and folders of them.",
      "A folder that holds files named NNN__YYYY-MM-DDTHH-MM-SSZ.html is one article; an"
          + " index.jsonl beside such folders may give their URLs."
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--captured-at",
      paramLabel = "TIME",
      description =
          "When files without a time in their name were captured, such as"
              + " 2015-11-19T17:30:00Z; else the file's own time is taken.")
  private @Nullable String capturedAt;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "For saved pages the address under which they were captured.",
        "For web archives: take only addresses like this one; * stands for anything."
      })
  private @Nullable String url;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Of web archives, take only addresses of this host or below it; may be given"
              + " several times.")
  private List<String> hosts = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Of web archives, take only captures of that time or later.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Of web archives, take only captures before that time.")
  private @Nullable String to;

  @Option(
      names = "--mime",
      paramLabel = "TYPE",
      description =
          "Of web archives, take this media type, such as text/* (HTML pages, redirects and errors"
              + " if not given); may be given several times.")
  private List<String> media = List.of();

  @Option(
      names = "--json",
      description = "One JSON object a line for each capture once it is safe.")
  private boolean json;

  @Option(
      names = "--follow",
      description =
          "Takes in what workers archive, again and again until it is stopped: each PATH is the home"
              + " of one, or the folder of its WARC files.")
  private boolean follow;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "With --follow: ends by itself after so long: 90s, 30m, 12h, 2d.")
  private @Nullable String length;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (follow) {
      return followed();
    } else if (length != null) {
      throw new Failure(ExitCode.USAGE, "--for goes with --follow");
    }
    WebArchives archives = WebArchives.under(paths, selection(), home.at().settings().maxSize());
    boolean pattern = url != null && url.contains("*") && !archives.isEmpty();
    ImportOptions options =
        new ImportOptions(
            capturedAt == null ? null : Arguments.instant("--captured-at", capturedAt),
            url == null || pattern ? null : Arguments.url("--url", url),
            home.at().settings().maxSize());
    home.makeIfMissing(console);
    SavedPages pages = SavedPages.under(archives.others(), options);
    try (CollectionWriter writer = home.at().openForWriting(console.clock());
        ProgressLine progress =
            new ProgressLine(console, "import", archives.isEmpty() ? pages.size() : -1)) {
      ImportPrinter printer = new ImportPrinter(console, json, progress);
      ImportRun.Result result = new ImportRun(writer, printer).run(pages, archives);
      printer.summary(result);
      if (!archives.isEmpty()) {
        new RecordPrinter(console, json).print(result.records());
      }
      return exitCode(result);
    }
  }

  /**
   * What the archives of workers hold is the collection's as it is: nothing is left out or told.
   */
  private int followed() throws IOException, InterruptedException {
    if (capturedAt != null || !selection().equals(Selection.ALL)) {
      throw new Failure(ExitCode.USAGE, "--follow takes all there is; leave out what chooses");
    }
    Duration time = length == null ? null : Arguments.duration("--for", length);
    home.makeIfMissing(console);
    try (StopSignal signal = new StopSignal();
        Following following =
            Following.open(
                home.at(),
                console.clock(),
                paths,
                new ImportPrinter(console, json, n -> {}),
                console::say,
                Version.text())) {
      signal.stops(following::stop);
      FollowRun.Result result = following.run(time);
      console.say(
          "stopped after "
              + Plain.count(result.added(), "capture")
              + " added"
              + (result.known() > 0 ? ", " + result.known() + " already here" : ""));
      return ExitCode.DONE;
    }
  }

  private static int exitCode(ImportRun.Result result) {
    if (result.refused() == 0) {
      return ExitCode.DONE;
    }
    return result.added() + result.known() > 0 ? ExitCode.PARTLY : ExitCode.FAILED;
  }

  private Selection selection() {
    return new Selection(
        url == null ? List.of() : List.of(url),
        hosts,
        from == null ? null : Arguments.instant("--from", from),
        to == null ? null : Arguments.instant("--to", to),
        media);
  }
}
