package stet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.TextSearch;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Pager;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.InOption;
import stet.cli.option.PagerOption;
import stet.cli.print.SearchPrinter;
import stet.json.StetJson;
import stet.track.Collection;
import stet.track.Search;

@Command(
    name = "grep",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Finds words in every version of every article, removed text included, and shows when they"
            + " were there. Case, punctuation and typography do not count. Exit code 1 where there"
            + " is none.")
final class GrepCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;
  @Mixin private InOption in;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      arity = "1",
      paramLabel = "TEXT",
      description = "Words in a row; with * behind it, the last may go on.")
  private String text;

  private final Console console;

  GrepCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      TextSearch found =
          TextSearch.words(collection, text, in.number(collection), Search.Wanted.ALL);
      if (json) {
        out.console()
            .out()
            .println(StetJson.search(found.query(), found.matches(), found.near()).pretty());
      } else {
        SearchPrinter printer = new SearchPrinter(out.console());
        found.matches().forEach(printer::print);
      }
      return found.matches().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }
}
