package stet.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.FeedCheck;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.FeedPrinter;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryRules;
import stet.json.StetJson;
import stet.watch.store.Subscription;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

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
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()));
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
      try (WatchStore store = home.at().watchedBeforeUse()) {
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
      try (WatchStore store = home.at().watchedForReading()) {
        for (WatchedFeed feed : store.feeds()) {
          Subscription hub = store.subscriptions().ofFeed(feed.id()).orElse(null);
          console
              .out()
              .println(json ? StetJson.feed(feed, hub).line() : FeedPrinter.line(feed, hub));
        }
      }
      return ExitCode.DONE;
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
      try (WatchStore store = home.at().watched()) {
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
      Discovery discovery = FeedCheck.look(url, home.at().settings().fetching(), console.clock());
      wanted.choose(discovery).forEach(c -> console.out().println(Plain.line(c.uri())));
      discovery.children().forEach(c -> console.out().println("list " + Plain.line(c.uri())));
      discovery.hubLinks().hubs().forEach(h -> console.out().println("hub " + Plain.line(h)));
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
  }
}
