package stet.app;

import java.io.IOException;
import java.nio.file.Path;
import stet.diff.standard.Differs;
import stet.notes.Annotations;
import stet.report.ReportOptions;
import stet.report.Written;
import stet.report.site.Basis;
import stet.report.site.Site;
import stet.timeline.KeptTimelines;
import stet.track.Collection;
import stet.track.Progress;

/** Writes a collection as a static web site, or brings one up to date. */
public final class ReportRun {
  private ReportRun() {}

  /**
   * Writes what is not there or has changed.
   *
   * @param annotations that are shown
   * @param target the site's folder
   * @param all whether every page is made anew
   * @param progress is told of each article that is looked at
   * @return what was written, and what could not be
   * @throws IOException when nothing can be written
   */
  public static Written write(
      Collection collection,
      ReportOptions options,
      Annotations annotations,
      Path target,
      boolean all,
      Progress progress)
      throws IOException {
    KeptTimelines timelines = new ReportedTimelines(collection.timelines().changes(), progress);
    Basis basis =
        new Basis(Differs.standard(), options, annotations, collection.captures().allPictures());
    return new Site(basis).update(timelines, target, all);
  }
}
