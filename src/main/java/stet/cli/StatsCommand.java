package stet.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.stats.OutletStats;
import stet.app.stats.StatsQuery;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.option.SpanOption;
import stet.cli.print.EditPrinter;
import stet.cli.print.FiguresPrinter;
import stet.rows.FigureCsv;
import stet.stats.Grouping;
import stet.track.Collection;

@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints figures about outlets: how many articles were edited and how soon, how edits were"
            + " disclosed, each with what it is a part of, its interval, and what is left out of"
            + " it. With --since and --until: of articles that were first seen in that time.")
final class StatsCommand implements Callable<Integer> {
  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;
  @Mixin private SpanOption span;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      converter = Groupings.class,
      description =
          "outlet, section, language or author; weekday or hour: edits of each outlet beside how"
              + " long its articles were watched then; outlet if not given.")
  private Grouping by = Grouping.OUTLET;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = EditsCommand.Formats.class,
      description = "text, md or csv.")
  private EditPrinter.Format format = EditPrinter.Format.TEXT;

  @Option(names = "--json", description = "Print JSON, an object for each outlet or group a line.")
  private boolean json;

  /** Reads by what articles are put together, as all names are written. */
  static final class Groupings implements CommandLine.ITypeConverter<Grouping> {
    @Override
    public Grouping convert(String value) {
      try {
        return EnumId.read(Grouping.class, value);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(
            "'" + value + "' is none of outlet, section, language, author, weekday, hour");
      }
    }
  }

  private final Console console;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (json && format != EditPrinter.Format.TEXT) {
      throw new Failure(ExitCode.USAGE, "--json goes without --format");
    }
    ZoneId zone = home.at().settings().zone();
    Instant now = console.clock().instant();
    OutletStats stats;
    try (Collection collection = home.at().open()) {
      StatsQuery query =
          new StatsQuery(
              span.outlets(collection.timelines().outlets()),
              span.since(now, zone),
              span.until(now, zone),
              by);
      int articles = collection.timelines().count(query.outlets());
      try (ProgressLine progress = new ProgressLine(console, "stats", articles)) {
        stats = OutletStats.of(collection, query, progress);
      }
    }
    try (Pager out = pager.open(console)) {
      print(stats, zone, out.console());
    }
    say(stats);
    return ExitCode.DONE;
  }

  private void print(OutletStats stats, ZoneId zone, Console out) {
    FiguresPrinter printer = new FiguresPrinter(out, zone);
    if (json) {
      printer.json(stats);
    } else if (format == EditPrinter.Format.CSV) {
      out.out().print(FigureCsv.of(stats.groups()));
    } else if (!stats.groups().isEmpty() && format == EditPrinter.Format.MD) {
      printer.markdown(stats);
    } else if (!stats.groups().isEmpty()) {
      printer.text(stats);
    }
  }

  private void say(OutletStats stats) {
    if (stats.groups().isEmpty()) {
      console.say("there is no article of that kind, so there are no figures");
    }
    if (stats.others() > 0) {
      console.say(Plain.count(stats.others(), "article") + " first seen at other times left out");
    }
    if (stats.never() > 0) {
      console.say(
          Plain.count(stats.never(), "article") + " left out of which no check showed the story");
    }
  }
}
