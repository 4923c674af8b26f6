package stet.notes;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.text.Truncation;

/** The passages of a revision that can be annotated, each as its words read. */
public final class Quotes {
  /** As much of the text around is enough to find the words again. */
  private static final int AROUND = 40;

  private Quotes() {}

  /** The fields and then the passages whose words changed, in the order of the page. */
  public static List<Quote> of(Revision revision) {
    List<Quote> quotes = new ArrayList<>();
    for (FieldChange field : revision.fields()) {
      if (!field.field().isStatedDate()) {
        add(field.deltas(), quotes);
      }
    }
    for (Hunk hunk : revision.hunks()) {
      add(hunk.deltas(), quotes);
    }
    return quotes;
  }

  private static void add(List<Delta> deltas, List<Quote> quotes) {
    int first = 0;
    while (first < deltas.size() && !deltas.get(first).isChange()) {
      first++;
    }
    int last = deltas.size();
    while (last > first && !deltas.get(last - 1).isChange()) {
      last--;
    }
    if (first == last) {
      return;
    }
    StringBuilder removed = new StringBuilder();
    StringBuilder inserted = new StringBuilder();
    for (Delta delta : deltas.subList(first, last)) {
      removed.append(delta.before());
      inserted.append(delta.after());
    }
    quotes.add(
        new Quote(
            removed.toString(),
            inserted.toString(),
            tail(text(deltas.subList(0, first))),
            Truncation.head(text(deltas.subList(last, deltas.size())), AROUND)));
  }

  private static String text(List<Delta> deltas) {
    StringBuilder text = new StringBuilder();
    deltas.forEach(d -> text.append(d.after()));
    return text.toString();
  }

  private static String tail(String text) {
    return text.substring(Truncation.after(text, text.length() - AROUND));
  }
}
