package stet.cli.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ResultsWriter;
import stet.app.RulesFile;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.print.VersionPrinter;
import stet.extract.Evidence;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;
import stet.json.StetJson;

/** What one page says. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints what a saved page says, without any collection: fields, stated dates, text.",
      "With --results, reads folders of labelled pages (pages/<id>.html[.gz] and truth.jsonl) and"
          + " writes one JSON line a page."
    })
public final class ExtractCommand implements Callable<Integer> {
  @Option(
      names = "--explain",
      description = "Also say which rule found what, and which dates were left out and why.")
  private boolean explain;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The page's address: its country and path help to read dates.")
  private @Nullable String url;

  @Option(
      names = "--captured-at",
      paramLabel = "TIME",
      description = "When it was captured, such as 2015-11-19T17:30:00Z; now if not given.")
  private @Nullable String capturedAt;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Your own rules for single sites, a TOML file; docs/EXTRACTION.md tells them.")
  private @Nullable Path rules;

  @Option(
      names = "--results",
      paramLabel = "OUT",
      description = "Write the results of whole folders to this file.")
  private @Nullable Path results;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|-|DIR",
      description = "A page; - is standard input.")
  private List<String> paths;

  private final Console console;

  public ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Instant at =
        capturedAt == null
            ? console.clock().instant()
            : Arguments.instant("--captured-at", capturedAt);
    if (results != null) {
      return folders(at);
    }
    if (paths.size() > 1) {
      throw new Failure(ExitCode.USAGE, "one page at a time; --results reads folders");
    }
    return page(paths.get(0), at);
  }

  private Extractor extractor() {
    return rules == null ? Extractors.standard() : Extractors.with(RulesFile.read(rules));
  }

  private int folders(Instant at) throws IOException {
    int lines = 0;
    ResultsWriter writer = new ResultsWriter(extractor(), at);
    try (Writer out = Files.newBufferedWriter(results)) {
      for (String path : paths) {
        Path folder = Path.of(path);
        if (!Files.exists(folder.resolve("truth.jsonl"))) {
          throw new Failure(ExitCode.FAILED, "'" + path + "' has no truth.jsonl naming its pages");
        }
        lines += writer.write(folder, out);
      }
    }
    console.say("wrote " + Plain.count(lines, "line") + " to '" + results + "'");
    return ExitCode.DONE;
  }

  private int page(String path, Instant at) throws IOException {
    String address = url == null ? "urn:stet:page" : Arguments.url("--url", url);
    Extractor extractor = extractor();
    Extraction read = extractor.extract(new Page(address, mediaType(path), at, "", bytes(path)));
    if (json) {
      console.out().println(StetJson.extraction(read, explain).pretty());
    } else if (read instanceof Extraction.NotAnArticle none) {
      String line = "not an article: " + EnumId.of(none.reason()) + ": " + none.detail();
      console.out().println(Plain.line(line));
    } else {
      print((Extraction.Article) read);
    }
    return read instanceof Extraction.Article ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private void print(Extraction.Article article) {
    VersionPrinter printer = new VersionPrinter(console.out());
    printer.fields(article.version());
    if (explain) {
      article.evidence().forEach(e -> printer.field("why", line(e)));
    }
    printer.text(article.version());
  }

  private static String line(Evidence e) {
    return e.field() + " by " + e.rule() + ": " + e.detail();
  }

  /** By the name, as saved pages carry no header; standard input is judged by its bytes. */
  private static String mediaType(String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return "text/markdown";
    } else if (name.endsWith(".txt")) {
      return "text/plain";
    }
    return name.endsWith(".html") || name.endsWith(".htm") ? "text/html" : "";
  }

  private byte[] bytes(String path) throws IOException {
    if (path.equals("-")) {
      return console.in().readAllBytes();
    }
    try (InputStream file = Files.newInputStream(Path.of(path));
        InputStream in = path.endsWith(".gz") ? new GZIPInputStream(file) : file) {
      return in.readAllBytes();
    }
  }
}
