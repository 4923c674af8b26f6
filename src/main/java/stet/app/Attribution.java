package stet.app;

import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Timelines;

/**
 * Which version brought each word of a version.
 *
 * @param timeline the article's
 * @param version whose words they are
 */
public record Attribution(Timeline timeline, SeenVersion version, BlameWalk walk) {
  /**
   * Of the version that was named, or the latest.
   *
   * @param typed an article, with {@code @N} behind it for a version
   * @throws AppException when there is no such article or version, or two versions were named
   */
  public static Attribution of(Timelines timelines, String typed) {
    ArticleReference reference = ArticleReference.parse(typed);
    Timeline timeline = reference.find(timelines);
    if (reference.to() > 0) {
      throw AppException.invalid("'" + typed + "' names two versions; blame reads one, as in '@3'");
    }
    int number = reference.from() > 0 ? reference.from() : Math.max(1, timeline.versions().size());
    return of(timeline, number);
  }

  /**
   * Of the version of that number.
   *
   * @throws AppException when there is none
   */
  public static Attribution of(Timeline timeline, int number) {
    SeenVersion version = ArticleReference.version(timeline, number);
    return new Attribution(timeline, version, Blame.walk(timeline, number));
  }
}
