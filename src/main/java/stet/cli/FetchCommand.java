package stet.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.alert.AlertedWatch;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.StopSignal;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.FetchPrinter;
import stet.text.time.IsoTime;
import stet.watch.WatchOverview;
import stet.watch.Watcher;
import stet.watch.store.WatchStatus.Next;
import stet.watch.store.WatchStore;

@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks the tracked articles and feeds that are due, then ends: what a crontab runs.",
      "Prints one line of key=value pairs for each check.",
      "Exit code 4 when something could not be kept, or alerts could not be told since their"
          + " settings are wrong."
    })
final class FetchCommand implements Callable<Integer> {
  private static final int MOST_PLANNED = 10_000;

  @Mixin private HomeOption home;

  @Option(
      names = "--dry-run",
      description = "Fetches nothing; prints what would be fetched, and when.")
  private boolean dryRun;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      description = "With --dry-run, how far to look ahead: 30m, 12h, 2d; 1h if not given.")
  private String within = "1h";

  private final Console console;

  FetchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return dryRun ? plan() : fetch();
  }

  private int plan() {
    Duration ahead = Arguments.duration("--within", within);
    Instant now = console.clock().instant();
    try (WatchStore store = home.at().watchedForReading()) {
      Duration delay = home.at().settings().fetching().politeness().minDelay();
      List<Next> plan = new WatchOverview(store).plan(now, now.plus(ahead), delay, MOST_PLANNED);
      for (Next next : plan) {
        console
            .out()
            .println(
                IsoTime.ofSecond(next.at())
                    + (next.list() ? "  list  " : "  page  ")
                    + Plain.line(next.uri()));
      }
      console.say(
          Plain.count(plan.size(), "fetch") + " within " + within + "; nothing was fetched");
    }
    return ExitCode.DONE;
  }

  private int fetch() throws IOException, InterruptedException {
    AlertedWatch watch =
        AlertedWatch.open(
            home.at(), console.clock(), new FetchPrinter(console), Version.text(), true);
    Watcher.Pass pass;
    try (StopSignal signal = new StopSignal();
        watch) {
      signal.stops(watch.watcher()::stop);
      pass = watch.watcher().runOnce();
      console.say(FetchPrinter.summary(pass) + (pass.checks() + pass.left() == 0 ? next() : ""));
    }
    return pass.unkept() > 0 || !watch.isWellSet() ? ExitCode.PARTLY : ExitCode.DONE;
  }

  /** When there is something to do, and how not to wait for that. */
  private String next() {
    Instant now = console.clock().instant();
    try (WatchStore store = home.at().watchedForReading()) {
      List<Next> next = new WatchOverview(store).status(now, 1).next();
      return next.isEmpty()
          ? "; nothing is tracked, 'stet track URL' would"
          : "; nothing is due before "
              + IsoTime.ofSecond(next.get(0).at())
              + ", 'stet check URL' does not wait for that";
    }
  }
}
