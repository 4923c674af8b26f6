package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.archive.ArchiveVerifier.Level;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

class PackingTest {
  @TempDir Path dir;

  private static Capture response(int number, byte[] body, String encoding) {
    Capture page = Captures.page(number, body);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            + (encoding.isEmpty() ? "" : "Content-Encoding: " + encoding + "\r\n")
            + "\r\n";
    Exchange.Http http =
        new Exchange.Http(
            HttpHead.NONE,
            HttpHead.of(head.getBytes(StandardCharsets.US_ASCII)),
            page.payload(),
            "",
            Duration.ofMillis(20));
    return new Capture(
        page.uri(),
        page.at(),
        page.ordinal(),
        page.mediaType(),
        page.payload(),
        new CaptureSource.Live(page.uri()),
        http);
  }

  private static List<Capture> all() {
    byte[] page = "<p>The quay is shut. ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    return List.of(
        Captures.page(1, page),
        Captures.page(2, Captures.noise(2, 200_000)),
        Captures.page(3, page),
        Captures.page(4, ""),
        response(5, "<p>News".repeat(9_000).getBytes(StandardCharsets.UTF_8), ""),
        response(6, Captures.noise(6, 70_000), "br"),
        response(7, page, ""));
  }

  @Test
  void whatWasPreparedIsTheSameBytes() throws IOException {
    Path plain = dir.resolve("plain");
    Path packed = dir.resolve("packed");
    try (ArchiveWriter writer = Captures.writer(plain)) {
      writer.append(all());
    }
    List<StoredCapture> stored;
    try (ArchiveWriter writer = Captures.writer(packed)) {
      List<Capture> captures = all();
      writer.prepare(captures);
      stored = writer.append(captures);
    }
    String file = new WarcArchive(packed).files().get(0);
    assertThat(packed.resolve(file)).hasSameBinaryContentAs(plain.resolve(file));
    assertThat(ArchiveVerifier.verify(packed, Level.DIGESTS, Map.of()).findings()).isEmpty();
    for (int i = 0; i < stored.size(); i++) {
      assertThat(stored.get(i).capture().payload().bytes())
          .isEqualTo(all().get(i).payload().bytes());
    }
  }

  @Test
  void aPageThatCannotBeReadCostsNothingElse() throws IOException {
    Capture good = Captures.page(1, "good");
    Capture bad = unreadable(Captures.page(2, "bad"));
    try (ArchiveWriter writer = Captures.writer(dir)) {
      writer.prepare(List.of(good, bad));
      assertThatThrownBy(() -> writer.append(List.of(good, bad)))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
      writer.append(List.of(good));
    }
    assertThat(Captures.captures(dir))
        .singleElement()
        .extracting(s -> s.capture().uri())
        .isEqualTo(good.uri());
  }

  @Test
  void aPageThatChangedIsNotArchived() throws IOException {
    Capture page = Captures.page(1, "before");
    Capture changed = with(page, payload(page.payload().digest(), "behind"));
    try (ArchiveWriter writer = Captures.writer(dir)) {
      writer.prepare(List.of(changed));
      assertThatThrownBy(() -> writer.append(List.of(changed)))
          .hasMessageContaining("changed while they were being archived");
    }
    assertThat(Captures.captures(dir)).isEmpty();
  }

  private static Capture unreadable(Capture page) {
    return with(
        page,
        new Payload() {
          @Override
          public InputStream open() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public long size() {
            return page.payload().size();
          }

          @Override
          public Digest digest() {
            return page.payload().digest();
          }
        });
  }

  private static Payload payload(Digest digest, String text) {
    Payload bytes = Payload.of(text.getBytes(StandardCharsets.UTF_8));
    return new Payload() {
      @Override
      public InputStream open() throws IOException {
        return bytes.open();
      }

      @Override
      public long size() {
        return bytes.size();
      }

      @Override
      public Digest digest() {
        return digest;
      }
    };
  }

  private static Capture with(Capture page, Payload payload) {
    return new Capture(
        page.uri(), page.at(), page.ordinal(), page.mediaType(), payload, page.source());
  }

  @Property(tries = 200)
  void theCrcOfBothFollowsFromThatOfEach(@ForAll byte[] first, @ForAll byte[] second) {
    CRC32 both = new CRC32();
    both.update(first);
    both.update(second);
    assertThat(PackedBlock.joined(crc(first), crc(second), second.length))
        .isEqualTo((int) both.getValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 65_535, 65_536, 1_000_003})
  void theCrcOfBothForLongOnes(int length) {
    byte[] first = Captures.noise(1, 777);
    byte[] second = Captures.noise(2, length);
    theCrcOfBothFollowsFromThatOfEach(first, second);
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
