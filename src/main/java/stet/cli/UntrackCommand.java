package stet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stet.app.Tracking;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.watch.TrackedAddress;
import stet.watch.TrackedAddress.Outcome;

@Command(
    name = "untrack",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ends the checks of articles. What was captured of them stays.")
final class UntrackCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses of articles.")
  private List<String> urls;

  private final Console console;

  UntrackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    urls.forEach(url -> Arguments.asked("URL", url));
    int unknown = 0;
    List<TrackedAddress> outcomes = Tracking.untrack(home.at(), urls);
    for (int i = 0; i < urls.size(); i++) {
      if (outcomes.get(i).outcome() != Outcome.NO_LONGER_TRACKED) {
        unknown++;
        console.say("'" + urls.get(i) + "' is not tracked; 'stet status' tells what is");
      }
    }
    console.out().println(Plain.count(urls.size() - unknown, "article") + " no longer tracked");
    return unknown == 0 ? ExitCode.DONE : unknown < urls.size() ? ExitCode.PARTLY : ExitCode.FAILED;
  }
}
