package stet.app;

import java.io.IOException;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.report.ReportOptions;
import stet.report.view.ComparisonPage;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Timelines;

/**
 * Two versions of one article, and what changed from the one to the other.
 *
 * @param timeline the article's, with what is held marked on it
 */
public record Comparison(
    Timeline timeline, SeenVersion before, SeenVersion after, Revision revision) {

  /**
   * Compares the versions that were named: {@code A..B}, the last with the one before where none
   * was, N with N-1 where one was.
   *
   * @throws AppException when there is no such article or version
   */
  public static Comparison of(Timelines timelines, ArticleReference reference) {
    Timeline timeline = reference.find(timelines);
    boolean named = reference.from() > 0 || reference.to() > 0;
    if (!named && timeline.versions().size() == 1) {
      throw AppException.notFound(
          "only one version of '" + timeline.article().uri() + "' was seen; nothing to compare");
    }
    int to = reference.newer(timeline.versions().size());
    return of(timeline, reference.older(to), to);
  }

  /**
   * Compares two versions by their numbers.
   *
   * @throws AppException when there is no such version
   */
  public static Comparison of(Timeline timeline, int from, int to) {
    SeenVersion before = ArticleReference.version(timeline, from);
    SeenVersion after = ArticleReference.version(timeline, to);
    return new Comparison(
        timeline, before, after, Differs.standard().diff(before.state(), after.state()));
  }

  /**
   * The comparison as an HTML page that needs nothing beside it, in UTF-8.
   *
   * @throws IOException when a part of the program that pages are made from cannot be read
   */
  public byte[] page(ReportOptions options) throws IOException {
    return new ComparisonPage(Differs.standard(), options)
        .of(timeline, before.number(), after.number());
  }
}
