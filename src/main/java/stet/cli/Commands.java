package stet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import stet.app.AppException;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Version;
import stet.cli.page.ExtractCommand;
import stet.cli.page.RenderCommand;
import stet.sqlite.DatabaseException;
import stet.text.Capitals;
import stet.text.NearestName;
import stet.track.CollectionException;

/** The command line: every command, and how errors end. */
final class Commands {
  /** Names, in the order in which help lists them. */
  private static final List<String> NAMES =
      List.of(
          "help",
          "demo",
          "init",
          "track",
          "untrack",
          "feed",
          "check",
          "fetch",
          "watch",
          "status",
          "drift",
          "alert",
          "notes",
          "import",
          "log",
          "edits",
          "stats",
          "show",
          "diff",
          "blame",
          "grep",
          "said",
          "copies",
          "story",
          "extract",
          "render",
          "report",
          "serve",
          "backfill",
          "export",
          "evidence",
          "withhold",
          "verify",
          "rebuild",
          "config");

  private Commands() {}

  @Command(
      name = "stet",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      description = {
        "Keeps every version of a news article, shows word by word what changed, and says whether"
            + " the publisher said so."
      },
      footer = {
        "",
        "--home may stand before or after COMMAND; without it STET_HOME, else the current folder.",
        "ARTICLE is a URL, a number or key from 'stet log', or an unambiguous piece of the"
            + " headline or URL.",
        "Exit codes: 0 done, 1 findings, 2 usage, 3 failed, 4 partly done, 10 no collection,"
            + " 11 locked."
      })
  static final class Stet implements Runnable {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
        names = "--home",
        paramLabel = "DIR",
        description = "The collection's folder, for the command that follows.")
    @Nullable String home;

    @Override
    public void run() {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  private static Object command(String name, Console console) {
    return switch (name) {
      case "help" -> new CommandLine.HelpCommand();
      case "demo" -> new DemoCommand(console);
      case "init" -> new InitCommand(console);
      case "track" -> new TrackCommand(console);
      case "untrack" -> new UntrackCommand(console);
      case "feed" -> FeedCommand.of(console);
      case "check" -> new CheckCommand(console);
      case "fetch" -> new FetchCommand(console);
      case "watch" -> new WatchCommand(console);
      case "status" -> new StatusCommand(console);
      case "drift" -> DriftCommand.of(console);
      case "alert" -> AlertCommand.of(console);
      case "notes" -> NotesCommand.of(console);
      case "import" -> new ImportCommand(console);
      case "log" -> new LogCommand(console);
      case "edits" -> new EditsCommand(console);
      case "stats" -> new StatsCommand(console);
      case "show" -> new ShowCommand(console);
      case "diff" -> new DiffCommand(console);
      case "blame" -> new BlameCommand(console);
      case "grep" -> new GrepCommand(console);
      case "said" -> new SaidCommand(console);
      case "copies" -> new CopiesCommand(console);
      case "story" -> new StoryCommand(console);
      case "extract" -> new ExtractCommand(console);
      case "render" -> new RenderCommand(console);
      case "report" -> new ReportCommand(console);
      case "serve" -> new ServeCommand(console);
      case "backfill" -> new BackfillCommand(console);
      case "export" -> new ExportCommand(console);
      case "evidence" -> new EvidenceCommand(console);
      case "withhold" -> new WithholdCommand(console);
      case "verify" -> new VerifyCommand(console);
      case "rebuild" -> new RebuildCommand(console);
      case "config" -> new ConfigCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }

  static CommandLine of(Console console) {
    return of(console, System.getenv());
  }

  static CommandLine of(Console console, Map<String, String> environment) {
    return of(console, environment, null);
  }

  /**
   * The same for a command line that names its command: to read what the others say of themselves
   * takes longer than most commands do.
   */
  static int execute(Console console, String... args) {
    return of(console, System.getenv(), named(args)).execute(args);
  }

  /** The command that a command line names; null where that is not plain to see. */
  static @Nullable String named(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--home")) {
        i++;
      } else if (!args[i].startsWith("--home=")) {
        boolean plain = NAMES.contains(args[i]) && !args[i].equals("help");
        return plain ? args[i] : null;
      }
    }
    return null;
  }

  private static CommandLine of(
      Console console, Map<String, String> environment, @Nullable String only) {
    Stet root = new Stet();
    CommandLine stet = new CommandLine(root);
    for (String name : only == null ? NAMES : List.of(only)) {
      stet.addSubcommand(command(name, console));
    }
    stet.setDefaultValueProvider(
        argument -> otherwise(argument, root, environment.getOrDefault("STET_HOME", "")));
    stet.setOut(console.out());
    stet.setErr(console.err());
    CommandLine.Help.Ansi ansi =
        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    stet.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    stet.setUsageHelpWidth(96);
    stet.setParameterExceptionHandler((e, args) -> usage(console, e));
    stet.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
    return stet;
  }

  /** The collection where the command's own {@code --home} does not name it. */
  private static @Nullable String otherwise(
      CommandLine.Model.ArgSpec argument, Stet root, String environment) {
    boolean ofCommand =
        argument instanceof CommandLine.Model.OptionSpec option
            && option.longestName().equals("--home")
            && argument.command().userObject() != root;
    if (!ofCommand || root.home != null) {
      return ofCommand ? root.home : null;
    }
    // A demo's fictional stories must not come into somebody's collection unasked.
    boolean demo = argument.command().name().equals("demo");
    return demo || environment.isEmpty() ? null : environment;
  }

  private static int usage(Console console, CommandLine.ParameterException e) {
    String message = message(e);
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    console.say(Capitals.withoutFirst(message) + "; see '" + name + " --help'");
    return ExitCode.USAGE;
  }

  /** What is wrong, with the nearest name that would be right. */
  private static String message(CommandLine.ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String word = unmatched.getUnmatched().get(0);
    CommandLine.Model.CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (!word.startsWith("-") && !spec.subcommands().isEmpty()) {
      return "no command '" + word + "'" + nearest(word, spec.subcommands().keySet());
    }
    return e.getMessage()
        + (word.startsWith("--") ? nearest(word, spec.optionsMap().keySet()) : "");
  }

  private static String nearest(String word, Collection<String> names) {
    return NearestName.of(word, names).map(name -> ", the nearest is '" + name + "'").orElse("");
  }

  private static int failed(Console console, Exception e) {
    if (System.getenv("STET_DEBUG") != null) {
      e.printStackTrace(console.err());
    }
    if (e instanceof Failure failure) {
      console.say(failure.getMessage());
      return failure.code();
    } else if (e instanceof AppException app) {
      console.say(app.getMessage());
      return app.problem() == AppException.Problem.INVALID ? ExitCode.USAGE : ExitCode.FAILED;
    } else if (e instanceof CollectionException collection) {
      console.say(collection.getMessage());
      return switch (collection.problem()) {
        case NONE_HERE -> ExitCode.NO_COLLECTION;
        case LOCKED -> ExitCode.LOCKED;
        case OUTDATED, UNREADABLE -> ExitCode.FAILED;
      };
    } else if (e instanceof DatabaseException store) {
      console.say("the database cannot be used: " + store.getMessage());
      return store.isLocked() ? ExitCode.LOCKED : ExitCode.FAILED;
    }
    console.say(describe(e));
    return ExitCode.FAILED;
  }

  /** In one line what went wrong, where the command goes on without it. */
  static String reason(Exception e) {
    boolean said =
        e instanceof Failure || e instanceof AppException || e instanceof CollectionException;
    return said ? String.valueOf(e.getMessage()) : describe(e);
  }

  private static String describe(Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof FileSystemException file) {
      String why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return "cannot use '" + file.getFile() + "': " + why;
    } else if (cause instanceof IOException) {
      return "cannot go on: " + cause.getMessage();
    }
    return "this should not have happened: " + cause + "; STET_DEBUG=1 shows where";
  }
}
