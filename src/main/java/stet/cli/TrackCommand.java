package stet.cli;

import java.io.IOException;
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
import stet.watch.TrackedAddress;
import stet.watch.TrackedAddress.Outcome;

@Command(
    name = "track",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Adds articles to those that 'stet fetch' and 'stet watch' check. They are due at once.")
final class TrackCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Parameters(arity = "1..*", paramLabel = "URL", description = "Addresses of articles.")
  private List<String> urls;

  private final Console console;

  TrackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    urls.forEach(url -> Arguments.asked("URL", url));
    home.makeIfMissing(console);
    List<TrackedAddress> outcomes =
        Tracking.track(home.at(), urls, console.clock().instant(), Tracking.Wish.HERE);
    long added = outcomes.stream().filter(o -> o.outcome() == Outcome.TRACKED).count();
    long known = urls.size() - added;
    console
        .out()
        .println(
            Plain.count(added, "article")
                + " tracked"
                + (known > 0 ? ", " + known + " tracked already" : "")
                + "; 'stet fetch' checks what is due");
    return ExitCode.DONE;
  }
}
