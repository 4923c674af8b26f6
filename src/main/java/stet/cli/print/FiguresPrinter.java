package stet.cli.print;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stet.app.stats.OutletStats;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.json.StetJson;
import stet.report.words.FigureTable;
import stet.report.words.FigureTables;
import stet.report.words.FigureWords;
import stet.report.words.Times;
import stet.stats.GroupFigures;
import stet.stats.Grouping;

/** Figures about outlets, as tables for people or objects for programs. */
public final class FiguresPrinter {
  private final Console console;
  private final FigureWords words;

  /**
   * @param zone in which days begin
   */
  public FiguresPrinter(Console console, ZoneId zone) {
    this.console = console;
    this.words = new FigureWords(new Times(zone));
  }

  /** An object a line, one for each group. */
  public void json(OutletStats stats) {
    stats.groups().forEach(g -> line(StetJson.stats(g, stats.query().by()).line()));
  }

  /** Tables with aligned columns. */
  public void text(OutletStats stats) {
    Grouping by = stats.query().by();
    for (GroupFigures group : stats.groups()) {
      line(Plain.line(FigureWords.name(group.group(), by)));
      line(watched(group.watching(), by));
      tables(group, by).forEach(this::aligned);
      notes("Left out:", leftOut(group, by), "  ");
      line("");
    }
    method(by(stats)).forEach(this::line);
  }

  private String watched(GroupFigures.Watched watching, Grouping by) {
    return (words.watched(watching) + " " + FigureWords.guessed(watching, by)).strip();
  }

  private static Grouping by(OutletStats stats) {
    return stats.query().by();
  }

  private List<FigureTable> tables(GroupFigures group, Grouping by) {
    return switch (by) {
      case HOUR -> FigureTables.hours(group.hours()).stream().toList();
      case WEEKDAY -> FigureTables.weekdays(group.weekdays()).stream().toList();
      default -> words.tables(group);
    };
  }

  private List<String> leftOut(GroupFigures group, Grouping by) {
    return switch (by) {
      case HOUR -> FigureWords.leftOut(group.hours(), "an hour");
      case WEEKDAY -> FigureWords.leftOut(group.weekdays(), "a day");
      default -> words.leftOut(group);
    };
  }

  private static List<String> method(Grouping by) {
    return by.isOfTime() ? FigureWords.rhythmMethod() : FigureWords.method();
  }

  private void aligned(FigureTable table) {
    List<List<String>> all =
        Stream.concat(
                Stream.of(Stream.concat(Stream.of(table.title()), table.heads().stream()).toList()),
                table.rows().stream())
            .toList();
    int[] widths =
        IntStream.range(0, all.get(0).size())
            .map(i -> all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    line("");
    for (List<String> row : all) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        out.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      line(out.toString().stripTrailing());
    }
  }

  private void notes(String head, List<String> notes, String indent) {
    if (!notes.isEmpty()) {
      line("");
      line(head);
      notes.forEach(note -> line(indent + note));
    }
  }

  /** Tables in Markdown (as GitHub and others have them). */
  public void markdown(OutletStats stats) {
    Grouping by = stats.query().by();
    for (GroupFigures group : stats.groups()) {
      line("## " + EditMarkdownPrinter.escaped(FigureWords.name(group.group(), by)));
      line("");
      line(watched(group.watching(), by));
      for (FigureTable table : tables(group, by)) {
        line("");
        line(cells(Stream.concat(Stream.of(table.title()), table.heads().stream())));
        line(cells(Stream.generate(() -> "---").limit(table.heads().size() + 1L)));
        table.rows().forEach(row -> line(cells(row.stream())));
      }
      notes("Left out:\n", leftOut(group, by), "- ");
      line("");
    }
    method(by(stats)).forEach(m -> line("- " + m));
  }

  private static String cells(Stream<String> cells) {
    return cells.reduce("|", (a, b) -> a + " " + b + " |");
  }

  private void line(String text) {
    console.out().println(text);
  }
}
