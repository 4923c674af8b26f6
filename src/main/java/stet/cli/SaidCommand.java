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
import stet.cli.print.SearchPrinter;
import stet.json.StetJson;
import stet.track.Collection;
import stet.track.Search;

@Command(
    name = "said",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Tells whether any version of any article ever had a quotation, and when; else the nearest"
            + " wording (exit code 1).")
final class SaidCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;
  @Mixin private InOption in;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      arity = "1",
      paramLabel = "QUOTE",
      description = "The words as quoted; paragraphs and '...' part it.")
  private String quote;

  private final Console console;

  SaidCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      TextSearch found =
          TextSearch.quotation(collection, quote, in.number(collection), Search.Wanted.ALL);
      if (json) {
        out.console()
            .out()
            .println(StetJson.search(found.query(), found.matches(), found.near()).pretty());
      } else {
        new SearchPrinter(out.console()).said(quote, found.matches(), found.near());
      }
      return found.matches().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }
}
