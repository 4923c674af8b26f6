package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stet.archive.Captures.page;
import static stet.archive.Captures.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.archive.Captures.MemoryIndex;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Digest;
import stet.capture.Payload;

class WarcArchiveTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 65_536, 1_000_003, 20_000_000})
  void bytesComeBackAsTheyWent(int size) throws IOException {
    Capture capture = page(1, Captures.noise(size, size));
    StoredCapture stored = Captures.write(folder, capture).get(0);
    StoredCapture read = new WarcArchive(folder).read(stored.location());
    assertThat(state(read.capture())).isEqualTo(state(capture));
    assertThat(read.capture().payload().bytes()).isEqualTo(capture.payload().bytes());
    assertThat(read.location()).isEqualTo(stored.location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "plain.html",
        "two\r\nWARC-Type: response\r\n\r\nlines.html",
        "nul\0tab\tescape\u001bdelete\u007f.html",
        "पृष्ठ-१ \u202egpj.html",
        "astral \ud83d\uddde and a lone \udc00 half",
        "100%25 % %u0041",
        "trailing space "
      })
  void anyTextSurvivesInEveryField(String text) throws IOException {
    Capture capture =
        new Capture(
            "https://a.example/" + text,
            Instant.parse("2026-03-01T10:00:00.123456789Z"),
            7,
            text,
            Payload.of(new byte[] {1, 2, 3}),
            new SavedFile(text, TimeBasis.FILE_TIME, text));
    Captures.write(folder, capture, page(2, "next"));
    assertThat(Captures.captures(folder)).hasSize(2);
    assertThat(state(Captures.captures(folder).get(0).capture())).isEqualTo(state(capture));
  }

  @Test
  void headersArePlainAsciiLines() throws IOException {
    Captures.write(folder, page(1, "x"));
    Path file = folder.resolve("stet-20260302-00001.warc.gz");
    String all;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    assertThat(all)
        .startsWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n")
        .contains("WARC-Target-URI: https://portaldercourier.example/story-1\r\n")
        .contains("WARC-Date: 2026-03-01T10:00:01Z\r\n")
        .contains("Content-Type: text/html; charset=utf-8\r\n")
        .contains("WARC-Payload-Digest: " + Digest.of("x").labelled() + "\r\n")
        .contains("Stet-File-Name: story-1.html\r\n")
        .contains("Stet-Time-Basis: name\r\n")
        .endsWith("\r\n\r\nx\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/50%25,https://a.example/50%25",
    "https://a.example/50%,https://a.example/50%25",
    "https://a.example/%zz?ä,https://a.example/%25zz?%C3%A4",
    "https://a.example/a b<c>,https://a.example/a%20b%3Cc%3E"
  })
  void theTargetUriIsAUri(String uri, String written) {
    assertThat(HeaderText.uri(uri)).isEqualTo(written);
    assertThat(java.net.URI.create(written)).hasScheme("https");
  }

  @Test
  void aRepeatedPayloadIsStoredOnceWithinABatch() throws IOException {
    List<StoredCapture> stored =
        Captures.write(folder, page(1, "same"), page(2, "other"), page(3, "same"));
    assertThat(stored).extracting(StoredCapture::revisit).containsExactly(false, false, true);
    StoredCapture again = new WarcArchive(folder).read(stored.get(2).location());
    assertThat(again.payload()).isEqualTo(stored.get(0).location());
    assertThat(state(again.capture())).isEqualTo(state(page(3, "same")));
  }

  @Test
  void aRepeatedPayloadIsFoundThroughTheIndexInAnEarlierFile() throws IOException {
    MemoryIndex index = new MemoryIndex();
    WarcArchive archive = new WarcArchive(folder);
    try (ArchiveWriter writer =
        archive.openForAppend(Captures.CLOCK, index, Map.of(), 1, ArchiveFile::open)) {
      index.add(writer.append(List.of(page(1, "same"))));
      index.add(writer.append(List.of(page(2, "same"), page(3, ""), page(4, ""))));
    }
    assertThat(archive.files()).hasSize(2);
    List<StoredCapture> read = Captures.captures(folder);
    assertThat(read).extracting(StoredCapture::revisit).containsExactly(false, true, false, false);
    assertThat(read.get(1).location().file()).isNotEqualTo(read.get(1).payload().file());
    assertThat(read.get(1).capture().payload().bytes())
        .isEqualTo("same".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aStaleIndexIsNotBelieved() throws IOException {
    StoredCapture other = Captures.write(folder, page(1, "other")).get(0);
    WarcLocation gone = new WarcLocation("stet-20200101-00001.warc.gz", 0, 100);
    for (WarcLocation wrong :
        List.of(other.location(), new WarcLocation(other.location().file(), 3, 9), gone)) {
      PayloadIndex index = digest -> java.util.Optional.of(wrong);
      try (ArchiveWriter writer =
          new WarcArchive(folder).openForAppend(Captures.CLOCK, index, Map.of())) {
        assertThat(writer.append(List.of(page(2, "text"))).get(0).revisit()).isFalse();
      }
    }
  }

  @Test
  void aDamagedOriginalIsStoredAnew() throws IOException {
    StoredCapture first = Captures.write(folder, page(1, "same")).get(0);
    Path file = folder.resolve(first.location().file());
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) first.location().end() - 1] ^= 1;
    Files.write(file, bytes);
    long size = bytes.length;
    try (ArchiveWriter writer =
        new WarcArchive(folder)
            .openForAppend(
                Captures.CLOCK,
                digest -> java.util.Optional.of(first.location()),
                Map.of(first.location().file(), size))) {
      StoredCapture second = writer.append(List.of(page(2, "same"))).get(0);
      assertThat(second.revisit()).isFalse();
      assertThat(second.location().offset()).isEqualTo(size);
    }
  }

  @Test
  void locationsFollowEachOther() throws IOException {
    List<StoredCapture> stored = Captures.write(folder, page(1, "a"), page(2, "b"));
    String file = stored.get(0).location().file();
    List<StoredRecord> all = Captures.scan(folder, file);
    assertThat(all.get(0)).isInstanceOf(StoredRecord.OtherRecord.class);
    assertThat(all.get(0).location().offset()).isZero();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).location().offset()).isEqualTo(all.get(i - 1).location().end());
    }
    assertThat(all.get(2).location().end()).isEqualTo(new WarcArchive(folder).size(file));
    try (RecordScan rest = new WarcArchive(folder).scan(file, stored.get(0).location().end())) {
      assertThat(rest.next()).isNotNull();
      assertThat(rest.next()).isNull();
    }
  }

  @Test
  void theSameCapturesAtTheSameClockGiveTheSameBytes(@TempDir Path other) throws IOException {
    Capture[] pages = {page(1, "a"), page(2, "b"), page(3, "a")};
    String file = Captures.write(folder, pages).get(0).location().file();
    Captures.write(other, pages);
    assertThat(other.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
  }

  @Test
  void readingWhatIsNoCaptureSaysSo() throws IOException {
    String file = Captures.write(folder, page(1, "a")).get(0).location().file();
    WarcArchive archive = new WarcArchive(folder);
    assertThatThrownBy(() -> archive.read(new WarcLocation(file, 0, 10)))
        .isInstanceOf(DamagedRecordException.class)
        .hasMessageContaining("the record is no capture");
    assertThatThrownBy(() -> archive.read(new WarcLocation(file, 5, 10)))
        .hasMessageStartingWith("cannot read '" + file + "': record at byte 5: no gzip header");
    assertThatThrownBy(() -> archive.read(new WarcLocation("../stet.db", 0, 10)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPayloadThatChangesWhileItIsReadIsNotArchived() throws IOException {
    byte[] bytes = {1, 2, 3};
    Payload lying =
        new Payload() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public long size() {
            return 3;
          }

          @Override
          public Digest digest() {
            return Digest.of("else");
          }
        };
    Capture capture =
        new Capture(
            "urn:stet:x", Captures.DAY, 0, "", lying, new SavedFile("x", TimeBasis.NAME, ""));
    try (ArchiveWriter writer = Captures.writer(folder)) {
      assertThatThrownBy(() -> writer.append(List.of(page(1, "a"), capture)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("changed while");
      assertThat(Captures.captures(folder)).isEmpty();
      assertThat(writer.append(List.of(page(1, "a")))).hasSize(1);
    }
    assertThat(Captures.captures(folder)).hasSize(1);
  }

  @Test
  void anEmptyFolderIsAnEmptyArchive() throws IOException {
    assertThat(new WarcArchive(folder.resolve("none")).files()).isEmpty();
    try (ArchiveWriter writer = Captures.writer(folder)) {
      assertThat(writer.append(List.of())).isEmpty();
    }
    assertThat(new WarcArchive(folder).files()).isEmpty();
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("sample"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("stet-20260302-00001.warc.gz.torn-5"), "mine");
    Files.writeString(folder.resolve("other.warc.gz"), "mine");
    assertThat(new WarcArchive(folder).files()).isEmpty();
    Captures.write(folder, page(1, "a"));
    assertThat(new WarcArchive(folder).files()).containsExactly("stet-20260302-00001.warc.gz");
  }
}
