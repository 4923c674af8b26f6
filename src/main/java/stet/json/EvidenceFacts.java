package stet.json;

import java.util.List;
import stet.archive.StoredRecord.StoredCapture;
import stet.timeline.SeenVersion;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/**
 * What evidence is of.
 *
 * @param before the older version
 * @param after the newer version
 * @param captures those from the first of the one to the last of the other
 */
public record EvidenceFacts(
    TrackedArticle article, SeenVersion before, SeenVersion after, List<StoredCapture> captures) {
  public EvidenceFacts {
    captures = List.copyOf(captures);
  }

  Window window() {
    return new Window(before.lastSeen(), after.first().at());
  }
}
