package stet.app;

import java.io.IOException;
import java.util.List;
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
    int to =
        reference.to() > 0
            ? reference.to()
            : reference.from() > 0 ? reference.from() : size(timeline);
    int from = reference.to() > 0 ? reference.from() : to - 1;
    SeenVersion before = ArticleReference.version(timeline, from);
    SeenVersion after = ArticleReference.version(timeline, to);
    return new Comparison(
        timeline, before, after, Differs.standard().diff(before.state(), after.state()));
  }

  private static int size(Timeline timeline) {
    List<SeenVersion> versions = timeline.versions();
    if (versions.size() == 1) {
      throw AppException.notFound(
          "only one version of '" + timeline.article().uri() + "' was seen; nothing to compare");
    }
    return versions.size();
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
