package stet.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stet.archive.RecordHead.MalformedRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.CaptureSource;
import stet.capture.Erasure;
import stet.capture.Exchange;
import stet.capture.Payload;

/**
 * The captures kept in a folder of WARC files. Reading never changes a file, needs no lock and no
 * index, and may go on while another process appends.
 */
public final class WarcArchive {
  /**
   * A file that has reached this size, in bytes, is not appended to; ISO 28500 annex C's advice.
   */
  public static final long FILE_LIMIT = 1L << 30;

  private final ArchiveFolder folder;

  /**
   * @param folder need not exist before the first append
   */
  public WarcArchive(Path folder) {
    this.folder = new ArchiveFolder(folder);
  }

  /**
   * Names of the archive's files in the order they were begun. What else lies in the folder is not
   * the archive's and is left alone.
   */
  public List<String> files() throws IOException {
    return folder.names();
  }

  /** The present size of a file in bytes. */
  public long size(String file) throws IOException {
    return Files.size(folder.file(file));
  }

  /**
   * The capture archived at a location. Its payload can be opened as often as needed, and reading a
   * payload to its end checks its digest.
   *
   * @throws DamagedRecordException when no sound capture lies there
   */
  public StoredCapture read(WarcLocation location) throws IOException {
    StoredRecord record = readAny(location);
    if (record instanceof StoredCapture capture) {
      return capture;
    }
    throw new DamagedRecordException(
        location.file(), location.offset(), "the record is no capture");
  }

  /**
   * What a browser asked for to show a page, in the order in which it came. Damaged ones are passed
   * over.
   *
   * @param shown where the capture of the page lies; where that showed the same bytes as an earlier
   *     one, what was asked for then is meant
   * @return empty where it asked for nothing
   * @throws DamagedRecordException when no sound record lies there
   */
  public List<StoredCapture> parts(WarcLocation shown) throws IOException {
    StoredCapture stored = read(shown);
    WarcLocation made = stored.payload();
    Optional<WarcLocation> first = beside(made, WrittenBatch.PARTS);
    if (first.isEmpty()) {
      return List.of();
    }
    List<StoredCapture> parts = new ArrayList<>();
    String page = stored.capture().uri();
    try (RecordScan records = scan(first.get().file(), first.get().offset())) {
      for (StoredRecord r = records.next(); r != null; r = records.next()) {
        if (r.location().offset() >= made.offset()) {
          break;
        }
        if (r instanceof StoredCapture part
            && part.capture().source() instanceof CaptureSource.Live live
            && live.role() == CaptureSource.Role.PART
            && live.requested().equals(page)) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  private Optional<WarcLocation> beside(WarcLocation page, String name) throws IOException {
    try (RecordReader reader = RecordReader.open(folder, page.file(), page.offset())) {
      return CaptureFields.location(reader.head(), name);
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(page.file(), page.offset(), e.getMessage());
    }
  }

  /**
   * The digest of a record's block as its head names it.
   *
   * @return {@code sha256:<hex>}; empty where it names none
   * @throws DamagedRecordException when no sound record lies there
   */
  public String blockDigest(WarcLocation location) throws IOException {
    try (RecordReader reader = RecordReader.open(folder, location.file(), location.offset())) {
      return reader.head().find("WARC-Block-Digest").orElse("");
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(location.file(), location.offset(), e.getMessage());
    }
  }

  /**
   * What was erased.
   *
   * @param records how many were replaced; those that were erased before are left as they are
   * @param kept records that are shorter than what must say that they were there
   */
  public record Erased(int records, List<WarcLocation> kept) {
    public Erased {
      kept = List.copyOf(kept);
    }
  }

  /**
   * Erases the bytes of captures: each record is replaced by one of the same length that says what
   * was there and why it is gone (docs/FORMAT.md). A file is written anew beside the old one and
   * takes its place when it is complete, so that a kill leaves the old one or the new one. Whoever
   * calls this holds the collection's lock.
   *
   * @param records where they lie, each with what is said in its place
   * @throws IOException when a file cannot be read or written; files before it are done then
   */
  public Erased erase(Map<WarcLocation, Erasure> records) throws IOException {
    return new RecordEraser(folder).erase(records);
  }

  /**
   * Whether the bytes of the capture that is archived there were erased.
   *
   * @throws DamagedRecordException when no sound record lies there
   */
  public boolean isGone(WarcLocation location) throws IOException {
    StoredCapture stored = read(location);
    WarcLocation at = stored.payload();
    try (RecordReader reader = RecordReader.open(folder, at.file(), at.offset())) {
      return ErasedFields.of(reader.head()).isPresent();
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(at.file(), at.offset(), e.getMessage());
    }
  }

  StoredRecord readAny(WarcLocation location) throws IOException {
    try (RecordReader reader = RecordReader.open(folder, location.file(), location.offset())) {
      RecordHead head = reader.head();
      if (!CaptureFields.isCapture(head)) {
        return new StoredRecord.OtherRecord(location, head.get("WARC-Type"));
      }
      WarcLocation source = CaptureFields.payloadLocation(head, location);
      Payload payload =
          head.get("WARC-Type").equals("metadata") && ErasedFields.of(head).isEmpty()
              ? Payload.of(new byte[0])
              : new RecordPayload(
                  folder,
                  source,
                  CaptureFields.payloadSize(head),
                  CaptureFields.payloadDigest(head),
                  false);
      Exchange exchange = new ExchangeReader(folder, location).read(reader, payload);
      return new StoredCapture(location, source, CaptureFields.capture(head, payload, exchange));
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(location.file(), location.offset(), e.getMessage());
    }
  }

  /**
   * All records of a file from {@code from} on, in order.
   *
   * @param from where a record begins; 0 for the whole file
   */
  public RecordScan scan(String file, long from) throws IOException {
    return new RecordScan(this, folder.read(file), file, from);
  }

  /**
   * Prepares for appending. The caller must hold the collection's lock, since two writers would
   * overwrite each other.
   *
   * @param clock tells the day that new files are named after
   * @param index tells which payloads are archived already
   * @param acknowledged for each file how many bytes are known to be good, from the caller's own
   *     records; what lies beyond was never acknowledged, and an unfinished record there is cut
   *     off. Of a file not named here an unfinished end is set aside instead, because nothing then
   *     proves that it is not a damaged record.
   */
  public ArchiveWriter openForAppend(
      Clock clock, PayloadIndex index, Map<String, Long> acknowledged) throws IOException {
    return openForAppend(clock, index, acknowledged, FILE_LIMIT, ArchiveFile::open);
  }

  public ArchiveWriter openForAppend(
      Clock clock,
      PayloadIndex index,
      Map<String, Long> acknowledged,
      long fileLimit,
      ArchiveFile.Opener opener)
      throws IOException {
    Files.createDirectories(folder.path());
    RecordEraser.discardParts(folder);
    List<TailRecovery.Tail> tails = TailRecovery.recover(folder, acknowledged);
    Set<String> taken = new TreeSet<>(acknowledged.keySet());
    taken.removeIf(name -> acknowledged.getOrDefault(name, 0L) == 0);
    return new ArchiveWriter(folder, clock, index, fileLimit, opener, tails, taken);
  }
}
