package stet.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.TextSearch;
import stet.app.alert.AlertDesk;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.InOption;
import stet.cli.option.PagerOption;
import stet.cli.print.AlertPrinter;
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

  @Option(
      names = "--watch",
      paramLabel = "NAME",
      description = "Adds a rule of that name, which tells when the words go or come back.")
  private String watch = "";

  @Option(
      names = "--to",
      split = ",",
      paramLabel = "CHANNEL",
      description = "With --watch, channels through which it tells.")
  private List<String> to = List.of();

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
  public Integer call() throws IOException {
    if (watch.isEmpty() && !to.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "--to goes with --watch NAME");
    }
    if (!watch.isEmpty()) {
      watch();
    }
    return search();
  }

  private void watch() throws IOException {
    Map<String, List<String>> rule = new LinkedHashMap<>();
    rule.put("name", List.of(watch));
    rule.put("when", List.of("passage"));
    rule.put("passage", List.of(quote));
    try (Collection collection = home.at().open()) {
      rule.put("article", List.of(in.uri(collection)));
    }
    rule.put("to", to);
    AlertDesk desk = new AlertDesk(home.at(), console.clock(), Version.text());
    console.say(AlertPrinter.added(desk.add(rule)));
  }

  private int search() {
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
