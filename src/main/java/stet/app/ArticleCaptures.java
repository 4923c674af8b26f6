package stet.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcLocation;
import stet.timeline.Timeline;
import stet.track.Collection;

/** The captures behind a timeline, as archived. */
final class ArticleCaptures {
  private ArticleCaptures() {}

  /**
   * All that can be read, in the order of time.
   *
   * @param damaged is told in one line of each that cannot
   */
  static List<StoredCapture> of(
      Collection collection, Timeline timeline, Consumer<String> damaged) {
    List<StoredCapture> captures = new ArrayList<>();
    for (WarcLocation location : locations(collection, timeline)) {
      try {
        captures.add(collection.captures().read(location));
      } catch (IOException e) {
        damaged.accept(String.valueOf(e.getMessage()));
      }
    }
    return captures;
  }

  /**
   * All of them, in the order of time.
   *
   * @throws IOException when one cannot be read
   */
  static List<StoredCapture> all(Collection collection, Timeline timeline) throws IOException {
    List<StoredCapture> captures = new ArrayList<>();
    for (WarcLocation location : locations(collection, timeline)) {
      captures.add(collection.captures().read(location));
    }
    return captures;
  }

  private static List<WarcLocation> locations(Collection collection, Timeline timeline) {
    String key = timeline.article().key();
    return collection.captures().of(collection.timelines().find(key).orElseThrow().id());
  }
}
