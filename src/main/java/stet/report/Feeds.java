package stet.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.report.page.RevisionView;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Gathers the feeds of a site while its articles are written. */
final class Feeds {
  private static final int COLLECTION = 50;
  private static final int OUTLET = 20;
  private static final int ARTICLE = 30;

  private final ReportOptions options;
  private final NewestEntries newest = new NewestEntries(COLLECTION);
  private final Map<String, NewestEntries> byOutlet = new HashMap<>();

  Feeds(ReportOptions options) {
    this.options = options;
  }

  /** Takes an article's revisions up and writes its own feeds. */
  void article(
      Timeline timeline, ArticleLine line, RevisionViews views, String folder, PageFiles files)
      throws IOException {
    List<FeedEntry> entries = new ArrayList<>();
    List<Entry.Revised> revisions = timeline.revisions();
    for (int i = revisions.size() - 1; i >= Math.max(0, revisions.size() - ARTICLE); i--) {
      entries.add(entry(revisions.get(i), views, line, folder));
    }
    NewestEntries outlet =
        byOutlet.computeIfAbsent(line.article().outlet(), o -> new NewestEntries(OUTLET));
    entries.forEach(newest::add);
    entries.forEach(outlet::add);
    Feed feed =
        feed(":" + line.article().key(), line.headline().text(), "../../", line.last(), entries);
    files.writeInto(folder, "feed.xml", feed.atom("feed.xml"));
    files.writeInto(folder, "feed.json", feed.json());
  }

  /** Writes the feeds of the collection and of its outlets. */
  void write(List<ArticleLine> lines, PageFiles files) throws IOException {
    Map<String, Instant> last = new HashMap<>();
    Instant latest = Instant.EPOCH;
    for (ArticleLine line : lines) {
      last.merge(line.article().outlet(), line.last(), Feeds::later);
      latest = later(latest, line.last());
    }
    Feed all = feed("", options.title(), "", latest, newest.list());
    files.write("feed.xml", all.atom("feed.xml"));
    files.write("feed.json", all.json());
    for (Map.Entry<String, NewestEntries> outlet : byOutlet.entrySet()) {
      String page = Addresses.outlet(outlet.getKey());
      String name = page.substring(page.indexOf('/') + 1);
      String base = name.substring(0, name.length() - ".html".length());
      Instant updated = last.getOrDefault(outlet.getKey(), latest);
      List<FeedEntry> entries = outlet.getValue().list();
      Feed feed =
          new Feed(
              "urn:stet:edits:outlet:" + base,
              "Edits: " + outlet.getKey(),
              options.producer(),
              "../",
              name,
              updated,
              entries);
      files.write("o/" + base + ".xml", feed.atom(base + ".xml"));
      files.write("o/" + base + ".json", feed.json());
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Feed feed(
      String id, String title, String root, Instant updated, List<FeedEntry> entries) {
    return new Feed(
        "urn:stet:edits" + id,
        "Edits: " + title,
        options.producer(),
        root,
        "index.html",
        updated,
        entries);
  }

  private static FeedEntry entry(
      Entry.Revised revised, RevisionViews views, ArticleLine line, String folder) {
    RevisionView view = views.view(revised, Limits.IN_FEED);
    String summary = String.join(" ", views.summary(revised));
    return new FeedEntry(
        "urn:stet:edit:" + line.article().key() + ":" + revised.at() + ":" + revised.version(),
        folder,
        Addresses.revision(revised.version()),
        FrameMaker.headline(line) + ": " + Chips.disclosure(revised) + " edit",
        summary,
        Pages.text("feedentry", view),
        line.headline().lang(),
        revised.at());
  }
}
