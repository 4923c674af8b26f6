package stet.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stet.report.page.Link;
import stet.report.page.RevisionView;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Which revisions stand on which page. The newest stand on the article's page; older ones in groups
 * that, once full, never change again, so that a new revision rewrites two pages and not all.
 */
final class RevisionPages {
  static final int GROUP = 20;

  private final List<Entry.Revised> revisions;
  private final RevisionViews views;

  RevisionPages(Timeline timeline, Times times) {
    this.revisions = timeline.revisions();
    this.views = new RevisionViews(timeline, times);
  }

  /** How many pages of older revisions there are. */
  int groups() {
    return Math.max(0, (revisions.size() - 1) / GROUP);
  }

  List<RevisionView> newest() {
    return range(groups() * GROUP, revisions.size());
  }

  /** The revisions of an older page, from 1, newest first. */
  List<RevisionView> group(int number) {
    return range((number - 1) * GROUP, number * GROUP);
  }

  private List<RevisionView> range(int from, int to) {
    List<RevisionView> shown = new ArrayList<>();
    for (Entry.Revised revised : revisions.subList(from, to)) {
      shown.add(views.view(revised, Limits.AMONG_OTHERS));
    }
    Collections.reverse(shown);
    return shown;
  }

  /** Links to the older pages, newest first. */
  List<Link> older() {
    List<Link> links = new ArrayList<>();
    for (int group = groups(); group >= 1; group--) {
      int from = revisions.get((group - 1) * GROUP).version() - 1;
      int to = revisions.get(group * GROUP - 1).version();
      links.add(new Link(Addresses.older(group), "Versions " + from + " to " + to));
    }
    return links;
  }

  /** Links to other ways of comparing; empty where nothing was revised. */
  List<Link> views() {
    if (revisions.isEmpty()) {
      return List.of();
    }
    int latest = revisions.get(revisions.size() - 1).version();
    List<Link> links = new ArrayList<>();
    if (latest > 2) {
      links.add(new Link("first-latest.html", "First and latest version compared"));
    }
    links.add(new Link(Addresses.revision(latest), "Newest revision, side by side"));
    links.add(new Link(Addresses.version(latest), "Latest text"));
    links.add(new Link(Addresses.version(1), "First text"));
    return links;
  }
}
