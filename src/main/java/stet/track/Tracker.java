package stet.track;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stet.archive.ArchiveWriter;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.Erasure;
import stet.store.CaptureTable;
import stet.store.Tables;
import stet.timeline.TrackedArticle;
import stet.track.takedown.Refusal;

/**
 * The whole flow: a capture is archived, read, given to its article, and the article's versions and
 * revisions are brought up to date. Every source of captures enters here.
 *
 * <p>Used by one thread at a time; reading pages uses all cores inside.
 */
public final class Tracker {
  /**
   * So many captures at once keep all cores busy and cost one forced write and one commit, which
   * writes what many of them change once.
   */
  public static final int BATCH = 256;

  /** So many bytes of payloads at once are enough, however few captures they are. */
  public static final long BATCH_BYTES = 32L << 20;

  private final ArchiveWriter archive;
  private final CaptureTable known;
  private final Indexer indexer;
  private final Refusal refusal;

  Tracker(ArchiveWriter archive, Tables tables, Indexer indexer, Refusal refusal) {
    this.archive = archive;
    this.known = tables.captures();
    this.indexer = indexer;
    this.refusal = refusal;
  }

  /**
   * Begins to read captures that will be handed to {@link #accept} soon, while others are written.
   * Nothing is archived or promised yet; the same objects have to come again.
   *
   * @throws IOException when it cannot be told what the archive has
   */
  public void prepare(List<Capture> captures) throws IOException {
    List<Capture> fresh = captures.stream().filter(c -> !known.has(c)).toList();
    indexer.begin(fresh);
    archive.prepare(fresh);
  }

  /**
   * Takes captures in. When this returns, their bytes are forced to disk and their timelines are up
   * to date; when it throws, none of them is acknowledged, and what reached the archive is indexed
   * at the next opening.
   *
   * @param captures few enough that their payloads fit into memory together; {@link #BATCH} and
   *     {@link #BATCH_BYTES} are good bounds
   * @return one for each capture, in their order
   * @throws IOException when the archive cannot be written
   */
  public List<Accepted> accept(List<Capture> captures) throws IOException {
    Map<Capture, Erasure> refused = refusal.of(captures);
    List<Capture> fresh = notYetHere(captures, refused);
    List<StoredCapture> kept = archive.append(fresh);
    List<Accepted> added = indexer.index(kept);
    // What was there twice was begun and neither archived nor indexed.
    archive.forget(captures);
    indexer.forget(captures);
    return inOrder(captures, fresh, added, refused);
  }

  private List<Capture> notYetHere(List<Capture> captures, Map<Capture, Erasure> refused) {
    record Key(String uri, Instant at, int ordinal, String digest) {}
    Set<Key> batch = new HashSet<>();
    List<Capture> fresh = new ArrayList<>();
    for (Capture c : captures) {
      Key key = new Key(c.uri(), c.at(), c.ordinal(), c.payload().digest().hex());
      if (!refused.containsKey(c) && batch.add(key) && !known.has(c)) {
        fresh.add(c);
      }
    }
    return fresh;
  }

  private static List<Accepted> inOrder(
      List<Capture> captures,
      List<Capture> fresh,
      List<Accepted> added,
      Map<Capture, Erasure> refused) {
    List<Accepted> all = new ArrayList<>();
    int next = 0;
    for (Capture capture : captures) {
      if (next < fresh.size() && fresh.get(next) == capture) {
        all.add(added.get(next++));
      } else {
        TrackedArticle unknown = new TrackedArticle("", capture.uri(), "");
        Erasure by = refused.get(capture);
        all.add(
            by == null
                ? new Accepted(capture, unknown, Accepted.Outcome.ALREADY_HERE, "")
                : new Accepted(capture, unknown, Accepted.Outcome.REFUSED, by.words()));
      }
    }
    return all;
  }
}
