package stet.report.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.RevisionView;
import stet.report.page.Run;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Limits;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Which revisions stand on which page. The newest stand on the article's page; older ones in groups
 * that, once full, never change again, so that a new revision rewrites two pages and not all.
 */
public final class RevisionPages {
  static final int GROUP = 20;

  /** Characters on a page after which revisions are only sketched. */
  private static final int ROOM = 12_000;

  private static final int RUN_MARKUP = 11;
  private static final int PASSAGE_MARKUP = 60;

  private final List<Entry.Revised> revisions;
  private final RevisionViews views;
  private final int versions;

  public RevisionPages(Timeline timeline, RevisionViews views) {
    this.revisions = timeline.revisions();
    this.views = views;
    this.versions = timeline.versions().size();
  }

  /** How many pages of older revisions there are. */
  public int groups() {
    return Math.max(0, (revisions.size() - 1) / GROUP);
  }

  public List<RevisionView> newest() {
    return range(groups() * GROUP, revisions.size());
  }

  /** Where the newest revision with that label stands, from the article's page. */
  public String newest(String label) {
    for (int i = revisions.size() - 1; i >= 0; i--) {
      if (Chips.disclosure(revisions.get(i)).equals(label)) {
        int group = i / GROUP + 1;
        String page = group > groups() ? "" : Addresses.older(group);
        return page + "#" + RevisionViews.id(revisions.get(i).version());
      }
    }
    return "#revisions";
  }

  /** The revisions of an older page, from 1, newest first. */
  public List<RevisionView> group(int number) {
    return range((number - 1) * GROUP, number * GROUP);
  }

  private List<RevisionView> range(int from, int to) {
    List<RevisionView> shown = new ArrayList<>();
    List<Entry.Revised> newestFirst = new ArrayList<>(revisions.subList(from, to));
    Collections.reverse(newestFirst);
    int room = ROOM;
    for (Entry.Revised revised : newestFirst) {
      RevisionView view = views.view(revised, room > 0 ? Limits.AMONG_OTHERS : Limits.BRIEF);
      shown.add(view);
      room -= length(view);
    }
    return shown;
  }

  private static int length(RevisionView view) {
    int length = 0;
    for (Passage passage : view.passages()) {
      for (Run run : passage.runs()) {
        length += run.text().length() + RUN_MARKUP;
      }
      length += PASSAGE_MARKUP;
    }
    return length;
  }

  /** Links to the older pages, newest first. */
  public List<Link> older() {
    List<Link> links = new ArrayList<>();
    for (int group = groups(); group >= 1; group--) {
      int from = revisions.get((group - 1) * GROUP).version() - 1;
      int to = revisions.get(group * GROUP - 1).version();
      links.add(new Link(Addresses.older(group), "Versions " + from + " to " + to));
    }
    return links;
  }

  /** Links to other ways of comparing; empty where nothing was revised. */
  public List<Link> views() {
    if (revisions.isEmpty()) {
      return List.of();
    }
    int newest = revisions.get(revisions.size() - 1).version();
    List<Link> links = new ArrayList<>();
    if (versions > 2) {
      links.add(new Link(Addresses.FIRST_LATEST, "First and latest version compared"));
    }
    links.add(new Link(Addresses.revision(newest), "Newest revision, side by side"));
    links.add(new Link(Addresses.version(versions), "Latest text"));
    links.add(new Link(Addresses.version(1), "First text"));
    return links;
  }
}
