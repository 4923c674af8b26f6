package stet.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stet.app.edits.EditOrder;
import stet.app.edits.EditWords;
import stet.app.edits.LastLook;
import stet.app.edits.OrderedEdits;
import stet.capture.EnumId;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Pager;
import stet.cli.console.Plain;
import stet.cli.console.Terminal;
import stet.cli.console.Version;
import stet.cli.option.EditsOption;
import stet.cli.option.HomeOption;
import stet.cli.option.PagerOption;
import stet.cli.print.EditPrinter;
import stet.json.StetJson;
import stet.store.EditFilter;
import stet.track.Collection;
import stet.track.Edits;

@Command(
    name = "edits",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints edits across the collection, the newest first, one a line: between which"
            + " checks, outlet, headline, whether the publisher said so and what was changed, and"
            + " the words that tell most. Days begin in the zone of the setting report.zone.",
    footer = {
      "",
      "--since last: what came since the last time that you asked so; it is remembered for each"
          + " user of this machine."
    })
final class EditsCommand implements Callable<Integer> {
  private static final int MOST = 50;

  @Mixin private HomeOption home;
  @Mixin private PagerOption pager;
  @Mixin private EditsOption options;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "So many at the most; 50 if not given, with --since last all.")
  private @Nullable Integer most;

  @Option(
      names = "--before",
      paramLabel = "PLACE",
      description = "Goes on after that place, which an earlier call named.")
  private @Nullable String before;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      converter = Orders.class,
      description =
          "newest, telling (the most telling first) or words (most words changed first); newest if"
              + " not given.")
  private EditOrder order = EditOrder.NEWEST;

  @Option(
      names = "--explain",
      description = "Print below each line how much it tells, and what that comes from.")
  private boolean explain;

  @Option(names = "--full", description = "Print all words that changed below each line.")
  private boolean full;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Formats.class,
      description = "text, md or csv.")
  private EditPrinter.Format format = EditPrinter.Format.TEXT;

  @Option(names = "--json", description = "Print JSON, one object a line.")
  private boolean json;

  /** Reads a format, as all names are written. */
  static final class Formats implements CommandLine.ITypeConverter<EditPrinter.Format> {
    @Override
    public EditPrinter.Format convert(String value) {
      try {
        return EnumId.read(EditPrinter.Format.class, value);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException("'" + value + "' is none of text, md, csv");
      }
    }
  }

  /** Reads an order, as all names are written. */
  static final class Orders implements CommandLine.ITypeConverter<EditOrder> {
    @Override
    public EditOrder convert(String value) {
      try {
        return EditWords.order(value);
      } catch (EditWords.NoSuchName e) {
        throw new CommandLine.TypeConversionException(
            "'" + value + "' is none of " + String.join(", ", EditWords.orders()));
      }
    }
  }

  private final Console console;

  EditsCommand(Console console) {
    this.console = console;
  }

  /** What was printed, and what is to be said of it. */
  private record Printed(OrderedEdits.Told told, Edits.Late late, List<String> notes) {}

  @Override
  public Integer call() {
    check();
    ZoneId zone = home.at().settings().zone();
    Instant now = console.clock().instant();
    try (Collection collection = home.at().open()) {
      LastLook look =
          options.isSinceLast()
              ? LastLook.of(home.at(), collection, System.getProperty("user.name", ""), now)
              : null;
      EditFilter filter =
          options.filter(
              now, zone, () -> look == null ? now : look.since(), collection.timelines().outlets());
      Pager out = pager.open(console);
      Printed printed;
      try (out) {
        printed = print(collection, filter, look, printer(out.console(), zone), out.console());
      }
      options.notes().forEach(console::say);
      printed.notes().forEach(console::say);
      if (look != null) {
        remember(look, filter, printed, !out.console().out().checkError());
      }
    }
    return ExitCode.DONE;
  }

  private void check() {
    boolean text = !json && format == EditPrinter.Format.TEXT;
    if (full && !text) {
      throw new Failure(ExitCode.USAGE, "--full goes without --json and with --format text alone");
    } else if (explain && (json || format == EditPrinter.Format.CSV)) {
      throw new Failure(
          ExitCode.USAGE, "--explain goes without --json and --format csv, which always tell it");
    } else if (json && format != EditPrinter.Format.TEXT) {
      throw new Failure(ExitCode.USAGE, "--json goes without --format");
    } else if (most != null && most < 1) {
      throw new Failure(ExitCode.USAGE, "--most '" + most + "' is less than 1");
    } else if (before != null && options.isSinceLast()) {
      throw new Failure(ExitCode.USAGE, "--before goes without --since last, which is never cut");
    }
  }

  private EditPrinter printer(Console out, ZoneId zone) {
    if (json) {
      return EditPrinter.json(out);
    }
    EditPrinter.Look look = new EditPrinter.Look(zone, Terminal.columns(console), explain);
    return full ? EditPrinter.full(out, look) : EditPrinter.of(format, out, look);
  }

  private Printed print(
      Collection collection,
      EditFilter filter,
      @Nullable LastLook look,
      EditPrinter printer,
      Console out) {
    int limit = most != null ? most : look == null ? MOST : Integer.MAX_VALUE;
    OrderedEdits.Told told = asked(filter, limit).tell(collection, printer::print);
    Edits.Late late =
        look == null ? new Edits.Late(0, List.of(), true) : look.late(collection, filter);
    if (!late.edits().isEmpty()) {
      printer.heading("older, of articles that got older captures since your last look");
      late.edits().forEach(printer::print);
    }
    if (json && !told.next().isEmpty()) {
      out.out().println(StetJson.continued(told.next()).line());
    }
    return new Printed(told, late, notes(collection, told, late, look));
  }

  private OrderedEdits asked(EditFilter filter, int limit) {
    try {
      return new OrderedEdits(filter, order, before == null ? "" : before, limit);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE,
          "--before '" + before + "' is no place that an earlier call with this --sort named");
    }
  }

  private List<String> notes(
      Collection collection, OrderedEdits.Told told, Edits.Late late, @Nullable LastLook look) {
    List<String> notes = new ArrayList<>();
    if (look != null && look.isFirst()) {
      notes.add("this is your first look here: shown are the edits of the last day");
    }
    notes.add(
        (told.edits() == 0 ? "there is no such edit" : Plain.count(told.edits(), "edit"))
            + (told.edits() > 0 && !json ? "; times are " + times() : "")
            + (options.leavesOutCosmetic() ? "; cosmetic ones are left out without --cosmetic" : "")
            + (collection.timelines().outlets().isEmpty()
                ? "; there is no article yet, 'stet track URL' adds one"
                : ""));
    if (told.unranked()) {
      notes.add(
          "ranked are the newest " + OrderedEdits.BOUND + " of them; --until goes further back");
    }
    if (!told.next().isEmpty()) {
      notes.add("there are more: go on with --before " + told.next());
    }
    if (late.articles() > 0) {
      notes.add(
          "articles that got older captures since your last look: "
              + late.articles()
              + "; edits of theirs that may be new to you stand last"
              + (late.whole() ? "" : ", not all of them; 'stet log ARTICLE' shows all of one"));
    }
    if (look != null && look.isMadeAnew()) {
      notes.add(
          "the database was made anew since your last look: edits of older captures that came"
              + " since then are not told apart");
    }
    return notes;
  }

  private String times() {
    return format == EditPrinter.Format.CSV ? "UTC" : home.at().settings().zone().toString();
  }

  private void remember(LastLook look, EditFilter filter, Printed printed, boolean written) {
    if (!written) {
      console.say("not all could be written, so this look is not remembered");
    } else if (!printed.told().next().isEmpty() || printed.told().unranked()) {
      console.say("not all were shown, so this look is not remembered; without --most it would be");
    } else {
      look.remember(filter.until())
          .ifPresent(why -> console.say("this look could not be remembered: " + why));
    }
  }
}
