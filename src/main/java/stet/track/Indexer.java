package stet.track;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.extract.Extraction;
import stet.store.CaptureTable;
import stet.store.Store;
import stet.store.Tables;
import stet.timeline.TrackedArticle;

/** Turns archived captures into rows: articles, states, versions, revisions. */
final class Indexer implements AutoCloseable {
  private final Store store;
  private final Tables tables;
  private final PageReader reader;
  private final TimelineKeeper timelines;

  Indexer(Store store, Engine engine) {
    this.store = store;
    this.tables = store.tables();
    this.reader = new PageReader(engine.extractor());
    this.timelines = new TimelineKeeper(tables, engine.differ(), engine.labeller());
  }

  /** Indexes captures in one transaction, and gives one answer for each, in order. */
  List<Accepted> index(List<StoredCapture> kept) throws IOException {
    List<Extraction> read = reader.readAll(kept.stream().map(StoredCapture::capture).toList());
    try {
      return store.write(() -> add(kept, read));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Accepted> add(List<StoredCapture> kept, List<Extraction> read) {
    List<Accepted> accepted = new ArrayList<>();
    Set<Long> touched = new LinkedHashSet<>();
    for (int i = 0; i < kept.size(); i++) {
      accepted.add(add(kept.get(i), read.get(i), touched));
    }
    touched.forEach(timelines::refresh);
    return accepted;
  }

  private Accepted add(StoredCapture kept, Extraction extraction, Set<Long> touched) {
    Capture capture = kept.capture();
    TrackedArticle article = ArticleIdentity.of(capture, extraction);
    tables.warcFiles().indexed(kept.location().file(), kept.location().end());
    if (tables.captures().has(capture)) {
      // A crash can leave a capture archived but not indexed; imported again, it is there twice.
      return new Accepted(capture, article, Accepted.Outcome.ALREADY_HERE, "");
    }
    long id = tables.articles().idOf(article);
    tables.payloads().add(capture.payload().digest(), capture.payload().size(), kept.payload());
    tables.captures().add(id, capture, kept.location(), outcome(id, extraction));
    touched.add(id);
    return extraction instanceof Extraction.NotAnArticle not
        ? new Accepted(capture, article, Accepted.Outcome.NOT_AN_ARTICLE, not.detail())
        : new Accepted(capture, article, Accepted.Outcome.ARTICLE, "");
  }

  private CaptureTable.Outcome outcome(long article, Extraction extraction) {
    if (extraction instanceof Extraction.Article read) {
      return new CaptureTable.Outcome(tables.states().idOf(article, read.version()), null, null);
    }
    Extraction.NotAnArticle not = (Extraction.NotAnArticle) extraction;
    String reason = not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CaptureTable.Outcome(null, reason, not.detail());
  }

  @Override
  public void close() {
    reader.close();
  }
}
