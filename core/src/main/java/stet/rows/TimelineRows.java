package stet.rows;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * The rows of one timeline in all tables: its article, versions, revisions, deltas and sentences.
 * They follow from the timeline alone. A table's rows come in the order of time, and those of one
 * article before those of the next one that is written. Whoever parts files by outlet or month has
 * both from the timeline, so that rows are the same wherever they go.
 *
 * @param <E> how the sink fails
 */
public final class TimelineRows<E extends Exception> {
  private static final Set<DataTable> OF_REVISIONS =
      EnumSet.of(DataTable.REVISIONS, DataTable.DELTAS, DataTable.SENTENCES);

  private final Set<DataTable> tables;
  private final RowSink<E> sink;

  private TimelineRows(Set<DataTable> tables, RowSink<E> sink) {
    this.tables = tables;
    this.sink = sink;
  }

  /**
   * Hands over all rows of a timeline.
   *
   * @throws E when the sink fails
   */
  public static <E extends Exception> void write(Timeline timeline, RowSink<E> sink) throws E {
    write(timeline, EnumSet.allOf(DataTable.class), sink);
  }

  /**
   * Hands over the rows of some tables; nothing is made of the others.
   *
   * @throws E when the sink fails
   */
  public static <E extends Exception> void write(
      Timeline timeline, Set<DataTable> tables, RowSink<E> sink) throws E {
    new TimelineRows<>(tables, sink).write(timeline);
  }

  /** A row of these values, of which any may be null. */
  static List<@Nullable Object> of(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private void write(Timeline timeline) throws E {
    if (tables.contains(DataTable.ARTICLES)) {
      article(timeline);
    }
    if (tables.contains(DataTable.VERSIONS)) {
      for (SeenVersion version : timeline.versions()) {
        version(timeline.article().key(), version);
      }
    }
    if (!Collections.disjoint(tables, OF_REVISIONS)) {
      revisions(timeline);
    }
  }

  private void revisions(Timeline timeline) throws E {
    List<SeenVersion> versions = timeline.versions();
    for (Entry.Revised revised : timeline.revisions()) {
      ArticleVersion before = versions.get(revised.version() - 2).state();
      ArticleVersion after = versions.get(revised.version() - 1).state();
      String article = timeline.article().key();
      new RevisionRows<>(article, before, after, revised, tables, sink).write();
    }
  }

  private void article(Timeline timeline) throws E {
    List<SeenVersion> versions = timeline.versions();
    SeenVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    sink.row(
        DataTable.ARTICLES,
        of(
            timeline.article().key(),
            timeline.article().uri(),
            timeline.article().outlet(),
            last == null ? "" : last.state().headline(),
            last == null ? "" : last.state().language(),
            last != null && last.state().isLanguageGuessed(),
            last == null ? null : versions.get(0).first().at(),
            last == null ? null : last.lastSeen(),
            (long) timeline.captures(),
            (long) versions.size(),
            (long) timeline.revisions().size()));
  }

  private void version(String article, SeenVersion seen) throws E {
    ArticleVersion v = seen.state();
    sink.row(
        DataTable.VERSIONS,
        of(
            article,
            (long) seen.number(),
            seen.first().at(),
            seen.lastSeen(),
            (long) seen.checks(),
            v.headline(),
            v.dek(),
            v.byline().printed(),
            v.byline().authors(),
            v.dateline(),
            v.section(),
            v.language(),
            v.isLanguageGuessed(),
            v.published().map(StatedDate::iso).orElse(""),
            v.updated().map(StatedDate::iso).orElse(""),
            v.notices().stream().map(Notice::text).toList(),
            v.body().stream().map(Block::text).collect(Collectors.joining("\n\n")),
            seen.first().source(),
            seen.first().digest(),
            v.extractor()));
  }
}
