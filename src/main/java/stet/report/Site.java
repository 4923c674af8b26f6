package stet.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import stet.diff.Differ;
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
   * Writes the site. Timelines are taken one at a time; only a few lines of each stay in memory.
   *
   * @param timelines every article of the collection, in any order
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written write(Iterator<Timeline> timelines, Path dir) throws IOException {
    try (PageFiles files = new PageFiles(dir)) {
      files.write("stet.css", css());
      SiteWriter writer = new SiteWriter(differ, options, files);
      while (timelines.hasNext()) {
        writer.add(timelines.next());
      }
      return writer.finish();
    }
  }

  private static byte[] css() throws IOException {
    try (InputStream in = Site.class.getResourceAsStream("stet.css")) {
      if (in == null) {
        throw new IOException("the style sheet is missing from the program");
      }
      return in.readAllBytes();
    }
  }
}
