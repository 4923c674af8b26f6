package stet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ArticleReference;
import stet.app.Comparison;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.Terminal;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.print.DiffPrinter;
import stet.cli.print.SideBySidePrinter;
import stet.cli.print.StatPrinter;
import stet.diff.PairsRunner;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.json.StetJson;
import stet.timeline.SeenVersion;
import stet.track.Collection;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows word by word what changed between two versions of an article; the last"
            + " two if none are named. Exit code 1 where they differ.")
final class DiffCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--stat", description = "Print how many words changed, part by part.")
  private boolean stat;

  @Option(names = "--words", description = "Print each change alone, one a line.")
  private boolean words;

  @Option(names = "--side-by-side", description = "Print old and new beside each other.")
  private boolean sideBySide;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Columns for --side-by-side; the terminal's if not given, else 120.")
  private int width;

  @Option(
      names = "--html",
      paramLabel = "FILE|-",
      description = "Write the comparison as an HTML page that needs nothing beside it.")
  private @Nullable String html;

  @Option(
      names = "--pairs",
      paramLabel = "FILE.jsonl",
      description =
          "Instead of an article, compare the texts of a file of pairs {id, old, new}"
              + " and print one line of operations for each.")
  private @Nullable Path pairs;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTICLE[@A..B]",
      description = "Which article, versions A and B; @N is N-1..N.")
  private @Nullable String article;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (article != null && pairs == null) {
      return article(article);
    } else if (pairs != null && article == null) {
      return pairs(pairs);
    }
    throw new Failure(ExitCode.USAGE, "name an article, or --pairs and a file; see 'stet diff -h'");
  }

  private int pairs(Path pairs) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(pairs)) {
      new PairsRunner(Differs.standard()).run(in, console.out());
    }
    return ExitCode.DONE;
  }

  private int article(String article) throws IOException {
    if (Stream.of(json, stat, words, sideBySide, html != null).filter(chosen -> chosen).count()
        > 1) {
      throw new Failure(
          ExitCode.USAGE, "choose one of --json, --stat, --words, --side-by-side and --html");
    }
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      Comparison comparison =
          Comparison.of(collection.timelines(), ArticleReference.parse(article));
      if (html != null) {
        write(html, comparison.page(home.at().settings().report(Version.text())));
      } else {
        print(comparison, out.console());
      }
      return comparison.revision().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private void write(String html, byte[] page) throws IOException {
    if (html.equals("-")) {
      console.out().print(new String(page, StandardCharsets.UTF_8));
    } else {
      Files.write(Path.of(html), page);
    }
  }

  private void print(Comparison comparison, Console out) {
    SeenVersion from = comparison.before();
    SeenVersion to = comparison.after();
    Revision revision = comparison.revision();
    DiffPrinter printer = new DiffPrinter(out);
    if (json) {
      out.out()
          .println(
              StetJson.comparison(comparison.timeline().article(), from, to, revision).pretty());
    } else if (stat) {
      new StatPrinter(out).print(revision);
    } else if (words) {
      printer.words(revision);
    } else if (sideBySide) {
      printer.head(from, to, revision);
      int columns = width > 0 ? width : Terminal.columns(out);
      new SideBySidePrinter(out, columns).print(revision);
    } else {
      printer.print(from, to, revision);
    }
  }
}
