package stet.report.dossier;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.diff.Counts;
import stet.text.CommaTable;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Edits as a table with commas (RFC 4180), with nothing in it that a spreadsheet would run. */
final class DossierTable {
  private static final List<String> COLUMNS =
      List.of(
          "not_before",
          "not_after",
          "outlet",
          "key",
          "uri",
          "version",
          "labels",
          "inserted",
          "deleted",
          "moved",
          "headline");

  private DossierTable() {}

  /** An edit; times are UTC. */
  static List<String> cells(Timeline timeline, Entry.Revised revised) {
    Counts counts = revised.revision().counts();
    ArticleVersion after = timeline.versions().get(revised.version() - 1).state();
    return List.of(
        revised.window().notBefore().toString(),
        revised.window().notAfter().toString(),
        timeline.article().outlet(),
        timeline.article().key(),
        timeline.article().uri(),
        Integer.toString(revised.version()),
        revised.labels().stream().map(l -> l.kind().id()).collect(Collectors.joining(",")),
        Integer.toString(counts.inserted()),
        Integer.toString(counts.deleted()),
        Integer.toString(counts.moved()),
        after.headline());
  }

  /** The table with the names of its columns above. */
  static String of(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    CommaTable table = new CommaTable(out, COLUMNS);
    rows.forEach(table::row);
    return out.toString();
  }
}
