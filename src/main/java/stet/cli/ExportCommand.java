package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import stet.app.SettingKey;
import stet.app.export.ExportFormat;
import stet.app.export.ExportRun;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.export.Exported;
import stet.json.ExportCounts;
import stet.json.StetJson;
import stet.track.Collection;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Hands articles on in standard form; all of them if none is named.",
      "wacz and warc are web archives with the captures; cdxj indexes the collection's own files;"
          + " timemap lists one article's captures (RFC 7089); jsonl, csv and parquet are tables of"
          + " articles, versions, revisions, deltas and sentences, into a folder; annotations are what"
          + " reviewers said (JSON-LD); reviews is a table to judge revisions in, which 'stet notes"
          + " import' reads."
    })
final class ExportCommand implements Callable<Integer> {
  /** The names of the formats. */
  static final class Formats implements ITypeConverter<ExportFormat>, Iterable<String> {
    private static final Map<String, ExportFormat> NAMED = new LinkedHashMap<>();

    static {
      for (ExportFormat format : ExportFormat.values()) {
        NAMED.put(EnumId.of(format), format);
      }
    }

    @Override
    public ExportFormat convert(String value) {
      ExportFormat format = NAMED.get(value);
      if (format == null) {
        throw new TypeConversionException(
            "expected one of " + NAMED.keySet() + " (case-sensitive) but was '" + value + "'");
      }
      return format;
    }

    @Override
    public Iterator<String> iterator() {
      return NAMED.keySet().iterator();
    }
  }

  @Mixin private HomeOption home;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Formats.class,
      completionCandidates = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; wacz if not given.")
  private ExportFormat format = ExportFormat.WACZ;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where to; a folder for jsonl, csv and parquet. A file of that name is replaced.")
  private @Nullable Path output;

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

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Collection collection = home.at().openToPublish()) {
      if (output == null) {
        throw new Failure(ExitCode.USAGE, "--output and a file are needed; see 'stet export -h'");
      }
      String title = home.at().settings().get(SettingKey.REPORT_TITLE);
      ExportRun.Result result =
          new ExportRun(home.at(), collection, console.clock(), title, Version.text(), base())
              .write(format, articles, output);
      tell(output, result.exported(), result.damaged());
      return result.damaged().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }

  private String base() {
    String url = Arguments.url("--base", base);
    return url.endsWith("/") ? url : url + "/";
  }

  private void tell(Path output, Exported exported, List<String> damaged) {
    damaged.forEach(d -> console.say("not exported: " + d));
    if (json) {
      ExportCounts counts =
          new ExportCounts(
              exported.articles(), exported.captures(), exported.files(), exported.bytes());
      console.out().println(StetJson.exported(output.toString(), counts, damaged).line());
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
}
