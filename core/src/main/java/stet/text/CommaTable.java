package stet.text;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** A table with commas (RFC 4180), with nothing in it that a spreadsheet would run. */
public final class CommaTable {
  private final CsvWriter csv;

  /**
   * Begins with the names of the columns.
   *
   * @param out takes each line as it is written; never closed
   */
  public CommaTable(Writer out, List<String> columns) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    row(columns);
  }

  /**
   * A row.
   *
   * @param cells one for each column
   */
  public void row(List<String> cells) {
    try {
      csv.writeRecord(cells.stream().map(SpreadsheetText::escaped).toList());
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
