package stet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints a version of an article: its fields and its text; the latest if no"
            + " version is named. With a single article in the collection it need not be named.")
final class ShowCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE[@N]", description = "Which article, version N.")
  private String article;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.open()) {
      Timeline timeline;
      int number = 0;
      if (article == null) {
        timeline = only(collection);
      } else {
        ArticleArgument typed = ArticleArgument.parse(article);
        timeline = typed.find(collection.timelines());
        number = typed.from();
      }
      int wanted = number == 0 ? Math.max(1, timeline.versions().size()) : number;
      show(timeline, ArticleArgument.version(timeline, wanted));
    }
    return ExitCode.DONE;
  }

  private static Timeline only(Collection collection) {
    var all = collection.timelines().all();
    Timeline first = all.hasNext() ? all.next() : null;
    if (first == null || all.hasNext()) {
      throw new Failure(
          ExitCode.USAGE,
          first == null
              ? "the collection is empty; 'stet import' fills it"
              : "which article? 'stet log' lists them");
    }
    return first;
  }

  private void show(Timeline timeline, SeenVersion seen) {
    if (json) {
      var out = Json.version(seen);
      out.set("article", Json.article(timeline.article()));
      console.out().println(Json.pretty(out));
      return;
    }
    VersionPrinter printer = new VersionPrinter(console.out());
    printer.field("article", timeline.article().uri());
    printer.field("version", seen.number() + " of " + timeline.versions().size());
    printer.field(
        "seen",
        LogPrinter.time(seen.first().at())
            + (seen.checks() > 1
                ? " to " + LogPrinter.time(seen.lastSeen()) + " in " + seen.checks() + " checks"
                : ", once")
            + " (UTC)");
    printer.field("capture", seen.first().source() + ", " + seen.first().digest());
    printer.fields(seen.state());
    printer.text(seen.state());
  }
}
