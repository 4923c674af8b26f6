package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.export.CdxjExport;
import stet.export.DataExport;
import stet.export.Exported;
import stet.export.ExportedArticle;
import stet.export.TimeMapExport;
import stet.export.WaczExport;
import stet.export.WarcExport;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Hands articles on in standard form; all of them if none is named.",
      "wacz and warc are web archives with the captures; cdxj indexes the collection's own files;"
          + " timemap lists one article's captures (RFC 7089); jsonl and csv are tables of articles,"
          + " versions, revisions, deltas and sentences, into a folder."
    })
final class ExportCommand implements Callable<Integer> {
  /** What can be written. */
  enum Format {
    wacz,
    warc,
    cdxj,
    timemap,
    jsonl,
    csv
  }

  @Mixin private HomeOption home;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}; wacz if not given.")
  private Format format = Format.wacz;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to; a folder for jsonl and csv. A file of that name is replaced.")
  private Path output;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "For timemap: where a replay program serves the captures; http://localhost:8080/stet/ if"
              + " not given.")
  private String base = "http://localhost:8080/stet/";

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  @Parameters(arity = "0..*", paramLabel = "ARTICLE", description = "Which articles.")
  private List<String> articles = List.of();

  private final Console console;
  private final List<String> damaged = new ArrayList<>();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Collection collection = home.open()) {
      if (output == null) {
        throw new Failure(ExitCode.USAGE, "--output and a file are needed; see 'stet export -h'");
      }
      if (format == Format.timemap && articles.size() != 1) {
        throw new Failure(ExitCode.USAGE, "a TimeMap is of one article; name it");
      }
      Exported exported = write(collection);
      damaged.addAll(exported.damaged());
      tell(exported);
    }
    return damaged.isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private Exported write(Collection collection) throws IOException {
    Iterator<Timeline> chosen = chosen(collection);
    Iterator<ExportedArticle> whole = new WithCaptures(chosen, collection);
    return switch (format) {
      case wacz ->
          new WaczExport(
                  home.settings().get(Settings.Key.REPORT_TITLE), Version.text(), console.clock())
              .write(whole, output);
      case warc -> WarcExport.write(whole, output, console.clock());
      case cdxj -> CdxjExport.write(whole, output);
      case timemap -> new TimeMapExport(base()).write(whole.next(), output);
      case jsonl -> DataExport.write(chosen, output, DataExport.Format.JSONL);
      case csv -> DataExport.write(chosen, output, DataExport.Format.CSV);
    };
  }

  private String base() {
    String url = Arguments.url("--base", base);
    return url.endsWith("/") ? url : url + "/";
  }

  private Iterator<Timeline> chosen(Collection collection) {
    if (articles.isEmpty()) {
      return collection.timelines().all();
    }
    List<Timeline> named = new ArrayList<>();
    for (String typed : articles) {
      named.add(ArticleArgument.parse(typed).find(collection.timelines()));
    }
    return named.iterator();
  }

  private void tell(Exported exported) {
    damaged.forEach(d -> console.say("not exported: " + d));
    if (json) {
      console
          .out()
          .println(
              Json.object()
                  .put("output", output.toString())
                  .put("articles", exported.articles())
                  .put("captures", exported.captures())
                  .put("files", exported.files())
                  .put("bytes", exported.bytes())
                  .put("damaged", damaged.size()));
      return;
    }
    console
        .out()
        .println(
            Plain.count(exported.articles(), "article")
                + (exported.captures() > 0
                    ? ", " + Plain.count(exported.captures(), "capture")
                    : "")
                + ", "
                + Plain.count(exported.bytes(), "byte")
                + " in '"
                + output
                + "'");
  }

  /** Timelines with their captures, read one article at a time. */
  private final class WithCaptures implements Iterator<ExportedArticle> {
    private final Iterator<Timeline> timelines;
    private final Collection collection;

    WithCaptures(Iterator<Timeline> timelines, Collection collection) {
      this.timelines = timelines;
      this.collection = collection;
    }

    @Override
    public boolean hasNext() {
      return timelines.hasNext();
    }

    @Override
    public ExportedArticle next() {
      Timeline timeline = timelines.next();
      long id = collection.timelines().find(timeline.article().key()).orElseThrow().id();
      List<StoredCapture> captures = new ArrayList<>();
      for (WarcLocation location : collection.captures().of(id)) {
        try {
          captures.add(collection.captures().read(location));
        } catch (IOException e) {
          damaged.add(String.valueOf(e.getMessage()));
        }
      }
      return new ExportedArticle(timeline, captures);
    }
  }
}
