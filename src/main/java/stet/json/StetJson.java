package stet.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.copies.ToldStory;
import stet.diff.Revision;
import stet.diff.judge.JudgedRevision;
import stet.extract.Extraction;
import stet.ingest.RecordCounts;
import stet.memento.Backfill;
import stet.notes.Annotation;
import stet.notes.NoteStore;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.store.ArticleTable.OutletSummary;
import stet.store.EditTable.Place;
import stet.timeline.BlameWalk;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.track.Accepted;
import stet.track.Audit;
import stet.track.Captures;
import stet.track.Edits;
import stet.track.Search;
import stet.track.list.Listed;
import stet.watch.CheckedAddress;
import stet.watch.TrackedAddress;
import stet.watch.drift.HeldDrift;
import stet.watch.store.Subscription;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchedFeed;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that stet says in JSON. Names are the same wherever they name the same thing, times
 * are UTC, and every object that is printed or written by itself begins with {@code schema}.
 */
public final class StetJson {
  /** Name and version of the form; another version when something is renamed or taken away. */
  public static final String SCHEMA = "stet/1";

  private StetJson() {}

  /** An article in the list of all. */
  public static JsonText listed(Listed article) {
    return new JsonText(ListJson.listed(article));
  }

  /** An article with everything that is known of it. */
  public static JsonText timeline(Timeline timeline) {
    return new JsonText(TimelineJson.of(timeline));
  }

  /** One version of an article. */
  public static JsonText version(TrackedArticle article, SeenVersion version) {
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(article));
    out.setAll(VersionJson.of(version));
    return new JsonText(out);
  }

  /** What changed from one version to another. */
  public static JsonText comparison(
      TrackedArticle article, SeenVersion before, SeenVersion after, Revision revision) {
    return new JsonText(EvidenceJson.comparison(article, before, after, revision));
  }

  /**
   * How a version and a capture that others keep differ.
   *
   * @param version its number
   */
  public static JsonText foreign(
      TrackedArticle article, int version, ForeignFacts facts, Revision revision) {
    return new JsonText(EvidenceJson.foreign(article, version, facts, revision));
  }

  /** Which version brought each word of a version. */
  public static JsonText blame(Timeline timeline, SeenVersion version, BlameWalk walk) {
    return new JsonText(BlameJson.spans(timeline, version, walk));
  }

  /** What left until a version. */
  public static JsonText gone(Timeline timeline, SeenVersion version, BlameWalk walk) {
    return new JsonText(BlameJson.gone(timeline, version, walk));
  }

  /** Where words stand, and when. */
  public static JsonText search(
      String query, List<Search.Match> matches, List<Search.Near> nearest) {
    return new JsonText(SearchJson.of(query, matches, nearest));
  }

  /**
   * What one page says.
   *
   * @param explained whether to tell which rule found what
   */
  public static JsonText extraction(Extraction read, boolean explained) {
    return new JsonText(ExtractionJson.of(read, explained));
  }

  /** A capture that was taken in. */
  public static JsonText accepted(Accepted accepted) {
    return new JsonText(RunJson.accepted(accepted));
  }

  /**
   * What an import of one file came to.
   *
   * @param captures some of those that were taken in, those that were here before included
   * @param refused why some files and records were not taken, in words
   */
  public static JsonText imported(
      ImportCounts counts, List<Accepted> captures, List<String> refused, RecordCounts records) {
    return new JsonText(RunJson.imported(counts, captures, refused, records));
  }

  /** What became of the records of web archives. */
  public static JsonText records(RecordCounts records) {
    return new JsonText(RunJson.records(records));
  }

  /** What a web archive had of a page. */
  public static JsonText backfilled(String uri, Backfill.Outcome outcome) {
    return new JsonText(RunJson.backfilled(uri, outcome));
  }

  /** Where the watch stands. */
  public static JsonText status(WatchStatus status) {
    return new JsonText(WatchJson.status(status));
  }

  /**
   * A list that is watched for articles.
   *
   * @param hub the hub that it names; null where it names none
   */
  public static JsonText feed(WatchedFeed feed, @Nullable Subscription hub) {
    return new JsonText(WatchJson.feed(feed, hub));
  }

  /** Revisions that look like a new page template. */
  public static JsonText drift(HeldDrift drift) {
    return new JsonText(WatchJson.drift(drift));
  }

  /** What a check of the archive found. */
  public static JsonText audit(Audit audit) {
    return new JsonText(RunJson.audit(audit));
  }

  /** The settings of a collection. */
  public static JsonText settings(List<Setting> settings) {
    return new JsonText(RunJson.settings(settings));
  }

  /**
   * A report that was written.
   *
   * @param output its folder
   */
  public static JsonText reported(String output, SiteCounts site) {
    return new JsonText(RunJson.reported(output, site));
  }

  /**
   * An export that was written.
   *
   * @param output its file or folder
   * @param damaged captures that could not be read, a line each
   */
  public static JsonText exported(String output, ExportCounts export, List<String> damaged) {
    return new JsonText(RunJson.exported(output, export, damaged));
  }

  /**
   * A bundle of evidence that was written.
   *
   * @param output its file or folder
   * @param stampedAt when an authority witnessed it; null where none was asked
   */
  public static JsonText bundled(String output, EvidenceFacts facts, @Nullable Instant stampedAt) {
    return new JsonText(EvidenceJson.bundled(output, facts, stampedAt));
  }

  /**
   * A bundle's {@code evidence.json}.
   *
   * @param producer what makes it, name and version
   */
  public static JsonText bundle(EvidenceFacts facts, String producer, Instant madeAt) {
    return new JsonText(EvidenceJson.bundle(facts, producer, madeAt));
  }

  /** A report's {@code article.json}. */
  public static JsonText reportedArticle(Timeline timeline, ReportedRevisions revisions) {
    return new JsonText(SiteJson.article(timeline, revisions));
  }

  /** An article's object in a part of {@code index.json}, which {@link #indexPart} puts there. */
  public static String indexed(ListedArticle article) {
    return new JsonText(SiteJson.listed(article)).line();
  }

  /** A report's {@code index.json}: how many articles there are, and which files have them. */
  public static JsonText index(String title, String producer, int articles, List<String> parts) {
    return new JsonText(SiteJson.index(title, producer, articles, parts));
  }

  /**
   * A part of a report's {@code index.json}, as the content of a file.
   *
   * @param pieces each article as {@link #indexed} made it
   */
  public static byte[] indexPart(List<String> pieces) {
    return SiteJson.part(pieces).getBytes(StandardCharsets.UTF_8);
  }

  /** One of the newest edits, as judged. */
  public static JsonText edit(Edits.Edit edit, JudgedRevision judged) {
    return new JsonText(ListJson.edit(edit, judged));
  }

  /** A place in the list of edits, as {@link #edit} gives it. */
  public static String place(Place place) {
    return ListJson.place(place);
  }

  /** A capture of an article. */
  public static JsonText capture(TrackedArticle article, Captures.Seen capture) {
    return new JsonText(ListJson.capture(article, capture));
  }

  /** A capture of an article with all that is archived of it. */
  public static JsonText keptCapture(CaptureFacts facts) {
    return new JsonText(CaptureJson.of(facts));
  }

  /**
   * A part of a list.
   *
   * @param name of the member that has the items
   * @param items as they stand on lines of their own
   * @param next where the next part is, relative to where this one was asked for; null for none
   */
  public static JsonText page(String name, List<JsonText> items, @Nullable String next) {
    return new JsonText(ListJson.page(name, items, next));
  }

  /** Where a list of lines goes on that ended before its end. */
  public static JsonText continued(String next) {
    return new JsonText(Parts.root().put("next", next));
  }

  /**
   * A part of what was found.
   *
   * @param all how many articles were found
   * @param whole whether there are no others
   * @param next where the next part is, relative to where this one was asked for; null for none
   */
  public static JsonText found(
      String query,
      int all,
      boolean whole,
      List<Search.Match> some,
      List<Search.Near> nearest,
      @Nullable String next) {
    return new JsonText(ListJson.search(query, all, whole, some, nearest, next));
  }

  /** All outlets. */
  public static JsonText outlets(List<OutletSummary> outlets) {
    return new JsonText(ListJson.outlets(outlets));
  }

  /** Figures about a group of articles. */
  public static JsonText stats(GroupFigures figures, Grouping by) {
    return new JsonText(StatsJson.of(figures, by));
  }

  /** What is kept of an article, in a few words. */
  public static JsonText foundArticle(Timeline timeline) {
    return new JsonText(ListJson.foundArticle(timeline));
  }

  /** A page that is checked. */
  public static JsonText trackedPage(TrackedFacts page) {
    return new JsonText(WatchJson.tracked(page));
  }

  /** What came of a wish to have addresses checked out of turn. */
  public static JsonText checked(List<CheckedAddress> addresses) {
    return new JsonText(WatchJson.checked(addresses));
  }

  /** What came of a wish to have addresses checked or no longer checked. */
  public static JsonText tracked(List<TrackedAddress> addresses) {
    return new JsonText(ListJson.tracked(addresses));
  }

  /**
   * What a person said of a revision.
   *
   * @param article that has its address; null where none has
   * @param version to which its revision led; null where it is not there any more
   */
  public static JsonText annotation(
      Annotation annotation, @Nullable TrackedArticle article, @Nullable Integer version) {
    return new JsonText(AnnotationJson.of(annotation, article, version));
  }

  /** What came of annotations that were handed in. */
  public static JsonText saved(NoteStore.Saved saved, List<String> problems) {
    return new JsonText(AnnotationJson.saved(saved, problems));
  }

  /** A story that several outlets printed, with the edits of what they share if asked for. */
  public static JsonText story(ToldStory story, boolean edits) {
    return new JsonText(edits ? StoryJson.edited(story) : StoryJson.copied(story));
  }

  /** A message to people. */
  public static JsonText alert(AlertFacts alert) {
    return new JsonText(AlertJson.of(alert));
  }

  /** Why a request was refused, as RFC 9457 has it. */
  public static JsonText problem(int status, String title, String detail) {
    return new JsonText(
        Parts.root().put("status", status).put("title", title).put("detail", detail));
  }

  /**
   * A row of an export's table.
   *
   * @param cells by column, in order: text, whole number, number, boolean, time, list of texts,
   *     null for none
   */
  public static JsonText row(Map<String, @Nullable Object> cells) {
    return new JsonText(Parts.row(cells));
  }
}
