package stet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;

/** What a revision changed, a line each. */
final class Summaries {
  private Summaries() {}

  static List<String> of(Revision revision) {
    List<String> lines = new ArrayList<>();
    for (FieldChange change : revision.fields()) {
      String verb =
          change.before().isEmpty() ? "added" : change.after().isEmpty() ? "removed" : "changed";
      lines.add(Passages.name(change.field()) + " " + verb);
    }
    count(lines, revision, Hunk.Changed.class, "changed");
    count(lines, revision, Hunk.Inserted.class, "added");
    count(lines, revision, Hunk.Deleted.class, "removed");
    count(lines, revision, Hunk.Moved.class, "moved");
    return lines;
  }

  private static void count(
      List<String> lines, Revision revision, Class<? extends Hunk> kind, String verb) {
    long count = revision.hunks().stream().filter(kind::isInstance).filter(Hunk::isChange).count();
    if (count > 0) {
      String line = Numbers.wordsOf(count, "paragraph", "paragraphs") + " " + verb;
      lines.add(Numbers.sentence(line.toLowerCase(Locale.ROOT)));
    }
  }
}
