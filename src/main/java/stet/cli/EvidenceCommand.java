package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.export.EvidenceRun;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.export.EvidenceBundle;
import stet.export.TimeStamper;
import stet.json.StetJson;
import stet.track.Collection;

@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Bundles what shows a change: the captures as WARC, both texts, the comparison, the window,"
          + " digests, and how to check it all without stet.",
      "With the setting evidence.authority, a time-stamp authority witnesses it (RFC 3161). Its"
          + " README says what the bundle does not prove."
    })
final class EvidenceCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--output",
      paramLabel = "DIR|ZIP",
      description = "Where to: a new folder, or a file that ends in .zip.")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  @Parameters(
      arity = "0..1",
      paramLabel = "ARTICLE@A..B",
      description = "Which article, versions A and B; @N is N-1..N, none the last two.")
  private @Nullable String article;

  private final Console console;

  EvidenceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Collection collection = home.at().openToPublish()) {
      if (article == null || output == null) {
        throw new Failure(
            ExitCode.USAGE, "name an article's versions, and --output; see 'stet evidence -h'");
      }
      EvidenceRun run =
          new EvidenceRun(collection, home.at().settings(), Version.text(), console.clock());
      tell(output, run.write(article, output));
    }
    return ExitCode.DONE;
  }

  private void tell(Path output, EvidenceRun.Result written) {
    EvidenceBundle.Subject subject = written.subject();
    TimeStamper.@Nullable Stamp stamp = written.stamp();
    if (json) {
      console
          .out()
          .println(
              StetJson.bundled(
                      output.toString(), subject.facts(), stamp == null ? null : stamp.at())
                  .line());
      return;
    }
    console
        .out()
        .println(
            Plain.count(subject.captures().size(), "capture")
                + " of versions "
                + subject.from().number()
                + " to "
                + subject.to().number()
                + " in '"
                + output
                + "', "
                + (stamp == null
                    ? "with no outside witness: its README says what it does not prove"
                    : "time-stamped " + stamp.at()));
  }
}
