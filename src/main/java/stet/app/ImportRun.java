package stet.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import stet.capture.Capture;
import stet.ingest.Found;
import stet.ingest.RecordCounts;
import stet.ingest.SavedPages;
import stet.ingest.WebArchives;
import stet.track.Accepted;
import stet.track.Captures;
import stet.track.CollectionWriter;
import stet.track.Tracker;

/** One import: saved pages and web archives, in batches, to the tracker. */
public final class ImportRun {
  /**
   * What came of an import.
   *
   * @param added captures that are new here
   * @param known captures that were here already
   * @param notArticles how many of those added are no article
   * @param refused files and records that were not taken
   * @param articles how many articles have new captures
   * @param records what became of the records of web archives
   */
  public record Result(
      long added, long known, long notArticles, long refused, int articles, RecordCounts records) {}

  private final Tracker tracker;
  private final Captures here;
  private final CollectionWriter.Recovery recovery;
  private final ImportListener listener;
  private final Set<String> articles = new TreeSet<>();
  private final List<Found.Page> batch = new ArrayList<>();
  private final List<Found.Page> waiting = new ArrayList<>();
  private long batchBytes;
  private long added;
  private long known;
  private long notArticles;
  private long refused;

  /** An import into a collection that is open for writing. */
  public ImportRun(CollectionWriter writer, ImportListener listener) {
    this.tracker = writer.tracker();
    this.here = writer.collection().captures();
    this.recovery = writer.recovery();
    this.listener = listener;
  }

  /**
   * Takes all of both in.
   *
   * @throws IOException when nothing more can be read or written; what was told as accepted is safe
   */
  public Result run(SavedPages pages, WebArchives archives) throws IOException {
    listener.recovered(recovery);
    listener.timedByFile(pages.timedByFile());
    pages.refused().forEach(this::refuse);
    for (Found found : pages) {
      take(found);
    }
    RecordCounts records = archives.read(here::find, this::take);
    flush();
    write();
    return new Result(added, known, notArticles, refused, articles.size(), records);
  }

  private void take(Found found) throws IOException {
    if (found instanceof Found.Refused no) {
      refuse(no);
      return;
    }
    Found.Page page = (Found.Page) found;
    batch.add(page);
    batchBytes += page.capture().payload().size();
    if (batch.size() >= Tracker.BATCH || batchBytes >= Tracker.BATCH_BYTES) {
      flush();
    }
  }

  private void refuse(Found.Refused no) {
    refused++;
    listener.refused(no);
  }

  /** One batch is read while the one before it is written. */
  private void flush() throws IOException {
    tracker.prepare(batch.stream().map(Found.Page::capture).toList());
    write();
    waiting.addAll(batch);
    batch.clear();
    batchBytes = 0;
  }

  private void write() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    List<Capture> captures = waiting.stream().map(Found.Page::capture).toList();
    List<Accepted> accepted = tracker.accept(captures);
    for (int i = 0; i < accepted.size(); i++) {
      count(accepted.get(i));
      listener.accepted(waiting.get(i).subject(), accepted.get(i));
    }
    listener.committed(waiting.size());
    waiting.clear();
  }

  private void count(Accepted accepted) {
    if (accepted.outcome() == Accepted.Outcome.ALREADY_HERE) {
      known++;
      return;
    } else if (accepted.outcome() == Accepted.Outcome.REFUSED) {
      refused++;
      return;
    }
    added++;
    notArticles += accepted.outcome() == Accepted.Outcome.NOT_AN_ARTICLE ? 1 : 0;
    articles.add(accepted.article().key());
  }
}
