package stet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.AppException;
import stet.app.takedown.TakedownPlan;
import stet.app.takedown.Takedowns;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.ReasonOption;
import stet.cli.print.WithholdPrinter;
import stet.track.Collection;
import stet.withhold.Reason;
import stet.withhold.Withheld;

@Command(
    name = "withhold",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Takes an article, a version or a passage out of everything that stet shows, writes and"
          + " sends. Its place says that it is withheld, why and since when. The archive keeps it"
          + " until --erase; the index is made anew.",
      "What is withheld stays so after 'stet rebuild', and for pages that come in later."
    })
final class WithholdCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ARTICLE[@N]",
      description = "The article, or one version of it: the text that it had, whenever it had it.")
  private @Nullable String article;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PASSAGE",
      description =
          "Words that are withheld wherever they stand in the article's versions, a line for each"
              + " paragraph. Spaces, punctuation and capitals are of no account.")
  private @Nullable String passage;

  @Mixin private ReasonOption reason;

  @Option(
      names = "--note",
      paramLabel = "WORDS",
      description = "Words about it that --list shows, and nothing else.")
  private String note = "";

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private What what = new What();

  /** What is done with it. */
  static final class What {
    @Option(names = "--list", description = "List what is withheld.")
    private boolean list;

    @Option(names = "--lift", paramLabel = "NUMBER", description = "Show it again.")
    private int lift;

    @Option(
        names = "--erase",
        description =
            "Also erase its bytes for good: the records of the pages that hold it, whole, and all"
                + " that was made from them.")
    private boolean erase;
  }

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      description = "With --erase: of what --list shows under that number.")
  private int number;

  @Option(names = "--yes", description = "With --erase: without asking.")
  private boolean yes;

  private final Console console;

  WithholdCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    home.at().requireThere();
    Takedowns takedowns = new Takedowns(home.at(), console.clock());
    WithholdPrinter printer = new WithholdPrinter(console);
    if (what.list) {
      takedowns.all().forEach(printer::listed);
      return ExitCode.DONE;
    }
    try (ProgressLine progress = new ProgressLine(console, "withhold", -1)) {
      if (what.lift > 0) {
        printer.lifted(takedowns.lift(what.lift, progress));
      } else if (what.erase) {
        return erase(takedowns, printer, progress);
      } else {
        TakedownPlan plan = plan();
        printer.withheld(takedowns.withhold(plan.mark(), progress), plan);
      }
      return ExitCode.DONE;
    }
  }

  private int erase(Takedowns takedowns, WithholdPrinter printer, ProgressLine progress)
      throws IOException {
    Withheld mark;
    if (number > 0) {
      mark = takedowns.find(number);
    } else {
      mark = plan().mark();
    }
    if (!yes) {
      printer.question(mark);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
      if (!"yes".equals(in.readLine())) {
        throw new Failure(ExitCode.FAILED, "nothing was erased; --yes says it beforehand");
      }
    }
    Takedowns.Erased erased = takedowns.erase(mark, progress);
    printer.erased(erased);
    return erased.left().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private TakedownPlan plan() throws IOException {
    if (article == null) {
      throw AppException.invalid("what is to be withheld? name an article, or use --list");
    }
    Reason why = reason.required();
    try (Collection collection = home.at().open()) {
      return TakedownPlan.of(
          collection,
          new TakedownPlan.Asked(article, passage == null ? "" : passage, why, note),
          console.clock());
    }
  }
}
