package stet.notes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.text.CommaTable;
import stet.text.SpreadsheetText;

/**
 * A table with commas (RFC 4180) in which revisions are judged, for spreadsheets: written, filled
 * in, and read again.
 */
public final class Sheet {
  private static final List<String> COLUMNS =
      List.of(
          "annotation",
          "outlet",
          "headline",
          "version",
          "labels",
          "excerpt",
          "verdict",
          "important",
          "note",
          "author",
          "article.uri",
          "window.not_before",
          "window.not_after",
          "quote.removed",
          "quote.inserted",
          "quote.prefix",
          "quote.suffix",
          "created_at",
          "modified_at");

  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "wahr", "ja", "oui");

  private Sheet() {}

  /**
   * What was read.
   *
   * @param rows those in which something is said
   * @param problems of other rows, one line each
   */
  public record Read(List<SheetRow> rows, List<String> problems) {}

  /**
   * Writes it.
   *
   * @param out is not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Iterable<SheetRow> rows, OutputStream out) throws IOException {
    try {
      CommaTable table =
          new CommaTable(new OutputStreamWriter(out, StandardCharsets.UTF_8), COLUMNS);
      rows.forEach(row -> table.row(cells(row)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> cells(SheetRow row) {
    Remark remark = row.remark();
    Quote quote = row.subject().quote();
    return List.of(
        row.id(),
        row.context().outlet(),
        row.context().headline(),
        row.context().version(),
        row.context().labels(),
        row.context().excerpt(),
        remark == null ? "" : remark.verdict(),
        remark == null ? "" : remark.important() ? "yes" : "no",
        remark == null ? "" : remark.text(),
        remark == null ? "" : remark.author(),
        row.subject().uri(),
        row.subject().notBefore().toString(),
        row.subject().seenAt().toString(),
        quote.removed(),
        quote.inserted(),
        quote.prefix(),
        quote.suffix(),
        time(row.createdAt()),
        time(row.modifiedAt()));
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : at.toString();
  }

  /**
   * Reads it. Columns may stand in any order, others are passed over, and semicolons or tabs may
   * part them, as spreadsheets of some languages write them.
   *
   * @param bytes in UTF-8
   * @throws IllegalArgumentException when it is no such table, with a sentence for a person
   */
  public static Read read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<SheetRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord record : csv) {
        require(record.getHeader());
        add(record, rows, problems);
      }
    } catch (CsvParseException | IOException e) {
      throw new IllegalArgumentException("That is no table with commas.", e);
    }
    return new Read(rows, problems);
  }

  private static char separator(String text) {
    String head = text.lines().findFirst().orElse("");
    return head.contains(",") ? ',' : head.contains(";") ? ';' : '\t';
  }

  private static void require(List<String> header) {
    if (!header.contains("article.uri") || !header.contains("window.not_after")) {
      throw new IllegalArgumentException(
          "The table needs columns 'article.uri' and 'window.not_after'.");
    }
  }

  private static void add(NamedCsvRecord record, List<SheetRow> rows, List<String> problems) {
    String verdict = cell(record, "verdict");
    String text = cell(record, "note");
    boolean important = YES.contains(cell(record, "important").strip().toLowerCase(Locale.ROOT));
    if (verdict.isBlank() && text.isBlank() && !important) {
      return;
    }
    try {
      rows.add(row(record, new Remark(verdict, important, text, cell(record, "author"))));
    } catch (IllegalArgumentException | DateTimeException e) {
      String why = e instanceof DateTimeException ? "A time is none of ISO 8601." : e.getMessage();
      problems.add("line " + record.getStartingLineNumber() + ": " + why);
    }
  }

  private static SheetRow row(NamedCsvRecord record, Remark remark) {
    Instant seenAt = Instant.parse(cell(record, "window.not_after").strip());
    String notBefore = cell(record, "window.not_before").strip();
    Subject subject =
        new Subject(
            cell(record, "article.uri").strip(),
            notBefore.isEmpty() ? seenAt : Instant.parse(notBefore),
            seenAt,
            new Quote(
                cell(record, "quote.removed"),
                cell(record, "quote.inserted"),
                cell(record, "quote.prefix"),
                cell(record, "quote.suffix")));
    String id = cell(record, "annotation");
    return new SheetRow(
        id.isBlank() ? "" : Annotation.name(id),
        subject,
        remark,
        at(cell(record, "created_at")),
        at(cell(record, "modified_at")),
        SheetRow.Context.NONE);
  }

  private static @Nullable Instant at(String cell) {
    return cell.isBlank() ? null : Instant.parse(cell.strip());
  }

  private static String cell(NamedCsvRecord record, String column) {
    return SpreadsheetText.unescaped(record.findField(column).orElse(""));
  }
}
