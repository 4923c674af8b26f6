package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.dossier.DossierRun.Asked;
import stet.app.push.HubNews;
import stet.app.review.Notes;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.DossierOption;
import stet.cli.option.HomeOption;
import stet.cli.print.DossierPrinter;
import stet.cli.print.ReportPrinter;
import stet.json.SiteCounts;
import stet.json.StetJson;
import stet.notes.Annotations;
import stet.report.Written;
import stet.track.Collection;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Writes the collection as a static web site that needs no server, or one document about an"
            + " outlet or a search.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private DossierOption dossier;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to; reports/ or dossiers/ in the collection if not given.")
  private @Nullable Path output;

  @Option(
      names = "--all",
      description = "Make every page anew, also where nothing that it shows has changed.")
  private boolean all;

  @Option(
      names = "--notes",
      description = "Show what reviewers said of revisions, with their names.")
  private boolean notes;

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  private final Console console;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return dossier.isGiven() ? dossier() : site();
  }

  private int dossier() throws IOException {
    if (all || notes || json) {
      throw new Failure(ExitCode.USAGE, "--all, --notes and --json are not for a dossier");
    }
    Path target = output == null ? dossier.standard(home.at().path()) : output;
    try (Collection collection = home.at().openToPublish()) {
      Asked asked =
          dossier.asked(collection, console.clock().instant(), home.at().settings().zone());
      boolean done = new DossierPrinter(console).write(home.at(), collection, asked, target);
      return done ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }

  private int site() throws IOException {
    Path target = output == null ? home.at().path().resolve("reports") : output;
    Written written;
    try (Collection collection = home.at().openToPublish()) {
      Annotations shown = notes ? Notes.of(home.at(), collection) : Annotations.NONE;
      written =
          new ReportPrinter(console).write(collection, home.at().settings(), shown, target, all);
      tell(written, target);
    }
    HubNews.of(home.at().settings(), console.clock(), console::say).changed(written.feeds());
    return written.failures() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void tell(Written written, Path target) {
    if (json) {
      SiteCounts counts =
          new SiteCounts(
              written.articles(),
              written.rendered(),
              written.files(),
              written.bytes(),
              written.changed(),
              written.removed(),
              written.failures());
      console.out().println(StetJson.reported(target.toString(), counts).line());
    } else {
      console
          .out()
          .println(
              Plain.count(written.files(), "file")
                  + " for "
                  + Plain.count(written.articles(), "article")
                  + ", "
                  + written.unchanged()
                  + " of them unchanged; open '"
                  + target.resolve("index.html")
                  + "' in a browser");
    }
  }
}
