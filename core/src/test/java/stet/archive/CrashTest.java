package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stet.archive.Captures.page;
import static stet.archive.Captures.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.archive.ArchiveVerifier.Level;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;

/** A crash or a failing disk at any moment loses nothing that was acknowledged. */
class CrashTest {
  @TempDir Path folder;

  @Test
  void aFileCutAtAnyLengthKeepsItsWholeRecords() throws IOException {
    List<StoredCapture> stored =
        Captures.write(folder, page(1, "one"), page(2, Captures.noise(1, 60)), page(3, "one"));
    Path file = folder.resolve(stored.get(0).location().file());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      long cut = length;
      long kept = stored.stream().filter(s -> s.location().end() <= cut).count();
      openKnowing(0).close();
      assertThat(Captures.captures(folder)).as("length %d", length).hasSize((int) kept);
      if (length % 16 == 0) {
        takesMore((int) kept);
      }
    }
  }

  private void takesMore(int kept) throws IOException {
    try (ArchiveWriter writer = openKnowing(0)) {
      writer.append(List.of(page(9, "next")));
    }
    assertThat(ArchiveVerifier.verify(folder, Level.DIGESTS, Map.of()).findings()).isEmpty();
    List<StoredCapture> after = Captures.captures(folder);
    assertThat(after).hasSize(kept + 1);
    assertThat(state(after.get(kept).capture())).isEqualTo(state(page(9, "next")));
  }

  private ArchiveWriter openKnowing(long acknowledged) throws IOException {
    return new WarcArchive(folder)
        .openForAppend(
            Captures.CLOCK,
            PayloadIndex.EMPTY,
            Map.of("stet-20260302-00001.warc.gz", acknowledged));
  }

  @Test
  void anUnfinishedEndIsDroppedWhenItWasNeverAcknowledged() throws IOException {
    List<StoredCapture> stored = Captures.write(folder, page(1, "one"), page(2, "two"));
    WarcLocation last = stored.get(1).location();
    Path file = folder.resolve(last.file());
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) last.end() - 3));
    try (ArchiveWriter writer = openKnowing(last.offset())) {
      assertThat(writer.recovered())
          .containsExactly(new RecoveredTail(last.file(), last.offset(), last.length() - 3, null));
    }
    assertThat(Files.size(file)).isEqualTo(last.offset());
  }

  @Test
  void anUnfinishedEndIsSetAsideWhenNobodyVouchesForTheFile() throws IOException {
    List<StoredCapture> stored = Captures.write(folder, page(1, "one"), page(2, "two"));
    WarcLocation last = stored.get(1).location();
    Path file = folder.resolve(last.file());
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) last.end() - 1] ^= 1;
    Files.write(file, bytes);
    String aside = last.file() + ".torn-" + last.offset();
    try (ArchiveWriter writer = Captures.writer(folder)) {
      assertThat(writer.recovered())
          .containsExactly(new RecoveredTail(last.file(), last.offset(), last.length(), aside));
    }
    assertThat(Files.readAllBytes(folder.resolve(aside)))
        .isEqualTo(Arrays.copyOfRange(bytes, (int) last.offset(), (int) last.end()));
  }

  @Test
  void damageBeforeTheEndIsNeverCut() throws IOException {
    List<StoredCapture> stored = Captures.write(folder, page(1, "one"), page(2, "two"));
    Path file = folder.resolve(stored.get(0).location().file());
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) stored.get(0).location().offset() + 40] ^= 1;
    Files.write(file, bytes);
    try (ArchiveWriter writer = Captures.writer(folder)) {
      assertThat(writer.recovered()).isEmpty();
      writer.append(List.of(page(3, "three")));
    }
    assertThat(Arrays.copyOf(Files.readAllBytes(file), bytes.length)).isEqualTo(bytes);
    assertThat(Captures.captures(folder)).hasSize(2);
  }

  @Test
  void aFileThatLostAcknowledgedBytesIsNotAppendedTo() throws IOException {
    List<StoredCapture> stored = Captures.write(folder, page(1, "one"), page(2, "two"));
    Path file = folder.resolve(stored.get(0).location().file());
    long size = Files.size(file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) size - 1));
    try (ArchiveWriter writer = openKnowing(size)) {
      WarcLocation next = writer.append(List.of(page(3, "three"))).get(0).location();
      assertThat(next.file()).isEqualTo("stet-20260302-00002.warc.gz");
    }
    assertThat(Files.size(file)).isEqualTo(size - 1);
  }

  /** The n-th operation on the disk fails, for every n, until a run needs fewer than n. */
  @Test
  void aFailureAtAnyWriteLosesNothingAcknowledged(@TempDir Path root) throws IOException {
    List<List<Capture>> batches =
        List.of(
            List.of(page(1, "one"), page(2, Captures.noise(3, 150_000))),
            List.of(page(3, "one"), page(4, "")),
            List.of(page(5, Captures.noise(4, 70_000))));
    int failures = 0;
    for (int n = 1; ; n++) {
      Path home = Files.createDirectories(root.resolve("run" + n));
      FailingDisk disk = new FailingDisk(n);
      List<Capture> acknowledged = appendAll(home, disk, batches);
      List<StoredCapture> kept = Captures.captures(home);
      assertThat(kept.stream().map(s -> state(s.capture())).toList())
          .as("failure at operation %d", n)
          .isEqualTo(acknowledged.stream().map(Captures::state).toList());
      assertThat(ArchiveVerifier.verify(home, Level.DIGESTS, Map.of()).findings()).isEmpty();
      if (!disk.failed) {
        break;
      }
      failures++;
    }
    assertThat(failures).isGreaterThan(10);
  }

  /** From the n-th operation on nothing reaches the disk any more, for every n. */
  @Test
  void aKillAtAnyWriteLosesNothingAcknowledged(@TempDir Path root) throws IOException {
    List<List<Capture>> batches =
        List.of(
            List.of(page(1, "one"), page(2, Captures.noise(3, 200_000))),
            List.of(page(3, "one"), page(4, Captures.noise(4, 200_000))));
    boolean killed = true;
    for (int n = 1; killed; n++) {
      Path home = Files.createDirectories(root.resolve("run" + n));
      FailingDisk disk = new FailingDisk(n);
      disk.forGood = true;
      List<Capture> acknowledged = new ArrayList<>();
      Map<String, Long> known = new HashMap<>();
      appendUntilKilled(home, disk, batches, acknowledged, known);
      killed = disk.failed;
      assertThat(ArchiveVerifier.verify(home, Level.DIGESTS, known).sound()).as("%d", n).isTrue();
      try (ArchiveWriter writer =
          new WarcArchive(home).openForAppend(Captures.CLOCK, PayloadIndex.EMPTY, known)) {
        assertThat(writer.recovered())
            .allMatch(t -> (t.setAside() == null) == known.containsKey(t.file()));
      }
      assertThat(ArchiveVerifier.verify(home, Level.DIGESTS, known).findings()).isEmpty();
      List<Capture> kept =
          Captures.captures(home).stream()
              .limit(acknowledged.size())
              .map(StoredCapture::capture)
              .toList();
      assertThat(kept.stream().map(Captures::state).toList())
          .as("killed at operation %d", n)
          .isEqualTo(acknowledged.stream().map(Captures::state).toList());
    }
  }

  private static void appendUntilKilled(
      Path home,
      FailingDisk disk,
      List<List<Capture>> batches,
      List<Capture> acknowledged,
      Map<String, Long> known)
      throws IOException {
    try (ArchiveWriter writer =
        new WarcArchive(home)
            .openForAppend(Captures.CLOCK, PayloadIndex.EMPTY, Map.of(), 100_000, disk)) {
      for (List<Capture> batch : batches) {
        StoredCapture last = writer.append(batch).get(batch.size() - 1);
        acknowledged.addAll(batch);
        known.put(last.location().file(), last.location().end());
      }
    } catch (IOException e) {
      assertThat(e).hasMessage("no space left on device");
    }
  }

  /** Appends each batch, trying a failed one again; returns what was acknowledged, in order. */
  private static List<Capture> appendAll(Path home, FailingDisk disk, List<List<Capture>> batches)
      throws IOException {
    List<Capture> acknowledged = new ArrayList<>();
    try (ArchiveWriter writer =
        new WarcArchive(home)
            .openForAppend(Captures.CLOCK, PayloadIndex.EMPTY, Map.of(), 100_000, disk)) {
      for (List<Capture> batch : batches) {
        try {
          writer.append(batch);
        } catch (IOException e) {
          assertThat(e).hasMessage("no space left on device");
          writer.append(batch);
        }
        acknowledged.addAll(batch);
      }
    }
    return acknowledged;
  }

  @Test
  void aDiskThatStaysFullRefusesUntilThereIsRoom() throws IOException {
    FailingDisk disk = new FailingDisk(Integer.MAX_VALUE);
    try (ArchiveWriter writer =
        new WarcArchive(folder)
            .openForAppend(
                Captures.CLOCK, PayloadIndex.EMPTY, Map.of(), WarcArchive.FILE_LIMIT, disk)) {
      writer.append(List.of(page(1, "one")));
      disk.full = true;
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> writer.append(List.of(page(2, "two"))))
            .hasMessage("no space left on device");
      }
      disk.full = false;
      writer.append(List.of(page(3, "three")));
    }
    assertThat(Captures.captures(folder))
        .extracting(s -> s.capture().ordinal())
        .containsExactly(1, 3);
  }

  /** Fails once at a given operation, after writing half of the bytes, or always while full. */
  private static final class FailingDisk implements ArchiveFile.Opener {
    private int left;
    private boolean failed;
    private boolean full;
    private boolean forGood;

    FailingDisk(int failAt) {
      this.left = failAt;
    }

    private boolean fails() {
      left--;
      failed |= left == 0;
      full |= forGood && failed;
      return full || left == 0;
    }

    @Override
    public ArchiveFile open(Path path) throws IOException {
      ArchiveFile file = ArchiveFile.open(path);
      return new ArchiveFile() {
        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
          if (fails()) {
            file.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position);
            throw new IOException("no space left on device");
          }
          file.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
          if (fails()) {
            throw new IOException("no space left on device");
          }
          file.force();
        }

        @Override
        public void truncate(long size) throws IOException {
          if (full) {
            throw new IOException("no space left on device");
          }
          file.truncate(size);
        }

        @Override
        public long size() throws IOException {
          return file.size();
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }
  }
}
