package stet.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.fetch.Discovery;
import stet.fetch.DiscoveryReader;
import stet.fetch.DiscoveryRules;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.watch.WatchStore;
import stet.watch.WatchedFeed;

/** The lists in which new articles are looked for. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Feeds (RSS, Atom, JSON Feed), sitemaps and section pages in which 'stet fetch' and"
            + " 'stet watch' look for new articles.")
final class FeedCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  static CommandLine of(Console console) {
    return new CommandLine(new FeedCommand())
        .addSubcommand(new Add(console))
        .addSubcommand(new Listing(console))
        .addSubcommand(new Remove(console))
        .addSubcommand(new Check(console));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing a command: add, list, remove or check");
  }

  /** Which of a list's articles are wanted. */
  private static final class RuleOptions {
    @Option(
        names = "--include",
        paramLabel = "GLOB",
        description = "Only addresses that match, such as '*/news/*'; may be repeated.")
    private List<String> include = List.of();

    @Option(
        names = "--exclude",
        paramLabel = "GLOB",
        description = "No addresses that match; may be repeated.")
    private List<String> exclude = List.of();

    @Option(
        names = "--language",
        paramLabel = "TAG",
        description = "Leaves out what states another language, such as 'de'; may be repeated.")
    private List<String> languages = List.of();

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "So many articles of one answer at the most; 500 if not given.")
    private int limit = DiscoveryRules.DEFAULT_LIMIT;

    DiscoveryRules rules() {
      try {
        return new DiscoveryRules(include, exclude, languages, limit);
      } catch (IllegalArgumentException e) {
        throw new Failure(ExitCode.USAGE, e.getMessage());
      }
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Watches a list; what it names is tracked. It is due at once.")
  static final class Add implements Callable<Integer> {
    @Mixin private HomeOption home;
    @Mixin private RuleOptions rules;

    @Parameters(paramLabel = "URL", description = "Address of the list.")
    private String url;

    private final Console console;

    Add(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Arguments.asked("URL", url);
      DiscoveryRules wanted = rules.rules();
      home.makeIfMissing(console);
      try (WatchStore store = WatchStore.open(home.home().resolve(WatchStore.FILE))) {
        boolean added = store.addFeed(url, wanted, console.clock().instant());
        console
            .out()
            .println(
                added
                    ? "watching '" + url + "'; 'stet fetch' looks into it"
                    : "'" + url + "' was watched already; its rules are the ones given now");
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists what is watched, one line each, with what the last look at it brought.")
  static final class Listing implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private final Console console;

    Listing(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try (WatchStore store = WatchFile.openForReading(home)) {
        for (WatchedFeed feed : store.feeds()) {
          console.out().println(json ? StatusJson.feed(feed).toString() : line(feed));
        }
      }
      return ExitCode.DONE;
    }

    private static String line(WatchedFeed feed) {
      WatchedFeed.State s = feed.state();
      return Plain.line(feed.uri())
          + "  "
          + s.kind().id()
          + ", "
          + s.outcome().id()
          + ", "
          + Plain.count(s.candidates(), "article")
          + ", next "
          + Plain.second(s.nextAt())
          + (s.detail().isEmpty() ? "" : "; " + Plain.line(s.detail()));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Stops watching a list. The articles that it named stay tracked.")
  static final class Remove implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "URL", description = "Address of the list.")
    private String url;

    private final Console console;

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      Arguments.asked("URL", url);
      try (WatchStore store = WatchFile.open(home)) {
        if (!store.removeFeed(url)) {
          throw new Failure(
              ExitCode.FAILED, "'" + url + "' is not watched; 'stet feed list' tells what is");
        }
      }
      console.out().println("'" + url + "' is no longer watched");
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Looks into a list once and prints what would be tracked; keeps and changes nothing."
      })
  static final class Check implements Callable<Integer> {
    @Mixin private HomeOption home;
    @Mixin private RuleOptions rules;

    @Parameters(paramLabel = "URL", description = "Address of the list.")
    private String url;

    private final Console console;

    Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Arguments.asked("URL", url);
      DiscoveryRules wanted = rules.rules();
      Settings settings = home.settings();
      Discovery discovery;
      try (Fetcher fetcher = new Fetcher(FetchSettings.fetching(settings), console.clock())) {
        discovery = read(fetcher.fetch(FetchRequest.of(url)));
      }
      wanted.choose(discovery).forEach(c -> console.out().println(Plain.line(c.uri())));
      discovery.children().forEach(c -> console.out().println("list " + Plain.line(c.uri())));
      console.say(
          discovery.kind().id()
              + ", "
              + Plain.count(discovery.candidates().size(), "article")
              + (discovery.reason().isEmpty() ? "" : "; " + discovery.reason()));
      return switch (discovery.reach()) {
        case READ -> ExitCode.DONE;
        case PARTLY -> ExitCode.PARTLY;
        case REFUSED -> ExitCode.FAILED;
      };
    }

    private Discovery read(FetchOutcome outcome) throws IOException {
      if (outcome instanceof FetchOutcome.Answered answered && answered.status() / 100 == 2) {
        return DiscoveryReader.read(answered);
      }
      throw new Failure(ExitCode.FAILED, "cannot read '" + url + "': " + why(outcome));
    }

    private static String why(FetchOutcome outcome) {
      if (outcome instanceof FetchOutcome.Answered answered) {
        return "the server answered with status " + answered.status();
      } else if (outcome instanceof FetchOutcome.Failed failed) {
        return failed.detail();
      } else if (outcome instanceof FetchOutcome.Disallowed) {
        return "its robots.txt asks not to fetch it";
      }
      return "its host must not be asked until " + outcome.retryAt();
    }
  }
}
