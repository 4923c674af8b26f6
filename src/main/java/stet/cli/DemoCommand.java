package stet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stet.app.CollectionHome;
import stet.app.demo.Demo;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.print.ReportPrinter;
import stet.notes.Annotations;
import stet.track.Accepted;
import stet.track.CollectionWriter;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs the whole flow on the fictional sample stories: serves them on this machine,"
            + " fetches every version, finds the edits, writes the report, and says where to"
            + " look.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where to make the demo's collection; stet-demo if not given.")
  private Path home = Path.of("stet-demo");

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CollectionHome demoHome = new CollectionHome(home);
    demoHome.make();
    Path reports = home.resolve("reports");
    try (Demo demo = Demo.open();
        CollectionWriter writer = demoHome.openForWriting(console.clock())) {
      try (ProgressLine progress = new ProgressLine(console, "fetch", demo.size())) {
        console.out().println(summary(demo.visit(writer, progress)));
      }
      new ReportPrinter(console)
          .write(writer.collection(), demoHome.settings(), Annotations.NONE, reports, false);
    }
    console
        .out()
        .println(
            "open '"
                + reports.resolve("index.html").toAbsolutePath().normalize()
                + "' in a browser, or try 'stet log --home "
                + home
                + "'");
    return ExitCode.DONE;
  }

  private static String summary(List<Accepted> accepted) {
    long known = count(accepted, Accepted.Outcome.ALREADY_HERE);
    long others = count(accepted, Accepted.Outcome.NOT_AN_ARTICLE);
    long articles =
        accepted.stream()
            .filter(a -> a.outcome() != Accepted.Outcome.ALREADY_HERE)
            .map(a -> a.article().key())
            .distinct()
            .count();
    if (known == accepted.size()) {
      return "nothing new: "
          + Plain.count(known, "capture")
          + " of the fictional newsroom's stories are here already";
    }
    return Plain.count(accepted.size() - known, "capture")
        + " fetched from the newsroom of the fictional stories, of "
        + Plain.count(articles, "article")
        + (others > 0 ? ", " + others + " of them not an article" : "")
        + (known > 0 ? "; " + Plain.count(known, "capture") + " already here" : "");
  }

  private static long count(List<Accepted> accepted, Accepted.Outcome outcome) {
    return accepted.stream().filter(a -> a.outcome() == outcome).count();
  }
}
