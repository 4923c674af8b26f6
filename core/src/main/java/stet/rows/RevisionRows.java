package stet.rows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.EnumId;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.rows.SentenceCutter.Sentence;
import stet.timeline.Entry;

/** The rows of one revision: itself, its deltas, and its sentences. */
final class RevisionRows<E extends Exception> {
  private final String article;
  private final ArticleVersion before;
  private final ArticleVersion after;
  private final Entry.Revised revised;
  private final Set<DataTable> tables;
  private final RowSink<E> sink;
  private final long number;

  /**
   * @param article the key of the article
   * @param tables of which rows are asked for
   */
  RevisionRows(
      String article,
      ArticleVersion before,
      ArticleVersion after,
      Entry.Revised revised,
      Set<DataTable> tables,
      RowSink<E> sink) {
    this.article = article;
    this.before = before;
    this.after = after;
    this.revised = revised;
    this.tables = tables;
    this.sink = sink;
    this.number = revised.version();
  }

  void write() throws E {
    // To pair sentences takes longer than all else, and only two tables tell of it.
    if (tables.contains(DataTable.SENTENCES) || tables.contains(DataTable.REVISIONS)) {
      sentences(SentencePairs.of(before, after, revised.revision()));
    }
    if (tables.contains(DataTable.DELTAS)) {
      deltas();
    }
  }

  private void sentences(SentencePairs sentences) throws E {
    if (tables.contains(DataTable.SENTENCES)) {
      for (SentencePairs.Pair pair : sentences.pairs()) {
        sentence(pair, sentences);
      }
    }
    if (tables.contains(DataTable.REVISIONS)) {
      revision(sentences.pairs());
    }
  }

  private void deltas() throws E {
    for (Hunk hunk : revised.revision().hunks()) {
      deltas("body", hunk.deltas(), first(hunk.before()), first(hunk.after()));
    }
    for (FieldChange field : revised.revision().fields()) {
      deltas(EnumId.of(field.field()), field.deltas(), null, null);
    }
  }

  private void sentence(SentencePairs.Pair pair, SentencePairs sentences) throws E {
    int o = pair.oldIndex();
    int n = pair.newIndex();
    Sentence old = o < 0 ? null : sentences.old().get(o);
    Sentence now = n < 0 ? null : sentences.now().get(n);
    sink.row(
        DataTable.SENTENCES,
        TimelineRows.of(
            article,
            number - 1,
            number,
            EnumId.of(pair.operation()),
            old == null ? null : (long) o,
            now == null ? null : (long) n,
            old == null ? null : (long) old.block(),
            now == null ? null : (long) now.block(),
            old == null ? null : old.text(),
            now == null ? null : now.text(),
            Math.round(pair.similarity() * 1000) / 1000.0,
            pair.moved()));
  }

  private void revision(List<SentencePairs.Pair> pairs) throws E {
    Map<SentencePairs.Operation, Long> sentences = new EnumMap<>(SentencePairs.Operation.class);
    pairs.forEach(p -> sentences.merge(p.operation(), 1L, Long::sum));
    List<Label> labels = revised.labels();
    Counts words = revised.revision().counts();
    sink.row(
        DataTable.REVISIONS,
        TimelineRows.of(
            article,
            number - 1,
            number,
            revised.window().notBefore(),
            revised.window().notAfter(),
            labels.isEmpty() ? "" : labels.get(0).kind().id(),
            labels.stream().skip(1).map(l -> l.kind().id()).toList(),
            (long) words.inserted(),
            (long) words.deleted(),
            (long) words.moved(),
            (long) words.kept(),
            sentences.getOrDefault(SentencePairs.Operation.ADDED, 0L),
            sentences.getOrDefault(SentencePairs.Operation.DELETED, 0L),
            sentences.getOrDefault(SentencePairs.Operation.EDITED, 0L),
            sentences.getOrDefault(SentencePairs.Operation.MOVED, 0L),
            sentences.getOrDefault(SentencePairs.Operation.UNCHANGED, 0L),
            Summary.of(JudgedRevision.of(before, after, revised.revision()), labels).text()));
  }

  private void deltas(
      String place, List<Delta> deltas, @Nullable Long oldBlock, @Nullable Long newBlock) throws E {
    for (Delta delta : deltas) {
      if (delta.kind() != Delta.Kind.KEPT) {
        sink.row(
            DataTable.DELTAS,
            TimelineRows.of(
                article,
                number - 1,
                number,
                place,
                oldBlock,
                newBlock,
                EnumId.of(delta.kind()),
                delta.before(),
                delta.after(),
                delta.move() == 0 ? null : (long) delta.move()));
      }
    }
  }

  private static @Nullable Long first(List<Integer> blocks) {
    return blocks.isEmpty() ? null : (long) blocks.get(0);
  }
}
