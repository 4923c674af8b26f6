package stet.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ArticleReference;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.print.LogPrinter;
import stet.cli.print.StatPrinter;
import stet.json.StetJson;
import stet.store.ArticleTable;
import stet.timeline.Timeline;
import stet.track.Collection;

@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the timeline of an article, or lists all articles.")
final class LogCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;

  @Option(names = "--json", description = "Print JSON; the list of articles is one object a line.")
  private boolean json;

  @Option(names = "--stat", description = "Print how many words each revision changed, one a line.")
  private boolean stat;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "Which article; all if none.")
  private @Nullable String article;

  private final Console console;

  LogCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (stat && (json || article == null)) {
      throw new Failure(ExitCode.USAGE, "--stat needs an article and goes without --json");
    }
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      if (article == null) {
        list(collection.timelines().summaries(), out.console());
      } else {
        print(ArticleReference.parse(article).find(collection.timelines()), out.console());
      }
    }
    return ExitCode.DONE;
  }

  private void print(Timeline timeline, Console out) {
    if (json) {
      out.out().println(StetJson.timeline(timeline).pretty());
    } else {
      LogPrinter printer = new LogPrinter(out);
      if (stat) {
        printer.head(timeline);
        new StatPrinter(out).print(timeline);
      } else {
        printer.print(timeline);
      }
    }
  }

  private void list(List<ArticleTable.Summary> all, Console out) {
    for (ArticleTable.Summary a : all) {
      if (json) {
        out.out().println(StetJson.listed(a).line());
      } else {
        String headline = a.headline().isEmpty() ? LogPrinter.NO_HEADLINE : a.headline();
        out.out()
            .println(
                a.article().key()
                    + "  "
                    + Plain.count(a.versions(), "version")
                    + "  "
                    + Plain.brief(Plain.line(headline), 70)
                    + "  "
                    + Plain.line(a.article().uri()));
      }
    }
  }
}
