package stet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.track.Collection;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs the whole flow on the fictional sample stories: imports their captures,"
            + " finds the edits, writes the report, and says where to look.")
final class DemoCommand implements Callable<Integer> {
  private static final String STORIES = "/stet/demo";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where to make the demo's collection; stet-demo if not given.")
  private Path home = Path.of("stet-demo");

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Collection.init(home);
    Settings settings = Settings.read(home);
    Path reports = home.resolve("reports");
    int code;
    try (Stories stories = Stories.open();
        Collection.Writer writer =
            Collection.openForWriting(home, console.clock(), settings.lockWait())) {
      ImportOptions options = new ImportOptions(null, null, settings.maxSize());
      SavedPages pages = SavedPages.under(List.of(stories.folder()), options);
      try (ProgressLine progress = new ProgressLine(console, "import", pages.size())) {
        code = new ImportRun(console, false).run(pages, writer, progress);
      }
      ReportCommand.write(console, writer.collection(), settings, reports, false);
    }
    console
        .out()
        .println(
            "open '"
                + reports.resolve("index.html").toAbsolutePath().normalize()
                + "' in a browser, or try 'stet log --home "
                + home
                + "'");
    return code;
  }

  /** The sample stories, in the jar or in a folder of classes. */
  private record Stories(Path folder, AutoCloseable owner) implements AutoCloseable {
    static Stories open() throws IOException {
      URL url = DemoCommand.class.getResource(STORIES);
      if (url == null) {
        throw new Failure(ExitCode.FAILED, "this stet was packaged without the sample stories");
      }
      try {
        URI uri = url.toURI();
        if (!uri.getScheme().equals("jar")) {
          return new Stories(Path.of(uri), () -> {});
        }
        FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
        return new Stories(jar.getPath(STORIES), jar);
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        owner.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
