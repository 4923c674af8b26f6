package stet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.diff.SearchWords;
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
  private static final int NEAREST = 3;

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
    try (Collection collection = home.open();
        Pager out = pager.open(console)) {
      Search search = collection.search();
      long only = in.number(collection);
      List<Search.Match> matches = search.find(SearchQuery.quotation(quote), only);
      List<Search.Near> near =
          matches.isEmpty() ? search.near(SearchWords.of(quote).words(), only, NEAREST) : List.of();
      if (json) {
        out.console().out().println(Json.pretty(SearchJson.of(quote, matches, near)));
      } else {
        new SearchPrinter(out.console()).said(quote, matches, near);
      }
      return matches.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }
}
