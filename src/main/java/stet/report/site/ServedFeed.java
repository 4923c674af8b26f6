package stet.report.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.diff.Differ;
import stet.report.ReportOptions;
import stet.report.feed.Feed;
import stet.report.feed.FeedEntry;
import stet.report.view.FrameMaker;
import stet.report.words.Times;
import stet.timeline.Timeline;

/** A feed of edits that a reader chose, with the entries that they have in a site of files. */
public final class ServedFeed {
  private final List<FeedEntry> entries = new ArrayList<>();
  private final Basis basis;
  private final ReportOptions options;
  private final FrameMaker frames;
  private final Times times;
  private final Feeds feeds;
  private Instant newest = Instant.EPOCH;

  /**
   * @param differ compares versions that are no neighbours
   */
  public ServedFeed(Differ differ, ReportOptions options) {
    this.basis = Basis.of(differ, options);
    this.options = options;
    this.frames = new FrameMaker(options);
    this.times = new Times(options.zone());
    this.feeds = new Feeds(options);
  }

  /** Adds the edit that led to a version; the newest first. */
  public void add(Timeline timeline, int version) {
    FeedEntry entry = feeds.entry(new FolderPages(timeline, basis, times, frames), version);
    newest = entry.at().isAfter(newest) ? entry.at() : newest;
    entries.add(entry);
  }

  /**
   * The feed in Atom.
   *
   * @param self its own address, from the site's first folder
   */
  public byte[] atom(String self) {
    return feed().atom(self);
  }

  /** The same as JSON Feed. */
  public byte[] json(String self) {
    return feed().json(self);
  }

  private Feed feed() {
    return new Feed(
        "urn:stet:edits",
        "Edits: " + options.title(),
        options.producer(),
        options.base(),
        // A choice of edits is made for whoever asks; no hub is told when it changes.
        "",
        "",
        "index.html",
        newest,
        entries);
  }
}
