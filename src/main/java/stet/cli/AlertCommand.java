package stet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.alert.AlertDesk;
import stet.app.alert.AlertTest;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.AlertOption;
import stet.cli.option.HomeOption;
import stet.cli.print.AlertPrinter;
import stet.json.AlertRows;
import stet.json.AlertRuleFacts;
import stet.notify.Delivery;
import stet.notify.rule.AlertRule;
import stet.watch.store.AlertMessage;

/** What people are told, and how. */
@Command(
    name = "alert",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Rules by which people are told of edits: by mail, webhook, chat and more.",
      "Channels are set up in stet.toml; 'stet watch' and 'stet fetch' tell what rules find."
    })
final class AlertCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  static CommandLine of(Console console) {
    return new CommandLine(new AlertCommand())
        .addSubcommand(new Listing(console))
        .addSubcommand(new Add(console))
        .addSubcommand(new Remove(console))
        .addSubcommand(new Test(console))
        .addSubcommand(new History(console))
        .addSubcommand(new Send(console));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing a command: list, add, remove, test, history or send");
  }

  private static AlertDesk desk(HomeOption home, Console console) {
    return new AlertDesk(home.at(), console.clock(), Version.text());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Lists the rules: what each asks for, when and through which channels it tells.")
  static final class Listing implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private final Console console;

    Listing(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      AlertDesk desk = desk(home, console);
      List<AlertRuleFacts> rules = desk.rules();
      if (json) {
        rules.forEach(r -> console.out().println(AlertRows.rule(r).line()));
      } else {
        new AlertPrinter(console).rules(rules, rules.isEmpty() ? desk.channels() : List.of());
      }
      new AlertPrinter(console).warnings(desk.warnings("", ""));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a rule to stet.toml. What was seen before is no news to it.")
  static final class Add implements Callable<Integer> {
    @Mixin private HomeOption home;
    @Mixin private AlertOption rule;

    @Parameters(paramLabel = "NAME", description = "Name of the rule, such as 'silent numbers'.")
    private String name;

    private final Console console;

    Add(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      AlertRule added = desk(home, console).add(rule.fields(name));
      console.out().println(AlertPrinter.added(added));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes a rule out of stet.toml. What it told can still be looked up.")
  static final class Remove implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "NAME", description = "Name of the rule.")
    private String name;

    private final Console console;

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      desk(home, console).remove(name);
      console.out().println("removed '" + Plain.line(name) + "'");
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = {
        "Sends the last edit that a rule asks for through its channels, marked as a test.",
        "Exit code 4 when a channel did not take it."
      })
  static final class Test implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Option(names = "--channel", paramLabel = "NAME", description = "Through this channel alone.")
    private String channel = "";

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the rule.")
    private String name = "";

    private final Console console;

    Test(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      AlertDesk desk = desk(home, console);
      if (name.isEmpty() && channel.isEmpty()) {
        throw new Failure(ExitCode.USAGE, "name a rule, or a channel with --channel");
      }
      List<AlertTest.Outcome> outcomes = desk.test(name, channel);
      AlertPrinter printer = new AlertPrinter(console);
      printer.tested(outcomes);
      // What a line says already is not said twice.
      printer.warnings(
          desk.warnings(channel, name).stream()
              .filter(w -> outcomes.stream().noneMatch(o -> w.equals(o.why())))
              .toList());
      boolean all = outcomes.stream().allMatch(o -> o.delivery() instanceof Delivery.Sent);
      return all ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }

  @Command(
      name = "history",
      mixinStandardHelpOptions = true,
      description = "Lists the newest messages, those that wait and those that were given up too.")
  static final class History implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Option(names = "--dead", description = "Only messages that were given up.")
    private boolean dead;

    @Option(names = "--most", paramLabel = "N", description = "So many; 50 if not given.")
    private int most = 50;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of this rule alone.")
    private String name = "";

    private final Console console;

    History(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      AlertDesk desk = desk(home, console);
      List<AlertMessage> messages = desk.history(name, dead, most);
      Set<String> refusing = desk.refusing();
      if (json) {
        messages.forEach(
            m ->
                console.out().println(AlertRows.message(m, refusing.contains(m.channel())).line()));
      } else {
        new AlertPrinter(console).history(messages, refusing);
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "send",
      mixinStandardHelpOptions = true,
      description = {
        "Asks the rules of what changed and sends what is due: after an import, or where neither"
            + " 'stet watch' nor 'stet fetch' runs.",
        "Exit code 4 when something could not be told since settings are wrong."
      })
  static final class Send implements Callable<Integer> {
    private static final Duration MOST = Duration.ofMinutes(2);

    @Mixin private HomeOption home;

    @Option(
        names = "--again",
        description = "Tries messages once more that were given up, and channels that refused all.")
    private boolean again;

    private final Console console;

    Send(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      boolean wellSet =
          desk(home, console).send(again, MOST, line -> console.out().println(Plain.line(line)));
      return wellSet ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }
}
