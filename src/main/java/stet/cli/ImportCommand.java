package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.track.Collection;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Takes saved pages into the collection: .html, .txt and .md files, also with .gz, and"
          + " folders of them.",
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
  private String capturedAt;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The address under which the pages were captured.")
  private String url;

  @Option(
      names = "--json",
      description = "One JSON object a line for each capture once it is safe.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ImportOptions options =
        new ImportOptions(
            capturedAt == null ? null : Arguments.instant("--captured-at", capturedAt),
            url == null ? null : Arguments.url("--url", url),
            home.settings().maxSize());
    if (!Collection.isAt(home.home())) {
      Collection.init(home.home());
      console.say("made a collection in '" + home.name() + "'");
    }
    SavedPages pages = SavedPages.under(paths, options);
    try (Collection.Writer writer = home.openForWriting(console.clock());
        ProgressLine progress = new ProgressLine(console, "import", pages.size())) {
      return new ImportRun(console, json).run(pages, writer, progress);
    }
  }
}
