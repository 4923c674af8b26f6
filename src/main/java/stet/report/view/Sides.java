package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.report.page.DiffView.Row;
import stet.report.page.Passage;
import stet.report.page.Run;
import stet.report.words.Limits;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.Runs;
import stet.text.Truncation;

/** A revision's fields and hunks in two columns, aligned by block. */
final class Sides {
  private final ArticleVersion before;
  private final ArticleVersion after;
  private final Limits limits;
  private final Runs left;
  private final Runs right;

  Sides(ArticleVersion before, ArticleVersion after, Limits limits) {
    this.before = before;
    this.after = after;
    this.limits = limits;
    this.left = new Runs(Runs.Side.BEFORE, limits, "s");
    this.right = new Runs(Runs.Side.AFTER, limits, "s");
  }

  List<Row> of(Revision revision) {
    List<Row> rows = new ArrayList<>();
    revision.fields().forEach(f -> rows.add(field(f)));
    int same = 0;
    for (Hunk hunk : revision.hunks()) {
      if (rows.size() >= limits.passages()) {
        break;
      }
      if (!hunk.isChange()) {
        same += Math.max(1, hunk.after().size());
        continue;
      }
      addFold(rows, same);
      same = 0;
      rows.add(hunk(hunk));
    }
    addFold(rows, same);
    return rows;
  }

  private static void addFold(List<Row> rows, int same) {
    if (same > 0) {
      String note = Numbers.wordsOf(same, "unchanged paragraph", "unchanged paragraphs");
      rows.add(
          new Row(
              List.of(new Passage(Passage.Kind.FOLD, "", List.of(), "", "auto", "", "", note)),
              List.of(),
              true));
    }
  }

  private Row field(FieldChange change) {
    return new Row(
        change.before().isEmpty() ? List.of() : List.of(Passages.field(change, before, left)),
        change.after().isEmpty() ? List.of() : List.of(Passages.field(change, after, right)),
        false);
  }

  private Row hunk(Hunk hunk) {
    if (hunk instanceof Hunk.MovedAway away) {
      Block block = before.body().get(away.beforeBlock());
      String id = "s-m" + away.move();
      Passage gone =
          new Passage(
              Passage.Kind.MOVED,
              "",
              List.of(Run.plain(Truncation.shortened(block.text(), limits.run()))),
              Phrases.language(before, block),
              Phrases.direction(block.text()),
              id + "-from",
              "#" + id,
              "moved to paragraph " + (away.afterBlock() + 1));
      return new Row(List.of(gone), List.of(), false);
    }
    if (hunk instanceof Hunk.Moved moved) {
      String lang = Phrases.language(after, after.body().get(moved.afterBlock()));
      return new Row(
          List.of(), List.of(Passages.moved(moved, right.of(moved.deltas()), lang, "s")), false);
    }
    return new Row(
        column(before, hunk.before(), hunk, left),
        column(after, hunk.after(), hunk, right),
        !hunk.isChange());
  }

  private static List<Passage> column(
      ArticleVersion version, List<Integer> blocks, Hunk hunk, Runs runs) {
    if (blocks.isEmpty()) {
      return List.of();
    }
    Block block = version.body().get(blocks.get(0));
    return List.of(Passages.block(version, block, runs.of(hunk.deltas()), ""));
  }
}
