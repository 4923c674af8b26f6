package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.alert.AlertedWatch;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.StopSignal;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.FetchPrinter;
import stet.watch.Watcher;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks tracked articles and feeds as they come due, until it is stopped (Ctrl-C, SIGTERM).",
      "Prints one line of key=value pairs for each check. Other commands may add addresses and"
          + " import captures meanwhile."
    })
final class WatchCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "Ends by itself after so long: 90s, 30m, 12h, 2d.")
  private @Nullable String length;

  private final Console console;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long millis = length == null ? 0 : Arguments.duration("--for", length).toMillis();
    try (StopSignal signal = new StopSignal();
        AlertedWatch watch =
            AlertedWatch.open(
                home.at(), console.clock(), new FetchPrinter(console), Version.text(), false)) {
      signal.stops(watch.watcher()::stop);
      ScheduledExecutorService end = end(watch.watcher(), millis);
      try {
        Watcher.Pass pass = watch.watcher().run();
        console.say("stopped after " + FetchPrinter.summary(pass));
        return pass.unkept() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
      } finally {
        end.shutdownNow();
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // To stop cannot fail, and nobody waits for it.
  private static ScheduledExecutorService end(Watcher watcher, long millis) {
    ScheduledExecutorService end =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "end");
              thread.setDaemon(true);
              return thread;
            });
    if (millis > 0) {
      end.schedule(watcher::stop, millis, TimeUnit.MILLISECONDS);
    }
    return end;
  }
}
