package stet.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.RevisionJson;
import stet.store.AddressTable;
import stet.store.ArticleLines;
import stet.store.ArticleTable;
import stet.store.RevisionTable;
import stet.store.Tables;
import stet.story.ArticleIdentity;
import stet.story.OutletFurniture;
import stet.timeline.Entry;
import stet.timeline.KeptTimeline;
import stet.timeline.KeptTimelines;
import stet.timeline.Marks;
import stet.timeline.Run;
import stet.timeline.Sighting;
import stet.timeline.Timeline;
import stet.timeline.TimelineBuilder;
import stet.timeline.TrackedArticle;
import stet.track.list.ListedArticles;

/** Timelines as stored. */
public final class Timelines {
  private final Tables tables;
  private final HostFurniture marks;

  Timelines(Tables tables, Marks marks) {
    this.tables = tables;
    this.marks = new HostFurniture(tables, marks, this::bare);
  }

  /** An article that was found by what a person typed. */
  public record Found(long id, TrackedArticle article) {}

  /** The keys of articles that are named after these addresses. */
  public static Set<String> keys(java.util.Collection<String> addresses) {
    return addresses.stream()
        .map(a -> ArticleIdentity.article(a).key())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The article of that number, key or address, or one of its addresses. */
  public Optional<Found> find(String idKeyOrUri) {
    return tables
        .articles()
        .find(idKeyOrUri)
        .or(() -> byAddress(ArticleIdentity.normalise(idKeyOrUri)))
        .map(Timelines::found);
  }

  private Optional<ArticleTable.Row> byAddress(String address) {
    return tables
        .articles()
        .find(address)
        .or(
            () ->
                tables
                    .addresses()
                    .article(address)
                    .map(id -> new ArticleTable.Row(id, tables.articles().get(id))));
  }

  /** Articles with {@code text} in their address or in a headline they ever had. */
  public List<Found> search(String text, int limit) {
    return tables.articles().search(text, limit).stream().map(Timelines::found).toList();
  }

  private static Found found(ArticleTable.Row row) {
    return new Found(row.id(), row.article());
  }

  /** Articles in the order of their addresses, with what their latest edit was. */
  public ListedArticles listed() {
    return new ListedArticles(
        tables.lines(),
        marks.articles(),
        new ArticleLines.Furniture(OutletFurniture.LONGEST, OutletFurniture.STORIES),
        this::of,
        (article, filter) -> !edits().of(article, filter).isEmpty());
  }

  /** The outlets of the articles, in the order of their names. */
  public List<String> outlets() {
    return tables.articles().outlets();
  }

  /** All outlets in the order of their names, one line each. */
  public List<ArticleTable.OutletSummary> outletSummaries() {
    return tables.articles().outletSummaries();
  }

  /** The addresses under which the article of that number was captured; its own among them. */
  public List<String> addresses(long article) {
    return tables.addresses().of(article).stream().map(AddressTable.Alias::uri).toList();
  }

  /** How many articles there are. */
  public int count() {
    return tables.articles().count();
  }

  /**
   * The same articles for who read them before and wants to know what changed since.
   *
   * @return asks the collection each time
   */
  public KeptTimelines changes() {
    return new StoredTimelines(tables, this, marks);
  }

  /** The newest edits of all of them. */
  public Edits edits() {
    return new Edits(tables, this, marks);
  }

  /** The timelines of all articles, in the order of their addresses, each read when asked for. */
  public Iterator<Timeline> all() {
    return read(tables.articles().ids());
  }

  /**
   * The timelines of some outlets' articles, outlet after outlet, each read when asked for.
   *
   * @param outlets empty for all
   */
  public Iterator<Timeline> ofOutlets(Set<String> outlets) {
    return outlets.isEmpty() ? all() : read(ids(outlets));
  }

  /**
   * The same for who read them before.
   *
   * @param outlets empty for all
   */
  public Iterator<KeptTimeline> keptOfOutlets(Set<String> outlets) {
    List<Long> numbers = outlets.isEmpty() ? tables.articles().ids() : ids(outlets);
    return new StoredTimelines(tables, this, marks).of(numbers);
  }

  /**
   * How many articles those outlets have.
   *
   * @param outlets empty for all
   */
  public int count(Set<String> outlets) {
    return outlets.isEmpty() ? count() : ids(outlets).size();
  }

  private List<Long> ids(Set<String> outlets) {
    return outlets.stream().sorted().flatMap(o -> tables.articles().ids(o).stream()).toList();
  }

  private Iterator<Timeline> read(List<Long> numbers) {
    Iterator<Long> ids = numbers.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return ids.hasNext();
      }

      @Override
      public Timeline next() {
        return of(ids.next());
      }
    };
  }

  /** What the revisions of an outlet's articles did to whole blocks, of those seen since then. */
  public List<BlockChange> blockChanges(String outlet, Instant since) {
    // One timeline for all revisions of an article: a live story has hundreds of them.
    Map<Long, Set<Integer>> numbers = new LinkedHashMap<>();
    for (RevisionTable.Place place : tables.revisions().since(outlet, since)) {
      numbers.computeIfAbsent(place.article(), a -> new HashSet<>()).add(place.number());
    }
    List<BlockChange> changes = new ArrayList<>();
    numbers.forEach(
        (article, wanted) -> {
          Timeline timeline = of(article);
          timeline.revisions().stream()
              .filter(r -> wanted.contains(r.version()))
              .map(r -> blockChange(timeline, r))
              .forEach(changes::add);
        });
    return changes;
  }

  private static BlockChange blockChange(Timeline timeline, Entry.Revised revised) {
    List<Block> before = timeline.versions().get(revised.version() - 2).state().body();
    List<Block> after = timeline.versions().get(revised.version() - 1).state().body();
    Set<String> removed = new HashSet<>();
    Set<String> added = new HashSet<>();
    for (Hunk hunk : revised.revision().hunks()) {
      if (hunk instanceof Hunk.Deleted gone) {
        removed.add(before.get(gone.beforeBlock()).text());
      } else if (hunk instanceof Hunk.Inserted come) {
        added.add(after.get(come.afterBlock()).text());
      }
    }
    return new BlockChange(timeline.article(), revised.at(), removed, added);
  }

  /** How many articles of an outlet were seen in that time, whatever they showed. */
  public int articlesSeen(String outlet, Instant from, Instant until) {
    return tables.captures().articlesSeen(outlet, from, until);
  }

  /** The timeline of the article of that number, with what is marked on it. */
  public Timeline of(long article) {
    return marked(bare(article));
  }

  /** What is marked on a timeline that was read without marks. */
  Timeline marked(Timeline bare) {
    return marks.marked(bare).weighed(marks.weights());
  }

  /**
   * The blocks that came or went as a whole with a revision and stand in several other stories of
   * its outlet, too: what an outlet says to its readers rather than what the story says.
   *
   * @param timeline as read from here
   */
  public List<Block> furniture(Timeline timeline, Entry.Revised revised) {
    return marks.furniture(timeline, revised);
  }

  private Timeline bare(long article) {
    List<Sighting> sightings = tables.captures().sightings(article);
    List<Run> runs = Run.of(sightings);
    List<Entry.Revised> revisions = new ArrayList<>();
    for (RevisionTable.Row row : tables.revisions().of(article)) {
      revisions.add(revised(runs, row));
    }
    return TimelineBuilder.build(
        tables.articles().get(article), sightings, revisions, tables.states()::get);
  }

  private Entry.Revised revised(List<Run> runs, RevisionTable.Row row) {
    ArticleVersion before = tables.states().get(runs.get(row.number() - 2).state());
    Revision revision = RevisionJson.read(row.changes(), before);
    return new Entry.Revised(row.number(), row.window(), revision, row.labels());
  }
}
