package stet.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import stet.diff.Differ;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/**
 * Writes the static site of a collection: a front page, a page for each article, each revision,
 * each version and each outlet, and a page on methods. The same timelines and options give the same
 * bytes; files that would not change are not touched; a reader never sees half a page.
 */
public final class Site {
  private final Differ differ;
  private final ReportOptions options;

  /**
   * @param differ compares versions that are no neighbours
   */
  public Site(Differ differ, ReportOptions options) {
    this.differ = differ;
    this.options = options;
  }

  /**
   * Writes the whole site. Timelines are taken one at a time; only a line of each stays in memory.
   *
   * @param timelines every article of the collection, in any order
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written write(Iterator<Timeline> timelines, Path dir) throws IOException {
    Iterator<KeptTimeline> each =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return timelines.hasNext();
          }

          @Override
          public KeptTimeline next() {
            return KeptTimeline.of(timelines.next());
          }
        };
    return write(each, dir, false, false);
  }

  /**
   * Writes what has changed since the last update of that folder. A page is made anew when what it
   * shows, the options or the program have changed, or when a file of its article is missing or was
   * changed by others; that is seen by size and time, and where those differ by digest. A run that
   * is killed is gone on with by the next.
   *
   * @param timelines every article of the collection, in any order
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @param anew whether every page is to be made anew regardless
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written update(Iterator<KeptTimeline> timelines, Path dir, boolean anew)
      throws IOException {
    return write(timelines, dir, true, !anew);
  }

  private Written write(
      Iterator<KeptTimeline> timelines, Path dir, boolean kept, boolean remembering)
      throws IOException {
    try (Ledger ledger = new Ledger(dir, remembering);
        PageFiles files = new PageFiles(dir)) {
      SiteWriter writer = new SiteWriter(differ, options, files, ledger);
      files.write("stet.css", StyleSheet.read());
      files.seal();
      while (timelines.hasNext()) {
        writer.add(timelines.next());
      }
      Written written = writer.finish();
      ledger.finish(kept);
      return written;
    }
  }
}
