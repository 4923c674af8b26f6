package stet.report.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import stet.diff.Differ;
import stet.report.ReportOptions;
import stet.report.Written;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;
import stet.timeline.Timeline;

/**
 * Writes the static site of a collection: a front page, a page for each article, each revision,
 * each version and each outlet, and a page on methods. The same timelines and options give the same
 * bytes; files that would not change are not touched; a reader never sees half a page.
 */
public final class Site {
  private final Basis basis;

  /**
   * @param differ compares versions that are no neighbours
   */
  public Site(Differ differ, ReportOptions options) {
    this(Basis.of(differ, options));
  }

  /**
   * @param basis what pages are made from besides timelines
   */
  public Site(Basis basis) {
    this.basis = basis;
  }

  /**
   * Writes the whole site. Timelines are taken one at a time and none stays in memory.
   *
   * @param timelines every article of the collection, in any order
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written write(Iterator<Timeline> timelines, Path dir) throws IOException {
    try (Ledger ledger = Ledger.open(dir, false);
        PageFiles files = new PageFiles(dir, true);
        SiteWriter writer =
            new SiteWriter(basis, "", files, ledger, new LedgerArticles(ledger), true)) {
      while (timelines.hasNext()) {
        writer.add(KeptTimeline.of(timelines.next()));
      }
      Written written = writer.finish();
      ledger.finish(false);
      return written;
    }
  }

  /**
   * Writes what has changed since the last update of that folder. An article is looked at when a
   * change of it has a number that the last update did not know, or when files were added to its
   * folder, removed or put in another's place; all articles are, where the options, the program or
   * the collection's origin is another one. Of those that are looked at, pages are made anew when
   * what they show has changed, or when a file was changed by others; that is seen by size and
   * time, and where those differ by digest. What others write into an article's file where it lies
   * is not seen, nor what a power cut took from one that was just written: have every page made
   * anew then. A run that is killed is gone on with by the next. An article of which no page can be
   * made is named in what is returned, keeps the pages it had, and is tried again by the next run.
   *
   * @param timelines the collection's articles
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @param anew whether every page is to be made anew regardless
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written update(KeptTimelines timelines, Path dir, boolean anew) throws IOException {
    try (Ledger ledger = Ledger.open(dir, !anew)) {
      try {
        return update(timelines, dir, ledger, false);
      } catch (Update.SourceException e) {
        throw e.failure();
      } catch (RuntimeException e) {
        // The ledger is damaged or makes no sense. What fails for another reason fails again.
      }
    }
    try (Ledger fresh = Ledger.open(dir, false)) {
      return update(timelines, dir, fresh, true);
    } catch (Update.SourceException e) {
      throw e.failure();
    }
  }

  private Written update(KeptTimelines timelines, Path dir, Ledger ledger, boolean lenient)
      throws IOException {
    String program = ProgramStamp.read() + basis.differ().version() + basis.options();
    LedgerArticles articles = new LedgerArticles(ledger);
    Update update = new Update(timelines, basis.annotations(), program, ledger, articles);
    try (PageFiles files = new PageFiles(dir, update.isWhole());
        SiteWriter writer = new SiteWriter(basis, program, files, ledger, articles, lenient)) {
      try {
        update.look(writer, files);
      } catch (Update.SourceException e) {
        // What was read until then need not be read again.
        writer.flush();
        throw e;
      }
      Written written = writer.finish();
      update.finish(writer.failed());
      ledger.finish(true);
      return written;
    }
  }
}
