package stet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.track.Audit;
import stet.track.Collection;
import stet.track.Engine;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

  /** Why the settings could not be read; empty where they were. */
  private String unread = "";

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Audit.Level level =
        depth.rebuild
            ? Audit.Level.REBUILD
            : depth.digests ? Audit.Level.DIGESTS : Audit.Level.STRUCTURE;
    try (Collection collection = home.open();
        ProgressLine progress = new ProgressLine(console, "verify", -1)) {
      Audit found = collection.verify(level, engine(), progress);
      if (json) {
        console.out().println(Json.pretty(asJson(found)));
      } else {
        print(found);
      }
      if (!unread.isEmpty()) {
        console.say(unread);
        console.say("it was checked with the standard settings");
        return ExitCode.FINDINGS;
      }
      return found.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  /** What is checked does not hang on the settings, which may be what is damaged. */
  private Engine engine() {
    try {
      return home.settings().engine();
    } catch (Failure e) {
      unread = e.getMessage();
      return Engine.standard();
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

  private static ObjectNode asJson(Audit found) {
    ObjectNode out =
        Json.object()
            .put("files", found.files())
            .put("records", found.records())
            .put("bytes", found.bytes());
    ArrayNode findings = out.putArray("findings");
    found.findings().forEach(findings::add);
    ArrayNode remarks = out.putArray("remarks");
    found.remarks().forEach(remarks::add);
    return out;
  }
}
