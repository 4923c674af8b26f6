package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.archive.Captures.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stet.archive.ArchiveVerifier.Level;
import stet.archive.StoredRecord.DamagedRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.Verification.Finding;
import stet.archive.Verification.Finding.Kind;

/** Damage is found, named, and stays where it is. */
class DamageTest {
  @TempDir Path folder;
  private String name;
  private Path file;
  private byte[] sound;
  private List<WarcLocation> records;

  @BeforeEach
  void writeAFewRecords() throws IOException {
    String repeated = "the same words again and again, ".repeat(40);
    Captures.write(
        folder,
        page(1, repeated),
        page(2, Captures.noise(2, 100)),
        page(3, ""),
        page(4, repeated),
        page(5, "last"));
    name = new WarcArchive(folder).files().get(0);
    file = folder.resolve(name);
    sound = Files.readAllBytes(file);
    records = Captures.scan(folder, name).stream().map(StoredRecord::location).toList();
  }

  private Verification verify(Level level) throws IOException {
    return ArchiveVerifier.verify(folder, level, Map.of(name, (long) sound.length));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void aSoundArchiveHasNoFindings(Level level) throws IOException {
    Verification v = verify(level);
    assertThat(v.findings()).isEmpty();
    assertThat(v.sound()).isTrue();
    assertThat(v)
        .extracting(Verification::files, Verification::records, Verification::captures)
        .containsExactly(1, 6L, 5L);
    assertThat(v.bytes()).isEqualTo(sound.length);
  }

  /** Every byte of the file, by turns inverted and with one bit flipped: as many archives. */
  @Test
  void anyFlippedByteIsExactlyOneFinding() throws IOException {
    for (int i = 0; i < sound.length; i++) {
      int at = i;
      int record = recordAt(i);
      int mask = i % 2 == 0 ? 0xff : 1 << i / 2 % 8;
      write(i, mask);
      Verification v = verify(mask == 0xff ? Level.DIGESTS : Level.STRUCTURE);
      assertThat(v.findings()).as("byte %d ^ %x", at, mask).hasSize(1);
      assertThat(v.findings().get(0))
          .as("byte %d ^ %x", at, mask)
          .extracting(Finding::file, Finding::record, Finding::offset, Finding::kind)
          .containsExactly(name, record + 1, records.get(record).offset(), Kind.DAMAGE);
      assertThat(v.records()).isEqualTo(records.size());
    }
  }

  @Test
  void anyFlippedByteLeavesTheOtherRecordsReadable() throws IOException {
    for (int i = 0; i < sound.length; i += 7) {
      write(i, 0x10);
      int damaged = recordAt(i);
      List<StoredRecord> scanned = Captures.scan(folder, name);
      assertThat(scanned).hasSize(records.size());
      for (int r = 0; r < scanned.size(); r++) {
        assertThat(scanned.get(r) instanceof DamagedRecord)
            .as("byte %d", i)
            .isEqualTo(r == damaged);
        assertThat(scanned.get(r).location()).isEqualTo(records.get(r));
      }
    }
  }

  @Test
  void severalDamagedPlacesAreSeveralFindings() throws IOException {
    byte[] bytes = sound.clone();
    bytes[(int) records.get(1).offset()] ^= 1;
    bytes[(int) records.get(3).end() - 1] ^= 1;
    Files.write(file, bytes);
    Verification v = verify(Level.STRUCTURE);
    assertThat(v.findings()).extracting(Finding::record).containsExactly(2, 4);
    assertThat(v.captures()).isEqualTo(3);
  }

  @Test
  void aRevisitOfADamagedPayloadIsCountedNotReported() throws IOException {
    write((int) records.get(1).offset(), 0xff);
    Verification v = verify(Level.DIGESTS);
    assertThat(v.findings()).extracting(Finding::record).containsExactly(2);
    assertThat(v.unresolved()).isEqualTo(1);
    assertThat(v.findings().get(0).line())
        .isEqualTo(
            "'%s': record 2 at byte %d: no gzip header where a record should begin"
                .formatted(name, records.get(1).offset()));
  }

  @Test
  void aRevisitThatRefersToNothingIsReported(@TempDir Path other) throws IOException {
    Captures.MemoryIndex index = new Captures.MemoryIndex();
    try (ArchiveWriter writer =
        new WarcArchive(other)
            .openForAppend(Captures.CLOCK, index, Map.of(), 1, ArchiveFile::open)) {
      index.add(writer.append(List.of(page(1, "same"))));
      writer.append(List.of(page(2, "same")));
    }
    List<String> files = new WarcArchive(other).files();
    Files.delete(other.resolve(files.get(0)));
    Verification v = ArchiveVerifier.verify(other, Level.STRUCTURE, Map.of());
    assertThat(v.findings()).hasSize(1);
    assertThat(v.findings().get(0).what())
        .isEqualTo(
            "it refers to '%s' at byte %d, where no record can be read"
                .formatted(files.get(0), firstPayloadOffset(other)));
  }

  private static long firstPayloadOffset(Path other) throws IOException {
    StoredCapture revisit = Captures.captures(other).get(0);
    return revisit.payload().offset();
  }

  @Test
  void aFileCutShortAtAnyLengthIsNoticed() throws IOException {
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(sound, length));
      assertThat(verify(Level.STRUCTURE).findings())
          .as("length %d", length)
          .extracting(Finding::kind)
          .containsExactly(Kind.DAMAGE);
    }
    Files.delete(file);
    assertThat(verify(Level.STRUCTURE).findings())
        .extracting(Finding::what)
        .containsExactly("the file is missing");
  }

  @Test
  void anUnfinishedEndBeyondWhatWasAcknowledgedIsNoDamage() throws IOException {
    WarcLocation last = records.get(records.size() - 1);
    for (long length = last.offset() + 1; length < last.end(); length++) {
      Files.write(file, java.util.Arrays.copyOf(sound, (int) length));
      Verification v = ArchiveVerifier.verify(folder, Level.STRUCTURE, Map.of(name, last.offset()));
      assertThat(v.sound()).isTrue();
      assertThat(v.findings()).extracting(Finding::kind).containsExactly(Kind.UNFINISHED);
    }
  }

  @Test
  void aRecordForgedWithFreshChecksumsHasAWrongDigest() throws IOException {
    List<byte[]> parts = new ArrayList<>();
    for (WarcLocation r : records) {
      parts.add(java.util.Arrays.copyOfRange(sound, (int) r.offset(), (int) r.end()));
    }
    byte[] forged = Forgery.replace(parts.get(5), "last", "lost");
    Files.write(file, java.util.Arrays.copyOf(sound, (int) records.get(5).offset()));
    Files.write(file, forged, java.nio.file.StandardOpenOption.APPEND);
    Map<String, Long> nothingKnown = Map.of();
    assertThat(ArchiveVerifier.verify(folder, Level.STRUCTURE, nothingKnown).findings()).isEmpty();
    assertThat(ArchiveVerifier.verify(folder, Level.DIGESTS, nothingKnown).findings())
        .extracting(Finding::record, Finding::offset)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(6, records.get(5).offset()));
  }

  private void write(int at, int mask) throws IOException {
    byte[] bytes = sound.clone();
    bytes[at] ^= (byte) mask;
    Files.write(file, bytes);
  }

  private int recordAt(int offset) {
    for (int i = 0; i < records.size(); i++) {
      if (offset < records.get(i).end()) {
        return i;
      }
    }
    throw new AssertionError(offset);
  }
}
