package stet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stet.archive.RecordHead.MalformedRecord;
import stet.archive.Verification.Finding;
import stet.archive.Verification.Finding.Kind;
import stet.capture.Digest;

/**
 * Checks every byte of an archive and changes none. After damage it goes on with the next record,
 * so that one flipped byte is one finding and the rest is checked all the same.
 */
public final class ArchiveVerifier {
  /** How deep to look. Either level notices any flipped byte. */
  public enum Level {
    /** Checksums of the stored and of the plain bytes, WARC syntax, what revisits refer to. */
    STRUCTURE,
    /** Also the SHA-256 digests, which a record forged with fresh checksums would not match. */
    DIGESTS
  }

  private final ArchiveFolder folder;
  private final Level level;
  private final Map<String, Long> acknowledged;

  private final List<Finding> findings = new ArrayList<>();
  private final List<WarcLocation> damaged = new ArrayList<>();
  private final List<Dangling> dangling = new ArrayList<>();
  private int files;
  private long records;
  private long captures;
  private long bytes;

  /** A revisit whose payload could not be reached. */
  private record Dangling(Finding finding, WarcLocation target) {}

  private ArchiveVerifier(Path folder, Level level, Map<String, Long> acknowledged) {
    this.folder = new ArchiveFolder(folder);
    this.level = level;
    this.acknowledged = new TreeMap<>(acknowledged);
  }

  /**
   * Checks the archive in a folder.
   *
   * @param acknowledged for each file how many bytes the caller's own records vouch for; missing
   *     bytes are damage, and an unfinished record beyond them is none. Of a file not named here an
   *     end is taken for unfinished only if it looks as a killed writer leaves it
   * @throws IOException when a file cannot be read at all
   */
  public static Verification verify(Path folder, Level level, Map<String, Long> acknowledged)
      throws IOException {
    return new ArchiveVerifier(folder, level, acknowledged).run();
  }

  private Verification run() throws IOException {
    List<String> names = folder.names();
    for (String name : names) {
      files++;
      try (FileChannel channel = folder.read(name)) {
        check(name, channel);
      }
    }
    for (Map.Entry<String, Long> entry : acknowledged.entrySet()) {
      if (entry.getValue() > 0 && !names.contains(entry.getKey())) {
        damage(entry.getKey(), 0, 0, "the file is missing");
      }
    }
    long unresolved = settleDangling();
    findings.sort(Comparator.comparing(Finding::file).thenComparingLong(Finding::offset));
    return new Verification(files, records, captures, bytes, findings, unresolved);
  }

  private void check(String file, FileChannel channel) throws IOException {
    long size = channel.size();
    long vouched = acknowledged.getOrDefault(file, 0L);
    MemberWalk walk = new MemberWalk(channel, 0, size);
    MemberWalk.Span last = null;
    int number = 0;
    for (MemberWalk.Span span = walk.next(); span != null; span = walk.next()) {
      number++;
      if (span.sound()) {
        checkRecord(file, number, span);
      } else {
        report(file, number, span);
      }
      last = span;
    }
    records += number;
    bytes += size;
    boolean tornEnd = last != null && !last.sound();
    if (size < vouched && !tornEnd) {
      damage(
          file, number + 1, size, "the file ends here, bytes that were acknowledged are missing");
    }
  }

  private void report(String file, int number, MemberWalk.Span span) {
    damaged.add(new WarcLocation(file, span.offset(), span.length()));
    Long vouched = acknowledged.get(file);
    boolean unfinished =
        vouched == null ? span.cutShort() : span.toEnd() && span.offset() >= vouched;
    Kind kind = unfinished ? Kind.UNFINISHED : Kind.DAMAGE;
    findings.add(new Finding(file, number, span.offset(), kind, span.damage()));
  }

  private void damage(String file, int number, long offset, String what) {
    findings.add(new Finding(file, number, offset, Kind.DAMAGE, what));
  }

  private void checkRecord(String file, int number, MemberWalk.Span span) throws IOException {
    WarcLocation at = new WarcLocation(file, span.offset(), span.length());
    try (RecordReader reader = RecordReader.open(folder, file, span.offset())) {
      RecordHead head = reader.head();
      Digest block = checkHead(head, at);
      reader
          .block(level == Level.DIGESTS ? block : null)
          .transferTo(OutputStream.nullOutputStream());
      checkPayload(head, at);
      if (CaptureFields.isCapture(head)) {
        captures++;
        checkReference(head, at, number);
      }
    } catch (DamagedRecordException e) {
      damaged.add(at);
      damage(file, number, at.offset(), e.what());
    } catch (MalformedRecord e) {
      damaged.add(at);
      damage(file, number, at.offset(), e.getMessage());
    }
  }

  /** Checks the fields of a record and returns the digest that its block must have. */
  private static Digest checkHead(RecordHead head, WarcLocation at) throws MalformedRecord {
    String type = head.get("WARC-Type");
    head.get("WARC-Record-ID");
    head.read("WARC-Date", head.get("WARC-Date"), Instant::parse);
    Digest block = CaptureFields.blockDigest(head);
    if (at.offset() == 0 != type.equals("warcinfo")) {
      throw new MalformedRecord("'" + type + "' is not the type of record that belongs here");
    }
    if (CaptureFields.isCapture(head)) {
      CaptureFields.check(head);
      if (CaptureFields.isPayloadAlone(head) && !CaptureFields.payloadDigest(head).equals(block)) {
        throw new MalformedRecord("the block's and the payload's digest differ");
      }
    }
    return block;
  }

  /** A response's payload is a part of its block, or decoded from it, and has its own digest. */
  private void checkPayload(RecordHead head, WarcLocation at) throws IOException, MalformedRecord {
    if (level == Level.DIGESTS && head.get("WARC-Type").equals("response")) {
      Digest digest = CaptureFields.payloadDigest(head);
      long size = CaptureFields.payloadSize(head);
      try (InputStream in = new RecordPayload(folder, at, size, digest, false).open()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void checkReference(RecordHead head, WarcLocation at, int number)
      throws IOException, MalformedRecord {
    WarcLocation target = CaptureFields.payloadLocation(head, at);
    String wrong = target.equals(at) ? null : wrongTarget(head, target);
    if (wrong != null) {
      Finding finding = new Finding(at.file(), number, at.offset(), Kind.DAMAGE, wrong);
      dangling.add(new Dangling(finding, target));
    }
  }

  private @Nullable String wrongTarget(RecordHead revisit, WarcLocation target)
      throws IOException, MalformedRecord {
    String where = "'" + target.file() + "' at byte " + target.offset();
    try (RecordReader reader = RecordReader.open(folder, target.file(), target.offset())) {
      RecordHead head = reader.head();
      boolean holdsIt =
          (CaptureFields.holdsPayload(head) || ErasedFields.of(head).isPresent())
              && head.get("WARC-Record-ID").equals(revisit.get("WARC-Refers-To"))
              && CaptureFields.payloadDigest(head).equals(CaptureFields.payloadDigest(revisit));
      return holdsIt ? null : "it refers to another payload than the one in " + where;
    } catch (DamagedRecordException | NoSuchFileException | MalformedRecord e) {
      return "it refers to " + where + ", where no record can be read";
    }
  }

  /** Makes findings of those revisits whose trouble no damage found elsewhere explains. */
  private long settleDangling() {
    long unresolved = 0;
    for (Dangling d : dangling) {
      boolean explained =
          damaged.stream()
              .anyMatch(
                  w ->
                      w.file().equals(d.target().file())
                          && w.offset() <= d.target().offset()
                          && d.target().offset() < w.end());
      if (explained) {
        unresolved++;
      } else {
        findings.add(d.finding());
      }
    }
    return unresolved;
  }
}
