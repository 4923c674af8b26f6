package stet.report;

import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.Differ;
import stet.diff.FieldChange;
import stet.diff.FieldChange.Field;
import stet.diff.Hunk;
import stet.diff.Revision;

/** Compares block by block and marks everything between the first and the last changed word. */
final class PlainDiffer implements Differ {
  @Override
  public Revision diff(ArticleVersion before, ArticleVersion after) {
    List<FieldChange> fields = new ArrayList<>();
    field(fields, Field.HEADLINE, before.headline(), after.headline());
    field(fields, Field.DEK, before.dek(), after.dek());
    field(fields, Field.BYLINE, before.byline().text(), after.byline().text());
    field(fields, Field.UPDATED, updated(before), updated(after));
    field(fields, Field.NOTICE, notices(before), notices(after));
    List<Hunk> hunks = new ArrayList<>();
    int inserted = 0;
    int deleted = 0;
    int kept = 0;
    int most = Math.max(before.body().size(), after.body().size());
    for (int i = 0; i < most; i++) {
      Hunk hunk = hunk(before.body(), after.body(), i);
      hunks.add(hunk);
      for (Delta delta : hunk.deltas()) {
        int words = (delta.before() + delta.after()).split("\\s+").length;
        inserted += delta.kind() == Delta.Kind.INSERTED ? words : 0;
        deleted += delta.kind() == Delta.Kind.DELETED ? words : 0;
        kept += delta.kind() == Delta.Kind.KEPT ? words : 0;
      }
    }
    return new Revision(hunks, fields, new Counts(inserted, deleted, 0, kept));
  }

  private Hunk hunk(List<Block> before, List<Block> after, int i) {
    if (i >= before.size()) {
      return new Hunk.Inserted(i, List.of(Delta.inserted(after.get(i).text())));
    }
    if (i >= after.size()) {
      return new Hunk.Deleted(i, List.of(Delta.deleted(before.get(i).text())));
    }
    String old = before.get(i).text();
    String now = after.get(i).text();
    return old.equals(now)
        ? new Hunk.Kept(i, i, List.of(Delta.kept(now)))
        : new Hunk.Changed(i, i, diff(old, now));
  }

  private void field(List<FieldChange> fields, Field field, String before, String after) {
    if (!before.equals(after)) {
      fields.add(new FieldChange(field, before, after, diff(before, after)));
    }
  }

  private static String updated(ArticleVersion version) {
    return version.updated().map(StatedDate::printed).orElse("");
  }

  private static String notices(ArticleVersion version) {
    return version.notices().isEmpty() ? "" : version.notices().get(0).text();
  }

  @Override
  public List<Delta> diff(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int head = 0;
    while (head < most && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    while (head > 0 && before.charAt(head - 1) != ' ') {
      head--;
    }
    int tail = 0;
    while (tail < most - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    while (tail > 0 && before.charAt(before.length() - tail) != ' ') {
      tail--;
    }
    List<Delta> deltas = new ArrayList<>();
    add(deltas, Delta.kept(before.substring(0, head)));
    add(deltas, Delta.deleted(before.substring(head, before.length() - tail)));
    add(deltas, Delta.inserted(after.substring(head, after.length() - tail)));
    add(deltas, Delta.kept(before.substring(before.length() - tail)));
    return deltas;
  }

  private static void add(List<Delta> deltas, Delta delta) {
    if (!delta.before().isEmpty() || !delta.after().isEmpty()) {
      deltas.add(delta);
    }
  }

  @Override
  public String version() {
    return "plain 1";
  }
}
