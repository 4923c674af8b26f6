package stet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.AppException;
import stet.app.ArticleReference;
import stet.app.CollectionHome;
import stet.app.alert.AlertDesk;
import stet.app.live.CheckRun;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.CheckPrinter;
import stet.ingest.ImportOptions;
import stet.json.StetJson;
import stet.track.Collection;
import stet.track.CollectionException;
import stet.track.Timelines;
import stet.watch.CheckedAddress;
import stet.watch.store.WatchStore;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Looks at articles and watched lists now, out of turn, and prints what changed.",
      "robots.txt files, the delays between two requests and what hosts ask for hold; a wait after"
          + " earlier failures does not. Where 'stet watch' runs, it is left to that and waited"
          + " for. What is not tracked is looked at once and kept.",
      "Who asked for alerts is told what they ask for, as by 'stet fetch'.",
      "Exit code 1 where a text changed, 4 where something could not be checked."
    })
final class CheckCommand implements Callable<Integer> {
  private static final Duration MOST_TELLING = Duration.ofMinutes(1);

  @Mixin private HomeOption home;

  @Option(names = "--track", description = "Track from now on what is not tracked yet.")
  private boolean track;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      description = "So long is waited at the most, such as 30s or 5m; 60s if not given.")
  private String wait = "60s";

  @Option(
      names = "--json",
      description = "Print JSON: what came of all, then a line for each comparison.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "ARTICLE|URL",
      description = "Articles, addresses of pages, or of lists that are watched.")
  private List<String> names;

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CollectionHome at = home.at();
    CheckRun run = new CheckRun(uris(at), track, Arguments.duration("--wait", wait));
    List<CheckedAddress> checked = run.run(at, console.clock(), console::say);
    CheckPrinter printer = new CheckPrinter(console);
    if (json) {
      console.out().println(StetJson.checked(checked).line());
    }
    try (Collection collection = at.open();
        WatchStore store = at.watchedForReading()) {
      for (CheckedAddress address : checked) {
        if (json) {
          printer.comparison(address, collection);
        } else {
          printer.print(address, collection, store);
        }
      }
    }
    if (checked.stream().anyMatch(c -> c.outcome() == CheckedAddress.Outcome.CHECKED)) {
      tell(at);
    }
    return code(checked);
  }

  /**
   * People are told what rules find in it, as by 'stet fetch'; a watch that runs does so itself.
   */
  private void tell(CollectionHome at) throws IOException {
    try {
      AlertDesk desk = new AlertDesk(at, console.clock(), Version.text());
      if (!desk.rules().isEmpty()) {
        desk.send(false, MOST_TELLING, line -> console.say(Plain.line(line)));
      }
    } catch (AppException e) {
      console.say("alerts: " + Plain.line(String.valueOf(e.getMessage())));
    } catch (CollectionException e) {
      if (e.problem() != CollectionException.Problem.LOCKED) {
        throw e;
      }
      console.say("alerts: another stet works on this collection, and tells what rules ask for");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int code(List<CheckedAddress> checked) {
    if (!checked.stream().allMatch(CheckPrinter::isDone)) {
      return ExitCode.PARTLY;
    }
    boolean changed = checked.stream().anyMatch(CheckPrinter::isChange);
    return changed ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private List<String> uris(CollectionHome at) {
    List<String> uris = new ArrayList<>();
    try (Collection collection = at.open();
        WatchStore store = at.watchedForReading()) {
      for (String name : names) {
        uris.add(
            name.matches("(?i)https?:.*")
                ? Arguments.asked("URL", name)
                : uri(name, collection.timelines(), store));
      }
    }
    return uris;
  }

  /** The address of an article under which it is tracked, else its own. */
  private static String uri(String name, Timelines timelines, WatchStore store) {
    Timelines.Found found = ArticleReference.parse(name).found(timelines);
    String own = found.article().uri();
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(timelines.addresses(found.id()));
    List<String> asked = all.stream().filter(ImportOptions::isWebAddress).toList();
    if (asked.isEmpty()) {
      throw new Failure(
          ExitCode.FAILED, "'" + own + "' came from a file, and no address of it is known");
    }
    return asked.stream().filter(store::isTracked).findFirst().orElse(asked.get(0));
  }
}
