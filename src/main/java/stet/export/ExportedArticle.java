package stet.export;

import java.util.List;
import stet.archive.StoredRecord.StoredCapture;
import stet.timeline.Timeline;

/**
 * An article with all that is to be exported of it.
 *
 * @param timeline its timeline
 * @param captures its captures as archived, in the order of time; empty where only the timeline is
 *     exported
 */
public record ExportedArticle(Timeline timeline, List<StoredCapture> captures) {
  public ExportedArticle {
    captures = List.copyOf(captures);
  }

  /** The headline of the latest version; empty where none was seen. */
  String headline() {
    int versions = timeline.versions().size();
    return versions == 0 ? "" : timeline.versions().get(versions - 1).state().headline();
  }
}
