package stet.json;

import java.util.List;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.timeline.Entry;

/** What a report knows of the revisions of an article. */
public interface ReportedRevisions {
  /** What it changed, in plain sentences. */
  List<Summary.Line> summary(Entry.Revised revised);

  /** How much it tells. */
  Telling telling(Entry.Revised revised);

  /** Its page, from the article's folder. */
  String page(Entry.Revised revised);
}
