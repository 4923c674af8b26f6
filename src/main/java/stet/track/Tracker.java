package stet.track;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stet.archive.ArchiveWriter;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.store.CaptureTable;
import stet.timeline.TrackedArticle;

/**
 * The whole flow: a capture is archived, read, given to its article, and the article's versions and
 * revisions are brought up to date. Every source of captures enters here.
 *
 * <p>Used by one thread at a time; reading pages uses all cores inside.
 */
public final class Tracker {
  /** So many captures at once keep all cores busy and cost one forced write. */
  public static final int BATCH = 64;

  /** So many bytes of payloads at once are enough, however few captures they are. */
  public static final long BATCH_BYTES = 32L << 20;

  private final ArchiveWriter archive;
  private final CaptureTable known;
  private final Indexer indexer;

  Tracker(ArchiveWriter archive, CaptureTable known, Indexer indexer) {
    this.archive = archive;
    this.known = known;
    this.indexer = indexer;
  }

  /**
   * Begins to read captures that will be handed to {@link #accept} soon, while others are written.
   * Nothing is archived or promised yet; the same objects have to come again.
   */
  public void prepare(List<Capture> captures) {
    indexer.begin(captures);
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
    List<Capture> fresh = notYetHere(captures);
    List<StoredCapture> kept = archive.append(fresh);
    List<Accepted> added = indexer.index(kept);
    return inOrder(captures, fresh, added);
  }

  private List<Capture> notYetHere(List<Capture> captures) {
    record Key(String uri, Instant at, int ordinal, String digest) {}
    Set<Key> batch = new HashSet<>();
    List<Capture> fresh = new ArrayList<>();
    for (Capture c : captures) {
      Key key = new Key(c.uri(), c.at(), c.ordinal(), c.payload().digest().hex());
      if (batch.add(key) && !known.has(c)) {
        fresh.add(c);
      }
    }
    return fresh;
  }

  private static List<Accepted> inOrder(
      List<Capture> captures, List<Capture> fresh, List<Accepted> added) {
    List<Accepted> all = new ArrayList<>();
    int next = 0;
    for (Capture capture : captures) {
      if (next < fresh.size() && fresh.get(next) == capture) {
        all.add(added.get(next++));
      } else {
        TrackedArticle unknown = new TrackedArticle("", capture.uri(), "");
        all.add(new Accepted(capture, unknown, Accepted.Outcome.ALREADY_HERE, ""));
      }
    }
    return all;
  }
}
