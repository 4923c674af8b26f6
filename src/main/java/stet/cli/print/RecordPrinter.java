package stet.cli.print;

import java.util.Locale;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.ingest.RecordCounts;
import stet.json.StetJson;

/** What became of the records of web archives: a table, or one line of JSON. */
public final class RecordPrinter {
  private final Console console;
  private final boolean json;

  public RecordPrinter(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  public void print(RecordCounts counts) {
    if (json) {
      console.out().println(StetJson.records(counts).line());
      return;
    }
    line("records seen", counts.total());
    counts.seen().forEach((type, n) -> line("  " + type, n));
    line("kept", counts.kept());
    line("not kept", counts.total() - counts.kept());
    counts.skipped().forEach((reason, n) -> line("  " + reason, n));
  }

  private void line(String text, long count) {
    console.out().println(String.format(Locale.ROOT, "%,12d  %s", count, Plain.line(text)));
  }
}
