package stet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.Attribution;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Pager;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.print.BlamePrinter;
import stet.json.JsonText;
import stet.json.StetJson;
import stet.track.Collection;

@Command(
    name = "blame",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Shows which version brought each word of an article, or what is gone from it and whether"
            + " it came back.")
final class BlameCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--gone",
      description = "Show what left the text instead: when it was last seen, whether it came back.")
  private boolean gone;

  @Parameters(
      arity = "1",
      paramLabel = "ARTICLE[@N]",
      description = "Which article, version N; the latest if not given.")
  private String article;

  private final Console console;

  BlameCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      Attribution blame = Attribution.of(collection.timelines(), article);
      if (json) {
        out.console().out().println(json(blame).pretty());
      } else {
        new BlamePrinter(out.console(), blame.timeline())
            .print(blame.version(), blame.walk(), gone);
      }
    }
    return ExitCode.DONE;
  }

  private JsonText json(Attribution blame) {
    return gone
        ? StetJson.gone(blame.timeline(), blame.version(), blame.walk())
        : StetJson.blame(blame.timeline(), blame.version(), blame.walk());
  }
}
