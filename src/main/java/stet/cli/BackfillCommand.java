package stet.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.BackfillRun;
import stet.app.Settings;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Version;
import stet.cli.option.Arguments;
import stet.cli.option.HomeOption;
import stet.cli.print.BackfillPrinter;
import stet.memento.ArchiveSite;
import stet.memento.Backfill;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Takes the captures of pages that a web archive keeps, by Memento (RFC 7089) or CDX, as they"
          + " were archived.",
      "Asks at the pace that the archive's robots.txt and good manners allow. What is here already"
          + " is not fetched again: a run that was cut off is gone on with by starting it again."
    })
final class BackfillCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(
      names = "--from",
      paramLabel = "ARCHIVE",
      description =
          "Which archive: internet-archive (if not given), arquivo-pt, uk-web-archive, local, or"
              + " one that stet.toml describes as [archive.NAME].")
  private String from = "internet-archive";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only captures of that time or later.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only captures before that time.")
  private @Nullable String until;

  @Option(
      names = "--json",
      description = "One JSON object a line for each capture once it is safe, and for each page.")
  private boolean json;

  @Parameters(arity = "0..*", paramLabel = "URL", description = "The pages' addresses.")
  private List<String> urls = List.of();

  private final Console console;

  BackfillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    new CollectionFolder(home.at().folder()).require();
    if (urls.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "name a page's address; see 'stet backfill -h'");
    }
    urls.forEach(url -> Arguments.asked("URL", url));
    Settings settings = home.at().settings();
    ArchiveSite site = BackfillRun.site(settings, from);
    Instant first = since == null ? null : Arguments.instant("--since", since);
    Instant last = until == null ? null : Arguments.instant("--until", until);
    BackfillPrinter printer = new BackfillPrinter(console, site.id(), json);
    boolean whole = true;
    try (CollectionWriter writer = home.at().openForWriting(console.clock());
        BackfillRun run =
            new BackfillRun(writer, site, settings.fetching(), console.clock(), printer)) {
      for (String url : urls) {
        Backfill.Outcome outcome = run.page(url, first, last);
        printer.page(url, outcome);
        whole &= outcome.gaps().isEmpty() && outcome.stopped().isEmpty();
      }
    }
    return whole ? ExitCode.DONE : ExitCode.PARTLY;
  }
}
