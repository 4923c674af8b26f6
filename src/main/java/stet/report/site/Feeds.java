package stet.report.site;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.report.ReportOptions;
import stet.report.feed.Feed;
import stet.report.feed.FeedEntry;
import stet.report.page.RevisionView;
import stet.report.view.ArticleLine;
import stet.report.view.FrameMaker;
import stet.report.view.RevisionViews;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Limits;
import stet.report.words.Pages;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;

/**
 * The feeds of a site. An article's own feed is written with its pages. The feeds of the collection
 * and of the outlets take their entries from there, so that an article that did not change need not
 * be read again for them.
 */
final class Feeds {
  private static final int COLLECTION = 50;
  private static final int OUTLET = 20;
  private static final int ARTICLE = 20;

  /**
   * Characters of markup in an article's feed after which further entries say what an edit comes to
   * and leave its words to its page. The newest entry always has them.
   */
  private static final int ROOM = 600;

  /**
   * An entry of which it is not known yet whether it will stand in a feed.
   *
   * @param folder the article's folder
   */
  record Ref(Instant at, String id, String folder, int version) {
    static final Comparator<Ref> NEWEST =
        Comparator.comparing(Ref::at).reversed().thenComparing(Ref::id);
  }

  private final ReportOptions options;

  Feeds(ReportOptions options) {
    this.options = options;
  }

  /** Writes an article's own feeds and returns which revisions stand in them. */
  List<PageSet.Edit> article(FolderPages pages, ArticleWriter.Folder files) throws IOException {
    Timeline timeline = pages.timeline();
    ArticleLine line = pages.line();
    String folder = Addresses.folder(timeline.article());
    List<FeedEntry> entries = new ArrayList<>();
    List<PageSet.Edit> edits = new ArrayList<>();
    List<Entry.Revised> revisions = timeline.revisions();
    for (int i = revisions.size() - 1; i >= Math.max(0, revisions.size() - ARTICLE); i--) {
      edits.add(new PageSet.Edit(revisions.get(i).at(), revisions.get(i).version()));
    }
    List<String> ids = ids(line.article(), edits);
    int room = ROOM;
    for (int i = 0; i < ids.size(); i++) {
      Entry.Revised revised = revisions.get(revisions.size() - 1 - i);
      FeedEntry entry = entry(ids.get(i), revised, pages.views(), line, folder, room > 0);
      entries.add(entry);
      room -= entry.html().length();
    }
    Feed feed =
        feed(
            ":" + line.article().key(),
            line.headline().text(),
            folder,
            line.watching().last(),
            entries);
    files.write("feed.xml", feed.atom("feed.xml"));
    files.write("feed.json", feed.json("feed.json"));
    return edits;
  }

  /** The entry of one revision, with the id that it has in every feed. */
  FeedEntry entry(FolderPages pages, int version) {
    List<Entry.Revised> newest = new ArrayList<>(pages.timeline().revisions());
    Collections.reverse(newest);
    List<String> ids =
        ids(
            pages.line().article(),
            newest.stream().map(r -> new PageSet.Edit(r.at(), r.version())).toList());
    for (int i = 0; i < newest.size(); i++) {
      if (newest.get(i).version() == version) {
        String folder = Addresses.folder(pages.line().article());
        return entry(ids.get(i), newest.get(i), pages.views(), pages.line(), folder, true);
      }
    }
    throw new IllegalArgumentException("no revision led to version " + version);
  }

  /** Writes the feeds of the collection. */
  void writeAll(ShownArticles shown, Instant last, PageFiles files) throws IOException {
    List<FeedEntry> entries = read(newest(shown, "", COLLECTION), files);
    Feed all = feed("", options.title(), "", last, entries);
    files.write("feed.xml", all.atom("feed.xml"));
    files.write("feed.json", all.json("feed.json"));
  }

  /** Writes the feeds of an outlet. */
  void writeOutlet(ShownArticles shown, String outlet, Instant last, PageFiles files)
      throws IOException {
    String page = Addresses.outlet(outlet);
    String name = page.substring(page.indexOf('/') + 1);
    String base = name.substring(0, name.length() - ".html".length());
    Feed feed =
        new Feed(
            "urn:stet:edits:outlet:" + base,
            "Edits: " + outlet,
            options.producer(),
            options.base(),
            options.hub(),
            "o/",
            name,
            last,
            read(newest(shown, outlet, OUTLET), files));
    files.write("o/" + base + ".xml", feed.atom(base + ".xml"));
    files.write("o/" + base + ".json", feed.json(base + ".json"));
  }

  /**
   * The newest entries. An article that changed later than so many others has none among them,
   * since each of those has one that is newer.
   */
  private static NewestEntries newest(ShownArticles shown, String outlet, int most) {
    NewestEntries newest = new NewestEntries(most);
    for (ArticleRef ref : shown.ordered(ArticleLists.NEWEST_BY_KEY, outlet, 0, most)) {
      PageSet.Note note = shown.note(ref);
      TrackedArticle article = note.line().article();
      List<String> ids = ids(article, note.edits());
      for (int i = 0; i < ids.size(); i++) {
        PageSet.Edit edit = note.edits().get(i);
        newest.add(new Ref(edit.at(), ids.get(i), Addresses.folder(article), edit.version()));
      }
    }
    return newest;
  }

  private static List<FeedEntry> read(NewestEntries refs, PageFiles files) throws IOException {
    Map<String, Map<String, FeedEntry>> byFolder = new HashMap<>();
    List<FeedEntry> entries = new ArrayList<>();
    for (Ref ref : refs.list()) {
      Map<String, FeedEntry> own = byFolder.get(ref.folder());
      if (own == null) {
        own = Feed.entries(files.read(ref.folder() + "feed.json"), ref.folder());
        byFolder.put(ref.folder(), own);
      }
      FeedEntry entry = own.get(ref.id());
      if (entry == null) {
        throw new IOException("'" + ref.folder() + "feed.json' was changed while it was read");
      }
      entries.add(entry);
    }
    return entries;
  }

  private Feed feed(
      String id, String title, String folder, Instant updated, List<FeedEntry> entries) {
    return new Feed(
        "urn:stet:edits" + id,
        "Edits: " + title,
        options.producer(),
        options.base(),
        options.hub(),
        folder,
        "index.html",
        updated,
        entries);
  }

  /**
   * An id for each edit, made from the moment when it was first seen. A version's number would not
   * do: a capture that is imported late may give every later version another, and a reader's
   * program would take all of them for new.
   *
   * @param edits newest first
   */
  private static List<String> ids(TrackedArticle article, List<PageSet.Edit> edits) {
    String[] ids = new String[edits.size()];
    int same = 1;
    for (int i = edits.size() - 1; i >= 0; i--) {
      Instant at = edits.get(i).at();
      same = i + 1 < ids.length && edits.get(i + 1).at().equals(at) ? same + 1 : 1;
      ids[i] = "urn:stet:edit:" + article.key() + ":" + at + (same > 1 ? ":" + same : "");
    }
    return List.of(ids);
  }

  private static FeedEntry entry(
      String id,
      Entry.Revised revised,
      RevisionViews views,
      ArticleLine line,
      String folder,
      boolean words) {
    RevisionView view = words ? views.view(revised, Limits.IN_FEED) : views.brief(revised);
    return new FeedEntry(
        id,
        folder,
        Addresses.revision(revised.version()),
        FrameMaker.headline(line.titled()) + ": " + Chips.edit(revised),
        // Content without words says no more than that.
        words ? String.join(" ", views.summary(revised)) : "",
        Pages.text("feedentry", view),
        // A feed's reader takes it for what the publisher states.
        line.language().guessed() ? "" : line.headline().lang(),
        revised.at());
  }
}
