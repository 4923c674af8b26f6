package stet.track;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stet.archive.RecordScan;
import stet.archive.StoredRecord;
import stet.archive.StoredRecord.DamagedRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.store.Store;

/** Indexes what the archive holds and the index does not know yet: after a kill, or all of it. */
final class CatchUp {
  private final WarcArchive archive;
  private final Store store;
  private final Indexer indexer;
  private final List<StoredCapture> batch = new ArrayList<>();
  private final List<StoredCapture> waiting = new ArrayList<>();
  private long batchBytes;
  private final List<String> damage = new ArrayList<>();
  private int done;

  CatchUp(WarcArchive archive, Store store, Indexer indexer) {
    this.archive = archive;
    this.store = store;
    this.indexer = indexer;
  }

  /**
   * What was indexed.
   *
   * @param captures how many
   * @param damage stretches of the archive that could not be read, one line each
   */
  record Result(int captures, List<String> damage) {}

  Result run(Progress progress) throws IOException {
    Map<String, Long> indexed = store.tables().warcFiles().indexedLengths();
    for (String file : archive.files()) {
      long from = indexed.getOrDefault(file, 0L);
      if (from < archive.size(file)) {
        index(file, from, progress);
      }
    }
    flush(progress);
    write(progress);
    return new Result(done, damage);
  }

  private void index(String file, long from, Progress progress) throws IOException {
    try (RecordScan scan = archive.scan(file, from)) {
      for (StoredRecord record = scan.next(); record != null; record = scan.next()) {
        if (record instanceof StoredCapture capture) {
          add(capture, progress);
        } else if (record instanceof DamagedRecord damaged) {
          damage.add(
              String.format(
                  Locale.ROOT,
                  "'%s': at byte %,d: %s; passed over",
                  file,
                  damaged.location().offset(),
                  damaged.what()));
        }
      }
    }
  }

  private void add(StoredCapture capture, Progress progress) throws IOException {
    batch.add(capture);
    batchBytes += capture.capture().payload().size();
    if (batch.size() >= Tracker.BATCH || batchBytes >= Tracker.BATCH_BYTES) {
      flush(progress);
    }
  }

  /** One batch is read while the one before it is written. */
  private void flush(Progress progress) throws IOException {
    indexer.begin(batch.stream().map(StoredCapture::capture).toList());
    write(progress);
    waiting.addAll(batch);
    batch.clear();
    batchBytes = 0;
  }

  private void write(Progress progress) throws IOException {
    if (!waiting.isEmpty()) {
      indexer.index(waiting);
      done += waiting.size();
      progress.advance(waiting.size());
      waiting.clear();
    }
  }
}
