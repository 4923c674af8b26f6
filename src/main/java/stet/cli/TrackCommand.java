package stet.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stet.app.Tracking;
import stet.capture.WebAddress;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.text.time.IsoTime;
import stet.watch.TrackedAddress;
import stet.watch.TrackedAddress.Outcome;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;

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
    if (known > 0) {
      tellOf(outcomes);
    }
    return ExitCode.DONE;
  }

  /** Where the checks stand of what was tracked before. */
  private void tellOf(List<TrackedAddress> outcomes) {
    try (WatchStore store = home.at().watchedBeforeUse()) {
      for (int i = 0; i < urls.size(); i++) {
        if (outcomes.get(i).outcome() == Outcome.ALREADY_TRACKED) {
          String uri = outcomes.get(i).uri();
          store
              .tracked()
              .find(WebAddress.spelled(urls.get(i)))
              .ifPresent(page -> console.out().println(Plain.line(uri + ": " + stands(page, uri))));
        }
      }
    }
  }

  private static String stands(TrackedPage page, String uri) {
    TrackedPage.State state = page.state();
    Instant last = state.askedAt();
    return (last == null
            ? "not checked yet"
            : "last checked " + IsoTime.ofSecond(last) + ", " + state.outcome().words())
        + (state.detail().isEmpty() ? "" : " (" + state.detail() + ")")
        + "; next check "
        + IsoTime.ofSecond(state.nextAt())
        + ", or now with 'stet check "
        + uri
        + "'";
  }
}
