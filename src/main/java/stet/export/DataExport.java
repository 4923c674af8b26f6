package stet.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * Articles, versions, revisions, deltas and sentences as tables for pandas, R and DuckDB. The
 * sentences have the shape of the NewsEdits corpus (Spangher et al., 2022): pairs of versions, each
 * sentence added, deleted, edited, moved or unchanged.
 */
public final class DataExport {
  private final Map<DataTable, RowWriter> tables = new EnumMap<>(DataTable.class);

  private DataExport() {}

  /** In which form. */
  public enum Format {
    /** One JSON object a line. */
    JSONL,
    /** RFC 4180, UTF-8, with a header line. */
    CSV
  }

  /**
   * Writes one file for each table. They are put in their places when all are complete.
   *
   * @param folder made where there is none; files of these names in it are replaced
   * @throws IOException when a file cannot be written
   */
  public static Exported write(Iterator<Timeline> articles, Path folder, Format format)
      throws IOException {
    String ending = format == Format.CSV ? ".csv" : ".jsonl";
    try (WorkFolder work = WorkFolder.beside(folder.resolve("tables"))) {
      int count = new DataExport().writeAll(articles, work.path(), format == Format.CSV);
      long bytes = 0;
      for (DataTable table : DataTable.values()) {
        Path whole = work.file(table.id() + ending);
        bytes += Files.size(whole);
        WorkFolder.put(whole, folder.resolve(table.id() + ending));
      }
      return new Exported(count, 0, DataTable.values().length, bytes, List.of());
    }
  }

  private int writeAll(Iterator<Timeline> articles, Path folder, boolean csv) throws IOException {
    int count = 0;
    try {
      for (DataTable table : DataTable.values()) {
        tables.put(table, new RowWriter(table, folder, csv));
      }
      while (articles.hasNext()) {
        write(articles.next());
        count++;
      }
    } finally {
      for (RowWriter table : tables.values()) {
        table.close();
      }
    }
    return count;
  }

  private void row(DataTable table, @Nullable Object... values) throws IOException {
    Objects.requireNonNull(tables.get(table)).write(values);
  }

  private void write(Timeline timeline) throws IOException {
    List<SeenVersion> versions = timeline.versions();
    SeenVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    row(
        DataTable.ARTICLES,
        timeline.article().key(),
        timeline.article().uri(),
        timeline.article().outlet(),
        last == null ? "" : last.state().headline(),
        last == null ? "" : last.state().language(),
        last != null && last.state().isLanguageGuessed(),
        last == null ? null : versions.get(0).first().at(),
        last == null ? null : last.lastSeen(),
        timeline.captures(),
        versions.size(),
        timeline.revisions().size());
    for (SeenVersion version : versions) {
      write(timeline.article().key(), version);
    }
    for (Entry.Revised revised : timeline.revisions()) {
      write(
          timeline.article().key(),
          versions.get(revised.version() - 2).state(),
          versions.get(revised.version() - 1).state(),
          revised);
    }
  }

  private void write(String article, SeenVersion seen) throws IOException {
    ArticleVersion v = seen.state();
    row(
        DataTable.VERSIONS,
        article,
        seen.number(),
        seen.first().at(),
        seen.lastSeen(),
        seen.checks(),
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
        v.extractor());
  }

  private void write(
      String article, ArticleVersion before, ArticleVersion after, Entry.Revised revised)
      throws IOException {
    int number = revised.version();
    Map<SentencePairs.Operation, Integer> sentences =
        writeSentences(article, before, after, revised);
    List<Label> labels = revised.labels();
    row(
        DataTable.REVISIONS,
        article,
        number - 1,
        number,
        revised.window().notBefore(),
        revised.window().notAfter(),
        labels.isEmpty() ? "" : labels.get(0).kind().id(),
        labels.stream().skip(1).map(l -> l.kind().id()).toList(),
        revised.revision().counts().inserted(),
        revised.revision().counts().deleted(),
        revised.revision().counts().moved(),
        revised.revision().counts().kept(),
        sentences.getOrDefault(SentencePairs.Operation.ADDED, 0),
        sentences.getOrDefault(SentencePairs.Operation.DELETED, 0),
        sentences.getOrDefault(SentencePairs.Operation.EDITED, 0),
        sentences.getOrDefault(SentencePairs.Operation.MOVED, 0),
        sentences.getOrDefault(SentencePairs.Operation.UNCHANGED, 0),
        Summary.of(JudgedRevision.of(before, after, revised.revision()), labels).text());
    for (Hunk hunk : revised.revision().hunks()) {
      writeDeltas(
          article, number, "body", hunk.deltas(), first(hunk.before()), first(hunk.after()));
    }
    for (FieldChange field : revised.revision().fields()) {
      writeDeltas(article, number, EnumId.of(field.field()), field.deltas(), null, null);
    }
  }

  private static @Nullable Integer first(List<Integer> blocks) {
    return blocks.isEmpty() ? null : blocks.get(0);
  }

  private void writeDeltas(
      String article,
      int number,
      String place,
      List<Delta> deltas,
      @Nullable Integer oldBlock,
      @Nullable Integer newBlock)
      throws IOException {
    for (Delta delta : deltas) {
      if (delta.kind() != Delta.Kind.KEPT) {
        row(
            DataTable.DELTAS,
            article,
            number - 1,
            number,
            place,
            oldBlock,
            newBlock,
            EnumId.of(delta.kind()),
            delta.before(),
            delta.after(),
            delta.move() == 0 ? null : delta.move());
      }
    }
  }

  private Map<SentencePairs.Operation, Integer> writeSentences(
      String article, ArticleVersion before, ArticleVersion after, Entry.Revised revised)
      throws IOException {
    SentencePairs sentences = SentencePairs.of(before, after, revised.revision());
    Map<SentencePairs.Operation, Integer> counts = new EnumMap<>(SentencePairs.Operation.class);
    for (SentencePairs.Pair pair : sentences.pairs()) {
      counts.merge(pair.operation(), 1, Integer::sum);
      int o = pair.oldIndex();
      int n = pair.newIndex();
      row(
          DataTable.SENTENCES,
          article,
          revised.version() - 1,
          revised.version(),
          EnumId.of(pair.operation()),
          o < 0 ? null : o,
          n < 0 ? null : n,
          o < 0 ? null : sentences.old().get(o).block(),
          n < 0 ? null : sentences.now().get(n).block(),
          o < 0 ? null : sentences.old().get(o).text(),
          n < 0 ? null : sentences.now().get(n).text(),
          Math.round(pair.similarity() * 1000) / 1000.0,
          pair.moved());
    }
    return counts;
  }
}
