package stet.app.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.timeline.Timeline;
import stet.track.Collection;

/** The captures behind a timeline, as archived. */
final class ArticleCaptures {
  private ArticleCaptures() {}

  /** Is told of a capture that cannot be read, and may end the reading. */
  interface Damaged<E extends Exception> {
    void met(IOException damage) throws E;
  }

  /** All that can be read, in the order of time. */
  static <E extends Exception> List<StoredCapture> of(
      Collection collection, Timeline timeline, Damaged<E> damaged) throws E {
    String key = timeline.article().key();
    long article = collection.timelines().find(key).orElseThrow().id();
    List<StoredCapture> captures = new ArrayList<>();
    for (WarcLocation location : collection.captures().of(article)) {
      try {
        captures.add(collection.captures().read(location));
      } catch (IOException e) {
        damaged.met(e);
      }
    }
    return captures;
  }
}
