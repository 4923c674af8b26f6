package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.VerifyRun;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.json.StetJson;
import stet.track.Audit;
import stet.track.Collection;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks that every archived byte is as it was written, and that the index fits it. Changes"
          + " nothing. Exit code 1 where something is wrong.",
      "Without an option: every record's frame and checksum, and the index's structure."
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Depth depth = new Depth();

  /** How deep to look. */
  static final class Depth {
    @Option(names = "--digests", description = "Also every SHA-256 digest of block and payload.")
    private boolean digests;

    @Option(
        names = "--rebuild",
        description = "Also make all rows anew from the archive and compare them.")
    private boolean rebuild;
  }

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Audit.Level level =
        depth.rebuild
            ? Audit.Level.REBUILD
            : depth.digests ? Audit.Level.DIGESTS : Audit.Level.STRUCTURE;
    try (Collection collection = home.at().openToAudit();
        ProgressLine progress = new ProgressLine(console, "verify", -1)) {
      VerifyRun.Result result = VerifyRun.check(collection, home.at(), level, progress);
      if (json) {
        console.out().println(StetJson.audit(result.audit()).pretty());
      } else {
        print(result.audit());
      }
      if (!result.unread().isEmpty()) {
        console.say(result.unread());
        console.say("it was checked with the standard settings");
      }
      return result.isSound() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private void print(Audit found) {
    found.findings().forEach(f -> console.out().println(Plain.line(f)));
    found.remarks().forEach(console::say);
    console
        .out()
        .println(
            Plain.count(found.records(), "record")
                + " in "
                + Plain.count(found.files(), "file")
                + ", "
                + Plain.count(found.bytes(), "byte")
                + ": "
                + (found.findings().isEmpty()
                    ? "nothing wrong"
                    : Plain.count(found.findings().size(), "finding")));
  }
}
