package stet.cli.print;

import java.util.List;
import stet.app.edits.ToldEdit;
import stet.cli.console.Console;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.rank.Rank;
import stet.json.StetJson;
import stet.text.CommaTable;
import stet.track.Edits;

/** Edits as a table with commas (RFC 4180), with nothing in it that a spreadsheet would run. */
final class EditTablePrinter implements EditPrinter {
  private static final List<String> COLUMNS =
      List.of(
          "place",
          "not_before",
          "not_after",
          "outlet",
          "article",
          "uri",
          "version",
          "headline",
          "disclosure",
          "labels",
          "inserted",
          "deleted",
          "moved",
          "where",
          "before",
          "after",
          "telling",
          "telling_parts");

  private final CommaTable table;

  EditTablePrinter(Console console) {
    this.table = new CommaTable(console.out(), COLUMNS);
  }

  @Override
  public void print(Edits.Edit edit) {
    ToldEdit told = ToldEdit.of(edit);
    Counts counts = edit.revised().revision().counts();
    List<String> labels = edit.revised().labels().stream().map(l -> l.kind().id()).toList();
    List<Delta> deltas = told.excerpt().deltas();
    table.row(
        List.of(
            StetJson.place(edit.place()),
            edit.revised().window().notBefore().toString(),
            edit.revised().window().notAfter().toString(),
            told.article().outlet(),
            told.article().key(),
            told.article().uri(),
            String.valueOf(edit.revised().version()),
            LogPrinter.headline(edit.timeline()),
            labels.get(0),
            String.join("|", labels.subList(1, labels.size())),
            String.valueOf(counts.inserted()),
            String.valueOf(counts.deleted()),
            String.valueOf(counts.moved()),
            told.excerpt().where(),
            String.join("", deltas.stream().map(Delta::before).toList()),
            String.join("", deltas.stream().map(Delta::after).toList()),
            String.valueOf(told.telling().score()),
            Rank.words(told.telling().parts())));
  }
}
