package stet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.capture.Payload;

/** Puts tombstones in the place of records, file by file. */
final class RecordEraser {
  /** A file that is being written anew; nobody reads it. */
  static final String PART = ".erasing";

  private final ArchiveFolder folder;

  RecordEraser(ArchiveFolder folder) {
    this.folder = folder;
  }

  /** Removes what a run that was killed has left: a file that never took the place of another. */
  static void discardParts(ArchiveFolder folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder.path(), "*" + PART)) {
      for (Path part : parts) {
        Files.delete(part);
      }
    }
  }

  WarcArchive.Erased erase(Map<WarcLocation, Erasure> records) throws IOException {
    discardParts(folder);
    Map<String, Map<WarcLocation, Erasure>> files = new TreeMap<>();
    records.forEach(
        (at, by) -> files.computeIfAbsent(at.file(), f -> new LinkedHashMap<>()).put(at, by));
    int erased = 0;
    List<WarcLocation> kept = new ArrayList<>();
    for (Map.Entry<String, Map<WarcLocation, Erasure>> file : files.entrySet()) {
      Map<WarcLocation, byte[]> members = new LinkedHashMap<>();
      for (Map.Entry<WarcLocation, Erasure> record : file.getValue().entrySet()) {
        take(record.getKey(), record.getValue(), members, kept);
      }
      if (!members.isEmpty()) {
        rewrite(file.getKey(), members);
        erased += members.size();
      }
    }
    return new WarcArchive.Erased(erased, kept);
  }

  private void take(
      WarcLocation at, Erasure by, Map<WarcLocation, byte[]> members, List<WarcLocation> kept)
      throws IOException {
    try (RecordReader reader = RecordReader.open(folder, at.file(), at.offset())) {
      RecordHead head = reader.head();
      boolean titled = ErasedFields.untitled(head).isPresent();
      if (ErasedFields.of(head).isPresent() || !titled && !CaptureFields.holdsPayload(head)) {
        return;
      }
      Optional<byte[]> member =
          (titled ? untitled(reader, at) : Optional.<byte[]>empty())
              .or(() -> tombstone(head, by, at));
      if (member.isPresent()) {
        members.put(at, member.get());
      } else {
        kept.add(at);
      }
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(at.file(), at.offset(), e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** With a block for people where there is room for one. */
  private static Optional<byte[]> tombstone(RecordHead head, Erasure by, WarcLocation at) {
    try {
      Map<String, String> fields = ErasedFields.tombstone(head, by);
      Optional<byte[]> member =
          SameLength.member(fields, spaces -> ErasedFields.block(by, spaces), at.length());
      return member.isPresent()
          ? member
          : SameLength.member(fields, spaces -> Payload.of(new byte[0]), at.length());
    } catch (MalformedRecord e) {
      throw new UncheckedIOException(
          new DamagedRecordException(at.file(), at.offset(), e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> untitled(RecordReader reader, WarcLocation at)
      throws IOException, MalformedRecord {
    Map<String, String> fields = ErasedFields.untitled(reader.head()).orElseThrow();
    Digest digest = CaptureFields.blockDigest(reader.head());
    Payload block = Payload.of(reader.block(digest).readAllBytes());
    return SameLength.member(fields, s -> block, at.length());
  }

  private void rewrite(String file, Map<WarcLocation, byte[]> members) throws IOException {
    Path old = folder.file(file);
    Path part = old.resolveSibling(file + PART);
    try (FileChannel in = folder.read(file);
        FileChannel out =
            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copy(in, out);
      for (Map.Entry<WarcLocation, byte[]> member : members.entrySet()) {
        ByteBuffer bytes = ByteBuffer.wrap(member.getValue());
        long at = member.getKey().offset();
        while (bytes.hasRemaining()) {
          at += out.write(bytes, at);
        }
      }
      out.force(true);
    }
    Files.move(part, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    folder.force();
  }

  private static void copy(FileChannel in, FileChannel out) throws IOException {
    long size = in.size();
    long at = 0;
    while (at < size) {
      at += in.transferTo(at, size - at, out);
    }
  }
}
