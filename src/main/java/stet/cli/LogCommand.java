package stet.cli;

import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the timeline of an article, or lists all articles.")
final class LogCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "Print JSON; the list of articles is one object a line.")
  private boolean json;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "Which article; all if none.")
  private String article;

  private final Console console;

  LogCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Collection collection = home.open()) {
      if (article == null) {
        list(collection.timelines().all());
      } else {
        print(ArticleArgument.parse(article).find(collection.timelines()));
      }
    }
    return ExitCode.DONE;
  }

  private void print(Timeline timeline) {
    if (json) {
      console.out().println(Json.pretty(Json.timeline(timeline)));
    } else {
      new LogPrinter(console).print(timeline);
    }
  }

  private void list(Iterator<Timeline> all) {
    while (all.hasNext()) {
      Timeline t = all.next();
      if (json) {
        console
            .out()
            .println(
                Json.article(t.article())
                    .put("headline", headline(t))
                    .put("versions", t.versions().size())
                    .put("captures", t.captures()));
      } else {
        console
            .out()
            .println(
                t.article().key()
                    + "  "
                    + Plain.count(t.versions().size(), "version")
                    + "  "
                    + Plain.brief(Plain.line(headline(t)), 70)
                    + "  "
                    + Plain.line(t.article().uri()));
      }
    }
  }

  /** The headline now; of a story never seen as an article, a dash. */
  static String headline(Timeline timeline) {
    if (timeline.versions().isEmpty()) {
      return "–";
    }
    SeenVersion last = timeline.versions().get(timeline.versions().size() - 1);
    return last.state().headline();
  }
}
