package stet.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stet.capture.Capture;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.HostManners;
import stet.fetch.Pause;
import stet.fetch.RobotsCache;
import stet.fetch.Validators;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.track.Accepted;
import stet.track.Collection;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs the whole flow on the fictional sample stories: serves them on this machine,"
            + " fetches every version, finds the edits, writes the report, and says where to"
            + " look.")
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
    try (Stories stories = Stories.open();
        Collection.Writer writer =
            Collection.openForWriting(
                home, settings.engine(), console.clock(), settings.lockWait())) {
      console.out().println(summary(visit(stories.captures(), writer)));
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
    return ExitCode.DONE;
  }

  /** Fetches each page at each time at which the story has it change, as a watch would. */
  private List<Accepted> visit(List<Capture> stories, Collection.Writer writer) throws IOException {
    try (DemoNewsroom newsroom = new DemoNewsroom(stories);
        ProgressLine progress = new ProgressLine(console, "fetch", stories.size());
        Fetcher fetcher = fetcher(newsroom, stories)) {
      Map<String, Validators> known = new HashMap<>();
      List<Capture> captures = new ArrayList<>();
      for (Capture story : stories) {
        newsroom.turnTo(story.at());
        String uri = story.uri();
        FetchOutcome outcome =
            fetcher.fetch(new FetchRequest(newsroom.served(uri), known.get(uri)));
        outcome.captures().forEach(c -> captures.add(DemoNewsroom.asTold(c, uri)));
        if (outcome instanceof FetchOutcome.Answered answered && answered.validators() != null) {
          known.put(uri, answered.validators());
        }
        progress.advance(1);
      }
      return writer.tracker().accept(captures);
    }
  }

  private static Fetcher fetcher(DemoNewsroom newsroom, List<Capture> stories) {
    Set<String> own =
        stories.stream().map(s -> newsroom.authority(s.uri())).collect(Collectors.toSet());
    FetchOptions options = FetchOptions.STANDARD.withAllowedPrivateHosts(own);
    return new Fetcher(
        options,
        newsroom.clock(),
        new HostManners(options.politeness()),
        new RobotsCache(),
        host -> List.of(InetAddress.getLoopbackAddress()),
        Pause.SLEEP);
  }

  private static String summary(List<Accepted> accepted) {
    long known = count(accepted, Accepted.Outcome.ALREADY_HERE);
    long others = count(accepted, Accepted.Outcome.NOT_AN_ARTICLE);
    long articles =
        accepted.stream()
            .filter(a -> a.outcome() != Accepted.Outcome.ALREADY_HERE)
            .map(a -> a.article().key())
            .distinct()
            .count();
    if (known == accepted.size()) {
      return "nothing new: "
          + Plain.count(known, "capture")
          + " of the fictional newsroom's stories are here already";
    }
    return Plain.count(accepted.size() - known, "capture")
        + " fetched from the newsroom of the fictional stories, of "
        + Plain.count(articles, "article")
        + (others > 0 ? ", " + others + " of them not an article" : "")
        + (known > 0 ? "; " + Plain.count(known, "capture") + " already here" : "");
  }

  private static long count(List<Accepted> accepted, Accepted.Outcome outcome) {
    return accepted.stream().filter(a -> a.outcome() == outcome).count();
  }

  /** The sample stories, in the jar or in a folder of classes. */
  private record Stories(Path folder, AutoCloseable owner) implements AutoCloseable {
    /** Their captures in the order of time. */
    List<Capture> captures() {
      List<Capture> captures = new ArrayList<>();
      for (Found found :
          SavedPages.under(List.of(folder), new ImportOptions(null, null, 1 << 20))) {
        captures.add(((Found.Page) found).capture());
      }
      captures.sort(Comparator.comparing(Capture::at));
      return captures;
    }

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
