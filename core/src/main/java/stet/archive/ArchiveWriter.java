package stet.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import stet.archive.CaptureFields.Referred;
import stet.archive.CaptureFields.Sent;
import stet.archive.RecordHead.MalformedRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/**
 * Appends captures. Not for several threads at once.
 *
 * <p>A batch goes into one file and is acknowledged as a whole: {@link #append} returns when all
 * its bytes are on the disk. If anything fails before that, the file is cut back to where the batch
 * began, so a full disk leaves nothing half-written behind and loses nothing acknowledged.
 */
public final class ArchiveWriter implements Closeable {
  private final ArchiveFolder folder;
  private final Clock clock;
  private final PayloadIndex index;
  private final long fileLimit;
  private final ArchiveFile.Opener opener;
  private final List<TailRecovery.Tail> tails;
  private final Set<String> taken;
  private final Packing packing;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private @Nullable Segment segment;
  private String lastId = "";

  ArchiveWriter(
      ArchiveFolder folder,
      Clock clock,
      PayloadIndex index,
      long fileLimit,
      ArchiveFile.Opener opener,
      List<TailRecovery.Tail> tails,
      Set<String> taken) {
    this.folder = folder;
    this.clock = clock;
    this.index = index;
    this.fileLimit = fileLimit;
    this.opener = opener;
    this.tails = List.copyOf(tails);
    this.taken = Set.copyOf(taken);
    this.packing = new Packing(index);
  }

  /** What was found unfinished when the archive was opened, and taken off its file. */
  public List<RecoveredTail> recovered() {
    return tails.stream().map(TailRecovery.Tail::recovered).filter(Objects::nonNull).toList();
  }

  /**
   * Begins to compress captures that will be appended soon, on other threads. Nothing is archived
   * yet; the same objects have to come again, to {@link #append} or {@link #forget}.
   */
  public void prepare(List<Capture> captures) throws IOException {
    packing.begin(captures);
  }

  /** Lets go of captures that were prepared and will not be appended. */
  public void forget(List<Capture> captures) {
    packing.forget(captures);
  }

  /**
   * Archives captures. A payload that is archived already, or comes twice in the batch, is not
   * stored again but referred to; an empty one is always stored.
   *
   * @return where each capture lies, in the order given; returned only when all is on the disk
   * @throws IOException when nothing of the batch was archived; the archive can be used on
   */
  public List<StoredCapture> append(List<Capture> batch) throws IOException {
    if (batch.isEmpty()) {
      return List.of();
    }
    Segment file = segmentForToday();
    boolean created = file.isNew();
    try {
      file.begin();
      List<StoredCapture> stored = write(batch, file);
      if (created) {
        folder.force();
      }
      file.commit();
      return stored;
    } catch (IOException | RuntimeException e) {
      takeBack(file, e);
      throw e;
    }
  }

  private static void takeBack(Segment file, Exception cause) {
    try {
      file.rollback();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private List<StoredCapture> write(List<Capture> batch, Segment file) throws IOException {
    if (file.isNew()) {
      file.writeWarcinfo(clock.instant());
    }
    WrittenBatch written = new WrittenBatch();
    List<StoredCapture> stored = new ArrayList<>(batch.size());
    for (Capture capture : batch) {
      StoredCapture one = write(capture, file, written);
      written.wrote(capture, lastId, one.location());
      stored.add(one);
    }
    return stored;
  }

  private StoredCapture write(Capture capture, Segment file, WrittenBatch written)
      throws IOException {
    Optional<Referred> original = original(capture.payload(), written);
    if (capture.exchange() instanceof Exchange.Failed failed) {
      return writeFailure(capture, failed, file);
    }
    if (original.isPresent()) {
      return writeRevisit(capture, original.get(), file);
    }
    RecordBlock block = packing.take(capture);
    HttpBlock http = block.http();
    StoredCapture stored =
        http == null
            ? writeResource(capture, block, file, written)
            : writeResponse(capture, http, block, file, written);
    written.holds(capture, lastId, stored.location());
    return stored;
  }

  private StoredCapture writeFailure(Capture capture, Exchange.Failed failed, Segment file)
      throws IOException {
    Map<String, String> fields =
        CaptureFields.failure(capture, failed, newId(capture, file), file.warcinfoId());
    WarcLocation location = file.write(fields, CaptureFields.failureBlock(failed));
    return new StoredCapture(location, location, capture);
  }

  private StoredCapture writeRevisit(Capture capture, Referred original, Segment file)
      throws IOException {
    String id = newId(capture, file);
    Optional<Sent> request = writeRequest(capture, file);
    writeMetadata(capture, id, file);
    Map<String, String> fields = CaptureFields.revisit(capture, id, file.warcinfoId(), original);
    request.ifPresent(r -> r.addTo(fields));
    WarcLocation location = file.write(fields, CaptureFields.revisitBlock(capture));
    return new StoredCapture(location, original.location(), capture);
  }

  private StoredCapture writeResponse(
      Capture capture, HttpBlock http, RecordBlock block, Segment file, WrittenBatch written)
      throws IOException {
    String id = newId(capture, file);
    Optional<Sent> request = writeRequest(capture, file);
    writeMetadata(capture, id, file);
    Map<String, String> fields = CaptureFields.response(capture, http, id, file.warcinfoId());
    written.addTo(fields, capture);
    request.ifPresent(r -> r.addTo(fields));
    WarcLocation location = file.write(fields, block);
    return new StoredCapture(location, location, capture);
  }

  /** The bytes alone: all there is of a saved page, or of a page whose first record is damaged. */
  private StoredCapture writeResource(
      Capture capture, RecordBlock block, Segment file, WrittenBatch written) throws IOException {
    Capture alone =
        capture.exchange() instanceof Exchange.Unrecorded
            ? capture
            : new Capture(
                capture.uri(),
                capture.at(),
                capture.ordinal(),
                capture.mediaType(),
                capture.payload(),
                capture.source());
    String id = newId(capture, file);
    Map<String, String> fields = CaptureFields.resource(alone, id, file.warcinfoId());
    written.addTo(fields, alone);
    WarcLocation location = file.write(fields, block);
    return new StoredCapture(location, location, alone);
  }

  /** What belongs to an answer goes before it, so that a file's last record is always a capture. */
  private Optional<Sent> writeRequest(Capture capture, Segment file) throws IOException {
    if (!(capture.exchange() instanceof Exchange.Http exchange)
        || exchange.request().equals(HttpHead.NONE)) {
      return Optional.empty();
    }
    Payload block = Payload.of(exchange.request().bytes());
    String id = file.nextRecordId(seed(capture) + "\nrequest");
    WarcLocation location =
        file.write(CaptureFields.request(capture, block, id, file.warcinfoId()), block);
    return Optional.of(new Sent(id, location));
  }

  /** What a reader of the file would like to know of a fetch and finds in no other record. */
  private static void writeMetadata(Capture capture, String captureId, Segment file)
      throws IOException {
    if (capture.exchange() instanceof Exchange.Http exchange) {
      Payload block = CaptureFields.metadataBlock(capture, exchange);
      if (block != null) {
        String id = file.nextRecordId(seed(capture) + "\nmetadata");
        Map<String, String> fields = CaptureFields.metadata(capture, block, id, file.warcinfoId());
        fields.put("WARC-Concurrent-To", captureId);
        file.write(fields, block);
      }
    }
  }

  private String newId(Capture capture, Segment file) {
    lastId = file.nextRecordId(seed(capture));
    return lastId;
  }

  private static String seed(Capture capture) {
    String digest = capture.payload().digest().hex();
    return capture.uri() + '\n' + capture.at() + '\n' + digest;
  }

  private Optional<Referred> original(Payload payload, WrittenBatch written) throws IOException {
    if (payload.size() == 0) {
      return Optional.empty();
    }
    Optional<Referred> inBatch = written.find(payload.digest());
    if (inBatch.isPresent()) {
      return inBatch;
    }
    Optional<WarcLocation> known = index.find(payload.digest());
    return known.isPresent() ? referred(known.get(), payload.digest()) : Optional.empty();
  }

  /** Looks at a record before anything refers to it: a damaged one is better stored anew. */
  private Optional<Referred> referred(WarcLocation location, Digest digest) throws IOException {
    try (RecordReader reader = RecordReader.open(folder, location.file(), location.offset());
        FileChannel channel = folder.read(location.file())) {
      RecordHead head = reader.head();
      MemberWalk.Span span = new MemberWalk(channel, location.offset(), channel.size()).next();
      if (span == null
          || !span.sound()
          || !CaptureFields.holdsPayload(head)
          || !CaptureFields.payloadDigest(head).equals(digest)) {
        return Optional.empty();
      }
      return Optional.of(
          new Referred(
              new WarcLocation(location.file(), span.offset(), span.length()),
              head.get("WARC-Record-ID"),
              head.get("WARC-Target-URI"),
              head.get("WARC-Date")));
    } catch (DamagedRecordException | MalformedRecord | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Segment segmentForToday() throws IOException {
    String day = day();
    Segment now = segment;
    if (now == null) {
      now = reopen(day);
    } else if (!ArchiveFolder.isOf(day, now.name()) || now.size() >= fileLimit) {
      now.close();
      now = null;
    }
    if (now == null) {
      now = Segment.create(folder, nextName(day), clock.instant(), opener, deflater);
    }
    segment = now;
    return now;
  }

  /**
   * The day to name files after: none before the newest file's, since a rebuild reads them by name
   * and must meet them in the order of writing also where the clock went back.
   */
  private String day() throws IOException {
    String day = ArchiveFolder.day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (segment != null) {
      return ArchiveFolder.laterDay(day, segment.name());
    }
    for (String name : folder.names()) {
      day = ArchiveFolder.laterDay(day, name);
    }
    return day;
  }

  /** The day's newest file, if there is one that may grow. */
  private @Nullable Segment reopen(String day) throws IOException {
    TailRecovery.Tail newest = null;
    for (TailRecovery.Tail tail : tails) {
      if (ArchiveFolder.isOf(day, tail.file())) {
        newest = tail;
      }
    }
    if (newest == null || !newest.appendable() || newest.end() == 0 || newest.end() >= fileLimit) {
      return null;
    }
    return Segment.open(folder, newest.file(), newest.end(), opener, deflater);
  }

  /**
   * A file left empty by a crash is used; otherwise numbers go on from the highest. The name of a
   * file that is gone is not given again, because rows may still point into it.
   */
  private String nextName(String day) throws IOException {
    int number = 0;
    for (String name : folder.names()) {
      if (ArchiveFolder.isOf(day, name) && !taken.contains(name) && folder.isEmpty(name)) {
        return name;
      }
      number = Math.max(number, ArchiveFolder.isOf(day, name) ? ArchiveFolder.number(name) : 0);
    }
    for (String name : taken) {
      number = Math.max(number, ArchiveFolder.isOf(day, name) ? ArchiveFolder.number(name) : 0);
    }
    if (number >= ArchiveFolder.LAST) {
      throw new IOException("all archive file names of the day are taken: '" + day + "-99999'");
    }
    return ArchiveFolder.name(day, number + 1);
  }

  @Override
  public void close() throws IOException {
    packing.close();
    deflater.end();
    if (segment != null) {
      segment.close();
    }
  }
}
