package stet.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.archive.ArchiveWriter;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.ingest.warc.Place;
import stet.ingest.warc.PlaceIndex;

/**
 * Captures written into fresh WARC files, in the one form that stet writes: response, request,
 * revisit, resource and metadata records of WARC/1.1. A payload is written once.
 */
final class WarcFiles implements Closeable {
  private static final int BATCH = 64;
  private static final long BATCH_BYTES = 32L << 20;

  private final WarcArchive archive;
  private final ArchiveWriter writer;
  private final Written written;
  private final PlaceIndex payloads = new PlaceIndex();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Capture> batch = new ArrayList<>();
  private long batchBytes;

  /** Is told what was written, in order, or could not be. */
  interface Written {
    void stored(StoredCapture capture) throws IOException;

    /**
     * Is told of a capture that could not be read from where it lies.
     *
     * @param why in words
     */
    void damaged(Capture capture, String why);
  }

  WarcFiles(Path folder, Clock clock, Written written) throws IOException {
    this.archive = new WarcArchive(folder);
    this.written = written;
    this.writer = archive.openForAppend(clock, this::find, Map.of());
  }

  private Optional<WarcLocation> find(Digest digest) {
    return payloads
        .find(digest.hex())
        .map(s -> new WarcLocation(names.get(s.file()), s.place().base(), s.place().skip()));
  }

  void add(Capture capture) throws IOException {
    batch.add(capture);
    batchBytes += capture.payload().size();
    if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    List<StoredCapture> stored;
    try {
      stored = writer.append(batch);
    } catch (IOException e) {
      stored = oneByOne();
    }
    batch.clear();
    batchBytes = 0;
    for (StoredCapture capture : stored) {
      remember(capture);
      written.stored(capture);
    }
  }

  /** A capture that is damaged where it lies must not cost those beside it. */
  private List<StoredCapture> oneByOne() throws IOException {
    List<StoredCapture> stored = new ArrayList<>();
    for (Capture capture : batch) {
      Optional<String> damage = damage(capture);
      if (damage.isPresent()) {
        written.damaged(capture, damage.get());
      } else {
        stored.addAll(writer.append(List.of(capture)));
      }
    }
    return stored;
  }

  private static Optional<String> damage(Capture capture) {
    try {
      capture.payload().bytes();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void remember(StoredCapture capture) {
    if (capture.revisit()) {
      return;
    }
    WarcLocation at = capture.location();
    int number =
        numbers.computeIfAbsent(
            at.file(),
            name -> {
              names.add(name);
              return names.size() - 1;
            });
    payloads.add(
        new PlaceIndex.Spot(number, new Place(at.offset(), at.length())),
        capture.capture().payload().digest().hex());
  }

  /** Writes what is left, and names the files in the order of writing. */
  List<String> finish() throws IOException {
    if (!batch.isEmpty()) {
      flush();
    }
    return archive.files();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
