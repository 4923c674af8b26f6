package stet.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ShownVersion;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.print.LogPrinter;
import stet.cli.print.VersionPrinter;
import stet.json.StetJson;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints a version of an article: its fields and its text; the latest if no"
            + " version is named. With a single article in the collection it need not be named.")
final class ShowCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE[@N]", description = "Which article, version N.")
  private @Nullable String article;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.at().open()) {
      ShownVersion shown = ShownVersion.of(collection.timelines(), article);
      show(shown.timeline(), shown.version());
    }
    return ExitCode.DONE;
  }

  private void show(Timeline timeline, SeenVersion seen) {
    if (json) {
      console.out().println(StetJson.version(timeline.article(), seen).pretty());
      return;
    }
    VersionPrinter printer = new VersionPrinter(console.out());
    printer.field("article", timeline.article().uri());
    printer.field("version", seen.number() + " of " + timeline.versions().size());
    printer.field(
        "seen",
        LogPrinter.time(seen.first().at())
            + (seen.checks() > 1
                ? " to " + LogPrinter.time(seen.lastSeen()) + " in " + seen.checks() + " checks"
                : ", once")
            + " (UTC)");
    printer.field("capture", seen.first().source() + ", " + seen.first().digest());
    printer.fields(seen.state());
    printer.text(seen.state());
  }
}
