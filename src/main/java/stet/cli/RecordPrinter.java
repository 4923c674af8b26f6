package stet.cli;

import java.util.Locale;
import java.util.Map;
import stet.ingest.RecordCounts;
import tools.jackson.databind.node.ObjectNode;

/** What became of the records of web archives: a table, or one line of JSON. */
final class RecordPrinter {
  private final Console console;
  private final boolean json;

  RecordPrinter(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  void print(RecordCounts counts) {
    if (json) {
      console.out().println(asJson(counts));
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

  private static ObjectNode asJson(RecordCounts counts) {
    ObjectNode records = Json.object().put("total", counts.total());
    records.set("seen", asJson(counts.seen()));
    records.put("kept", counts.kept());
    records.set("not_kept", asJson(counts.skipped()));
    ObjectNode out = Json.object();
    out.set("records", records);
    return out;
  }

  private static ObjectNode asJson(Map<String, Long> counts) {
    ObjectNode out = Json.object();
    counts.forEach(out::put);
    return out;
  }
}
