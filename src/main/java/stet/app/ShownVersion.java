package stet.app;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Timelines;

/** One version of an article, and the timeline that it stands in. */
public record ShownVersion(Timeline timeline, SeenVersion version) {
  /**
   * The version that was named, or the latest.
   *
   * @param typed an article, with {@code @N} behind it for a version; null for the only article of
   *     the collection
   * @throws AppException when there is no such article or version
   */
  public static ShownVersion of(Timelines timelines, @Nullable String typed) {
    if (typed == null) {
      return shown(only(timelines), 0);
    }
    ArticleReference reference = ArticleReference.parse(typed);
    return shown(reference.find(timelines), reference.from());
  }

  private static ShownVersion shown(Timeline timeline, int number) {
    int wanted = number == 0 ? Math.max(1, timeline.versions().size()) : number;
    return new ShownVersion(timeline, ArticleReference.version(timeline, wanted));
  }

  private static Timeline only(Timelines timelines) {
    Iterator<Timeline> all = timelines.all();
    if (!all.hasNext()) {
      throw AppException.invalid("the collection is empty; 'stet import' fills it");
    }
    Timeline first = all.next();
    if (all.hasNext()) {
      throw AppException.invalid("which article? 'stet log' lists them");
    }
    return first;
  }
}
