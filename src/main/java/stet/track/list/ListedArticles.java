package stet.track.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import stet.diff.Label;
import stet.store.ArticleLines;
import stet.store.ArticleLines.Row;
import stet.store.ArticleLines.Stored;
import stet.store.EditFilter;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Lists articles in the order of their addresses. What is stored tells of most of them; of those on
 * whose revisions something may be marked when they are read, the timeline is read.
 */
public final class ListedArticles {
  private static final int STEP = 200;

  private final ArticleLines lines;
  private final Set<String> marked;
  private final ArticleLines.Furniture furniture;
  private final LongFunction<Timeline> timelines;
  private final BiPredicate<Long, EditFilter> hasSuch;

  /**
   * @param marked keys of articles of which some revisions are labelled otherwise when read
   * @param furniture which articles may learn
   * @param timelines the timeline of the article of a number
   * @param hasSuch whether the article of a number has an edit that passes a filter
   */
  public ListedArticles(
      ArticleLines lines,
      Set<String> marked,
      ArticleLines.Furniture furniture,
      LongFunction<Timeline> timelines,
      BiPredicate<Long, EditFilter> hasSuch) {
    this.lines = lines;
    this.marked = marked;
    this.furniture = furniture;
    this.timelines = timelines;
    this.hasSuch = hasSuch;
  }

  /** Takes articles one after the other. */
  public interface Taker {
    /**
     * @return whether another one is wanted
     */
    boolean take(Listed article);
  }

  /**
   * Hands over the articles that have an edit which passes the filter; few are in memory.
   *
   * @param most how many
   */
  public void each(EditFilter filter, int most, Taker to) {
    each("", "", filter, most, to);
  }

  /**
   * A part of all articles.
   *
   * @param text in their address or in a headline they ever had; empty for all
   * @param after only those whose address comes after this one; empty for the first
   * @param most how many
   */
  public List<Listed> part(String text, String after, int most) {
    List<Listed> part = new ArrayList<>();
    each(text, after, EditFilter.ALL, most, part::add);
    return part;
  }

  private void each(String text, String after, EditFilter filter, int most, Taker to) {
    String last = after;
    int left = most;
    int asked;
    boolean wanted;
    List<Row> rows;
    do {
      asked = Math.min(STEP, left);
      rows = lines.rows(text, last, filter, marked, asked);
      List<Listed> listed = listed(rows, filter);
      wanted = listed.stream().allMatch(to::take);
      left -= listed.size();
      last = rows.isEmpty() ? last : rows.get(rows.size() - 1).article().uri();
    } while (wanted && rows.size() == asked && left > 0);
  }

  private List<Listed> listed(List<Row> rows, EditFilter filter) {
    List<Long> ids = rows.stream().map(Row::id).toList();
    Map<Long, Stored> stored = lines.labels(ids);
    Set<Long> learning = lines.learning(ids, furniture);
    // Of these what is stored tells too little.
    boolean unsure =
        !filter.words().isBlank()
            || !filter.language().isEmpty()
            || filter.labels().contains(Label.Kind.COSMETIC);
    List<Listed> listed = new ArrayList<>();
    for (Row row : rows) {
      boolean read = marked.contains(row.article().key()) || learning.contains(row.id());
      boolean sure = filter.isAll() || !read && !unsure;
      if (sure || hasSuch.test(row.id(), filter)) {
        Stored labels = stored.getOrDefault(row.id(), Stored.NONE);
        listed.add(listed(row, read ? asRead(timelines.apply(row.id())) : labels));
      }
    }
    return listed;
  }

  private static Stored asRead(Timeline timeline) {
    List<List<Label>> labels = timeline.revisions().stream().map(Entry.Revised::labels).toList();
    int silent = (int) labels.stream().filter(l -> l.get(0).kind() == Label.Kind.SILENT).count();
    return new Stored(silent, labels.isEmpty() ? List.of() : labels.get(labels.size() - 1));
  }

  private static Listed listed(Row row, Stored labels) {
    return new Listed(
        row.article(),
        row.headline(),
        row.versions(),
        row.checks(),
        labels.silent(),
        row.firstSeen(),
        row.lastChanged(),
        labels.latest());
  }
}
