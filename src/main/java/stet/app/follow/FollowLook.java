package stet.app.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import stet.app.ImportListener;
import stet.archive.DamagedRecordException;
import stet.archive.RecordScan;
import stet.archive.StoredRecord;
import stet.archive.StoredRecord.DamagedRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Role;
import stet.track.Accepted;
import stet.track.Tracker;

/** One look through the archives of other collections: takes in what came since the last one. */
final class FollowLook {
  private final Followed followed;
  private final Tracker tracker;
  private final ImportListener listener;
  private final Consumer<String> log;
  private final List<Capture> batch = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final Map<Path, Long> reached = new TreeMap<>();
  private final Set<String> changed = new TreeSet<>();
  private long batchBytes;
  private long added;
  private long known;

  FollowLook(Followed followed, Tracker tracker, ImportListener listener, Consumer<String> log) {
    this.followed = followed;
    this.tracker = tracker;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Reads a file on.
   *
   * @param ended whether its writer has begun another, so that what is unfinished stays so
   * @throws IOException when it cannot be read, or what it holds cannot be written
   */
  void read(Path folder, String file, boolean ended) throws IOException {
    Path path = folder.resolve(file);
    try (RecordScan scan = new WarcArchive(folder).scan(file, followed.from(path))) {
      for (StoredRecord record = scan.next(); record != null; record = scan.next()) {
        if (record instanceof DamagedRecord damaged) {
          if (damaged.toEnd() && !ended) {
            // It is being written, or its writer was killed and will take it off.
            break;
          }
          log.accept(damage(path, damaged.location().offset(), damaged.what()));
        }
        long end = record.location().offset() + record.location().length();
        reached.put(path, end);
        if (record instanceof StoredCapture stored) {
          add(path, stored);
        }
      }
    }
  }

  private static String damage(Path file, long offset, String what) {
    return String.format(Locale.ROOT, "'%s': at byte %,d: %s; passed over", file, offset, what);
  }

  private void add(Path path, StoredCapture stored) throws IOException {
    batch.add(stored.capture());
    subjects.add(path + " at byte " + stored.location().offset());
    batchBytes += stored.capture().payload().size();
    boolean full = batch.size() >= Tracker.BATCH || batchBytes >= Tracker.BATCH_BYTES;
    if (full && !isBeforeItsPage(stored.capture())) {
      flush();
    }
  }

  /** What belongs to a page that a browser showed is archived with it, in one batch. */
  private static boolean isBeforeItsPage(Capture capture) {
    return capture.source() instanceof Live live
        && (live.role() == Role.SENT || live.role() == Role.PART);
  }

  /** What was read is safe when this returns, and is not read again. */
  void flush() throws IOException {
    if (!batch.isEmpty()) {
      try {
        accept(batch, subjects);
      } catch (DamagedRecordException e) {
        one();
      }
      listener.committed(batch.size());
      batch.clear();
      subjects.clear();
      batchBytes = 0;
    }
    if (!reached.isEmpty()) {
      for (Map.Entry<Path, Long> file : reached.entrySet()) {
        followed.reached(file.getKey(), file.getValue());
      }
      followed.write();
      reached.clear();
    }
  }

  /** The bytes of one of them are damaged: the others are no worse for it. */
  private void one() throws IOException {
    for (int i = 0; i < batch.size(); i++) {
      try {
        accept(List.of(batch.get(i)), List.of(subjects.get(i)));
      } catch (DamagedRecordException e) {
        log.accept("'" + subjects.get(i) + "': " + e.getMessage() + "; passed over");
      }
    }
  }

  private void accept(List<Capture> captures, List<String> names) throws IOException {
    List<Accepted> accepted = tracker.accept(captures);
    for (int i = 0; i < accepted.size(); i++) {
      Accepted a = accepted.get(i);
      if (a.outcome() == Accepted.Outcome.ALREADY_HERE) {
        known++;
      } else if (a.outcome() != Accepted.Outcome.REFUSED) {
        added++;
      }
      if (a.begins() > 1) {
        changed.add(a.article().outlet());
      }
      listener.accepted(names.get(i), a);
    }
  }

  long added() {
    return added;
  }

  long known() {
    return known;
  }

  /** The outlets of which an article has another text. */
  Set<String> changed() {
    return changed;
  }
}
