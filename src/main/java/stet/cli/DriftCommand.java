package stet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.HeldEdits;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.json.StetJson;
import stet.text.time.IsoTime;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;

@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists revisions that are held because most articles of an outlet changed in the same words"
          + " within a short time: a new page template, not edits.",
      "Held revisions are shown as such and never called silent."
    })
final class DriftCommand implements Callable<Integer> {
  private static final int SAMPLE = 100;

  @Mixin private HomeOption home;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  private final Console console;

  DriftCommand(Console console) {
    this.console = console;
  }

  static CommandLine of(Console console) {
    return new CommandLine(new DriftCommand(console))
        .addSubcommand(new Release(console))
        .addSubcommand(new Dismiss(console));
  }

  @Override
  public Integer call() {
    for (HeldDrift drift : HeldEdits.of(home.at())) {
      console.out().println(json ? StetJson.drift(drift).line() : line(drift));
    }
    return ExitCode.DONE;
  }

  private static String line(HeldDrift d) {
    return Plain.line(
        d.id()
            + "  "
            + EnumId.of(d.verdict())
            + "  "
            + d.outlet()
            + "  "
            + IsoTime.ofSecond(d.from())
            + " to "
            + IsoTime.ofSecond(d.to())
            + "  "
            + Plain.count(d.revisions(), "revision")
            + ", "
            + d.articles()
            + " of "
            + d.checked()
            + " articles changed alike: "
            + Plain.brief(d.sample(), SAMPLE));
  }

  /** Says what a person makes of a drift. */
  private abstract static class Judge implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "As 'stet drift' lists it.")
    private long number;

    private final Console console;
    private final DriftVerdict verdict;
    private final String done;

    Judge(Console console, DriftVerdict verdict, String done) {
      this.console = console;
      this.verdict = verdict;
      this.done = done;
    }

    @Override
    public Integer call() {
      HeldEdits.judge(home.at(), number, verdict);
      console.out().println(done);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "They are edits after all: shown, labelled and counted as such.")
  static final class Release extends Judge {
    Release(Console console) {
      super(console, DriftVerdict.RELEASED, "released: shown as edits from the next report on");
    }
  }

  @Command(
      name = "dismiss",
      mixinStandardHelpOptions = true,
      description = "They are no edits: they stay held for good.")
  static final class Dismiss extends Judge {
    Dismiss(Console console) {
      super(console, DriftVerdict.DISMISSED, "dismissed: they stay marked as a template's change");
    }
  }
}
