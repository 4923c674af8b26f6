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
import stet.cli.option.EditsOption;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.print.ListPrinter;
import stet.cli.print.LogPrinter;
import stet.cli.print.StatPrinter;
import stet.json.StetJson;
import stet.store.EditFilter;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Edits;
import stet.track.Timelines;
import stet.track.list.ListedArticles;

@Command(
    name = "log",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints the timeline of an article, or lists all articles.",
      "With options that choose edits: only articles with such edits, or only such revisions."
    })
final class LogCommand implements Callable<Integer> {
  private static final int MOST = 50;

  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;
  @Mixin private EditsOption options;

  @Option(names = "--json", description = "Print JSON; the list of articles is one object a line.")
  private boolean json;

  @Option(names = "--stat", description = "Print how many words each revision changed, one a line.")
  private boolean stat;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "List so many articles at the most; 50 if not given, with --json all.")
  private @Nullable Integer most;

  @Option(names = "--all", description = "List all articles.")
  private boolean all;

  @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "Which article; all if none.")
  private @Nullable String article;

  private final Console console;

  LogCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    try (Collection collection = home.at().open();
        Pager out = pager.open(console)) {
      EditFilter filter = options.isAny() ? filter(collection) : EditFilter.ALL;
      if (article == null) {
        list(collection.timelines().listed(), filter, out.console());
      } else {
        print(timeline(collection, ArticleReference.parse(article), filter), out.console());
      }
    }
    options.notes().forEach(console::say);
    return ExitCode.DONE;
  }

  private void check() {
    if (stat && (json || article == null)) {
      throw new Failure(ExitCode.USAGE, "--stat needs an article and goes without --json");
    } else if (article != null && (all || most != null)) {
      throw new Failure(ExitCode.USAGE, "--most and --all go with the list of articles alone");
    } else if (all && most != null) {
      throw new Failure(ExitCode.USAGE, "--most and --all go without each other");
    } else if (most != null && most < 1) {
      throw new Failure(ExitCode.USAGE, "--most '" + most + "' is less than 1");
    }
  }

  private EditFilter filter(Collection collection) {
    return options.filter(
        console.clock().instant(),
        home.at().settings().zone(),
        null,
        collection.timelines().outlets());
  }

  /** With its revisions alone that pass, where a filter asks for some. */
  private static Timeline timeline(
      Collection collection, ArticleReference reference, EditFilter filter) {
    Timelines timelines = collection.timelines();
    if (filter.isAll()) {
      return reference.find(timelines);
    }
    List<Edits.Edit> edits = timelines.edits().of(reference.found(timelines).id(), filter);
    Timeline whole = reference.find(timelines);
    List<Entry> chosen = edits.stream().<Entry>map(Edits.Edit::revised).toList();
    return whole.with(chosen);
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

  /** One more than is shown is looked for, to tell whether there are more. */
  private void list(ListedArticles articles, EditFilter filter, Console out) {
    int limit = most != null ? most : all || json ? Integer.MAX_VALUE - 1 : MOST;
    ListPrinter printer = new ListPrinter(out, json, limit);
    articles.each(filter, limit + 1, printer::print);
    if (printer.isMore()) {
      console.say(Plain.count(limit, "article") + " listed of more; --all lists all");
    }
  }
}
