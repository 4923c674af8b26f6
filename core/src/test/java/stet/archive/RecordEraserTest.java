package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.capture.Payload;

class RecordEraserTest {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Erasure BY =
      new Erasure(3, "court-order", Instant.parse("2026-04-02T09:00:00Z"), "", "");

  @TempDir Path dir;

  private static Capture capture(int number, byte[] bytes) {
    return new Capture(
        "https://courier.example/" + number,
        NOON.plusSeconds(number),
        0,
        "text/html",
        Payload.of(bytes),
        new SavedFile("page.html", TimeBasis.NAME, "A title that tells"));
  }

  private List<StoredCapture> archive(List<Capture> captures) throws IOException {
    try (ArchiveWriter writer =
        new WarcArchive(dir).openForAppend(CLOCK, PayloadIndex.EMPTY, Map.of())) {
      return new ArrayList<>(writer.append(captures));
    }
  }

  private static byte[] random(int size, int bound) {
    Random random = new Random(size);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (' ' + random.nextInt(bound));
    }
    return bytes;
  }

  /** Whatever its size, and however well it is compressed. */
  @ParameterizedTest
  @ValueSource(ints = {400, 700, 1_000, 1_001, 1_500, 5_000, 66_000, 70_000, 400_000, 3_000_000})
  void aRecordOfAnySizeIsReplacedInItsPlace(int size) throws IOException {
    for (int bound : new int[] {8, 90}) {
      Path own = Files.createDirectories(dir.resolve("b" + bound));
      WarcArchive archive = new WarcArchive(own);
      List<StoredCapture> stored;
      try (ArchiveWriter writer = archive.openForAppend(CLOCK, PayloadIndex.EMPTY, Map.of())) {
        stored =
            writer.append(
                List.of(
                    capture(1, "<p>before".getBytes(StandardCharsets.UTF_8)),
                    capture(2, random(size, bound)),
                    capture(3, random(size, bound)),
                    capture(4, "<p>after".getBytes(StandardCharsets.UTF_8))));
      }
      String file = archive.files().get(0);
      long before = archive.size(file);
      assertThat(archive.erase(Map.of(stored.get(1).location(), BY)).records()).isEqualTo(1);
      assertThat(archive.size(file)).isEqualTo(before);
      StoredCapture gone = archive.read(stored.get(1).location());
      assertThat(gone.capture().uri()).isEqualTo("https://courier.example/2");
      assertThat(gone.capture().payload().digest()).isEqualTo(Digest.of(random(size, bound)));
      assertThat(gone.capture().payload().size()).isEqualTo(size);
      assertThatThrownBy(() -> gone.capture().payload().open())
          .isInstanceOfSatisfying(Erasure.Met.class, e -> assertThat(e.erasure()).isEqualTo(BY));
      // The revisit leads to the tombstone, and the others are as they were.
      assertThat(archive.read(stored.get(2).location()).revisit()).isTrue();
      assertThat(archive.isGone(stored.get(2).location())).isTrue();
      assertThat(archive.read(stored.get(3).location()).capture().payload().bytes())
          .asString()
          .isEqualTo("<p>after");
      Verification checked =
          ArchiveVerifier.verify(own, ArchiveVerifier.Level.DIGESTS, Map.of(file, before));
      assertThat(checked.findings()).isEmpty();
      assertThat(checked.captures()).isEqualTo(4);
      assertThat(archive.erase(Map.of(stored.get(1).location(), BY)).records()).isZero();
    }
  }

  @Test
  void noRevisitKeepsItsTitle() throws IOException {
    byte[] page = random(2_000, 60);
    List<StoredCapture> stored = archive(List.of(capture(1, page), capture(2, page)));
    WarcArchive archive = new WarcArchive(dir);
    archive.erase(Map.of(stored.get(0).location(), BY, stored.get(1).location(), BY));
    StoredCapture revisit = archive.read(stored.get(1).location());
    assertThat(revisit.capture().payload().digest()).isEqualTo(Digest.of(page));
    assertThat(archive.isGone(stored.get(1).location())).isTrue();
    assertThat(((SavedFile) revisit.capture().source()).title()).isEmpty();
    assertThat(ArchiveVerifier.verify(dir, ArchiveVerifier.Level.DIGESTS, Map.of()).findings())
        .isEmpty();
  }

  @Test
  void aPartThatAKillLeftIsRemovedByTheNextWriter() throws IOException {
    archive(List.of(capture(1, random(900, 60))));
    Path part = dir.resolve(new WarcArchive(dir).files().get(0) + RecordEraser.PART);
    Files.writeString(part, "half");
    archive(List.of(capture(2, random(901, 60))));
    assertThat(part).doesNotExist();
  }

  @Test
  void aRecordTooSmallForATombstoneIsNamedAndKept() throws IOException {
    List<StoredCapture> stored = archive(List.of(capture(1, "x".getBytes(StandardCharsets.UTF_8))));
    WarcArchive archive = new WarcArchive(dir);
    assertThat(archive.erase(Map.of(stored.get(0).location(), BY)).kept())
        .containsExactly(stored.get(0).location());
    assertThat(archive.read(stored.get(0).location()).capture().payload().bytes()).hasSize(1);
  }
}
