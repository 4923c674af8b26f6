package stet.ingest.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordWalkTest {
  private static final String URI = "https://quellmund.example/crane-";

  @TempDir Path dir;

  private static List<byte[]> pages(int count) {
    List<byte[]> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String date = String.format("2026-03-%02dT10:00:00Z", i + 1);
      pages.add(Records.page(URI + i, date, Records.story("Crane " + i, "Day " + i + ".")));
    }
    return pages;
  }

  private List<WalkItem> walk(byte[] bytes) throws IOException {
    Path file = Files.write(dir.resolve("walked"), bytes);
    List<WalkItem> items = new ArrayList<>();
    try (RecordWalk walk = RecordWalk.open(ByteSource.of(file), new Place(0, 0), 1 << 20)) {
      for (WalkItem item = walk.next(); item != null; item = walk.next()) {
        items.add(item);
      }
    }
    return items;
  }

  private static List<String> uris(List<WalkItem> items) {
    return items.stream()
        .filter(WalkItem.Found.class::isInstance)
        .map(i -> ((WalkItem.Found) i).fields().uri("WARC-Target-URI").replace(URI, ""))
        .toList();
  }

  private static long damaged(List<WalkItem> items) {
    return items.stream().filter(WalkItem.Damaged.class::isInstance).count();
  }

  private static byte[] perRecord(List<byte[]> records) {
    return Records.join(records.stream().map(Records::gzip).toList());
  }

  @Test
  void readsPlainPerRecordAndWholeFileGzipAlike() throws IOException {
    List<byte[]> pages = pages(5);
    byte[] plain = Records.join(pages);
    for (byte[] form : List.of(plain, perRecord(pages), Records.gzip(plain))) {
      List<WalkItem> items = walk(form);
      assertThat(uris(items)).containsExactly("0", "1", "2", "3", "4");
      assertThat(damaged(items)).isZero();
    }
  }

  @Test
  void findsEachRecordAgainAtItsPlace() throws IOException {
    List<byte[]> pages = pages(4);
    byte[] plain = Records.join(pages);
    for (byte[] form : List.of(plain, perRecord(pages), Records.gzip(plain))) {
      for (WalkItem item : walk(form)) {
        Path file = dir.resolve("walked");
        try (RecordWalk walk = RecordWalk.open(ByteSource.of(file), item.place(), 1 << 20)) {
          WalkItem.Found again = (WalkItem.Found) walk.next();
          assertThat(again.block()).isEqualTo(((WalkItem.Found) item).block());
        }
      }
    }
  }

  @Test
  void readsBareLineFeedsAndLongEnds() throws IOException {
    String record =
        "WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: <"
            + URI
            + "a>\nX-Folded: one\n two\nContent-Length: 5\n\nhello\n\n\n\n";
    List<WalkItem> items = walk(Records.bytes(record + record.replace("-a", "-b")));
    assertThat(uris(items)).containsExactly("a", "b");
    assertThat(((WalkItem.Found) items.get(0)).fields().get("x-folded")).isEqualTo("one two");
  }

  @Test
  void readsFieldsWhoseValueBeginsInTheNextLine() throws IOException {
    String record =
        "WARC/1.0\r\nWARC-Type:\r\n resource\r\nWARC-Target-URI: "
            + URI
            + "a\r\nContent-Length:\r\n\t5\r\n\r\nhello\r\n\r\n";
    List<WalkItem> items = walk(Records.bytes(record));
    assertThat(uris(items)).containsExactly("a");
    assertThat(((WalkItem.Found) items.get(0)).fields().type()).isEqualTo("resource");
  }

  @Test
  void readsArc() throws IOException {
    String http = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>";
    String arc =
        "filedesc://a.arc 0.0.0.0 20080430204825 text/plain 10\n1 0 Older\n\n"
            + URI
            + "arc 192.0.2.7 20080430204826 text/html "
            + http.length()
            + "\n"
            + http
            + "\ndns:quellmund.example 192.0.2.1 20080430204827 text/dns 4\nnone\n";
    List<WalkItem> items = walk(Records.bytes(arc));
    assertThat(items).hasSize(3).allMatch(WalkItem.Found.class::isInstance);
    WalkItem.Found page = (WalkItem.Found) items.get(1);
    assertThat(page.fields().type()).isEqualTo("response");
    assertThat(page.fields().get("WARC-Date")).isEqualTo("20080430204826");
    assertThat(new String(page.block(), StandardCharsets.UTF_8)).isEqualTo(http);
  }

  @Test
  void goesOnAfterGarbageBetweenRecords() throws IOException {
    List<byte[]> pages = pages(3);
    byte[] garbage = Records.bytes("what is this\r\nWARC is not a record\r\n");
    List<WalkItem> plain =
        walk(Records.join(List.of(pages.get(0), garbage, pages.get(1), pages.get(2))));
    assertThat(uris(plain)).containsExactly("0", "1", "2");
    assertThat(damaged(plain)).isEqualTo(1);
    List<WalkItem> gzip =
        walk(
            Records.join(
                List.of(
                    Records.gzip(pages.get(0)),
                    garbage,
                    Records.gzip(pages.get(1)),
                    Records.gzip(pages.get(2)))));
    assertThat(uris(gzip)).containsExactly("0", "1", "2");
    assertThat(damaged(gzip)).isEqualTo(1);
  }

  @Test
  void neverTakesACutRecord() throws IOException {
    List<byte[]> pages = pages(3);
    byte[] plain = Records.join(pages);
    byte[] gzip = perRecord(pages);
    List<WalkItem> cutPlain = walk(Arrays.copyOf(plain, plain.length - 300));
    assertThat(uris(cutPlain)).containsExactly("0", "1");
    assertThat(damaged(cutPlain)).isEqualTo(1);
    List<WalkItem> cutGzip = walk(Arrays.copyOf(gzip, gzip.length - 60));
    assertThat(uris(cutGzip)).containsExactly("0", "1");
    assertThat(damaged(cutGzip)).isEqualTo(1);
  }

  @Test
  void aLengthThatSwallowsTheNextRecordCostsOneRecord() throws IOException {
    List<byte[]> pages = pages(4);
    byte[] wrong =
        Records.bytes(
            new String(pages.get(1), StandardCharsets.ISO_8859_1)
                .replaceFirst("Content-Length: (\\d)", "Content-Length: 9$1"));
    List<WalkItem> items =
        walk(Records.join(List.of(pages.get(0), wrong, pages.get(2), pages.get(3))));
    assertThat(uris(items)).containsExactly("0", "2", "3");
    assertThat(damaged(items)).isEqualTo(1);
  }

  @Test
  void aLengthThatEndsBeforeAnEmptyLineOfTheNextRecordTakesNothingFromThat() throws IOException {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The crane is down.</p>";
    byte[] whole = Records.record("response", URI, "2026-03-02T10:00:00Z", "", Records.bytes(http));
    String second = new String(whole, StandardCharsets.ISO_8859_1);
    int before = second.indexOf("\r\n\r\n<p>") + 2;
    String first = "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: " + before + "\r\n\r\n";
    List<WalkItem> items = walk(Records.join(List.of(Records.bytes(first), whole)));
    assertThat(damaged(items)).isEqualTo(1);
    assertThat(items).last().isInstanceOf(WalkItem.Found.class);
    assertThat(((WalkItem.Found) items.get(1)).block()).isEqualTo(Records.bytes(http));
  }

  @Test
  void anyFlippedBitOfABlockIsNoticed() throws IOException {
    byte[] plain = Records.join(pages(1));
    int block = new String(plain, StandardCharsets.ISO_8859_1).indexOf("HTTP/1.1");
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] flipped = plain.clone();
      flipped[block + random.nextInt(plain.length - 4 - block)] ^= (byte) (1 << random.nextInt(8));
      assertThat(uris(walk(flipped))).isEmpty();
    }
  }

  @Test
  void passesOverABlockThatIsTooLarge() throws IOException {
    byte[] large = Records.page(URI + "large", "2026-03-01T10:00:00Z", "x".repeat(2 << 20));
    List<byte[]> pages = pages(1);
    for (byte[] form :
        List.of(
            Records.join(List.of(large, pages.get(0))), perRecord(List.of(large, pages.get(0))))) {
      List<WalkItem> items = walk(form);
      assertThat(uris(items)).containsExactly("large", "0");
      assertThat(((WalkItem.Found) items.get(0)).oversized()).isTrue();
    }
  }

  @Test
  void stopsAtAMemberThatUnpacksOutOfAllProportion() throws IOException {
    byte[] bomb = Records.gzip(new byte[300 << 20]);
    byte[] file = Records.join(List.of(bomb, Records.gzip(pages(1).get(0))));
    List<WalkItem> items = walk(file);
    assertThat(uris(items)).containsExactly("0");
    assertThat(((WalkItem.Damaged) items.get(0)).what()).contains("no record").isNotEmpty();
  }

  @Test
  void checksDigestsInEveryUsualSpelling() {
    byte[] bytes = Records.bytes("hello");
    // Made with: printf hello | sha1sum, and base32 of the same.
    assertThat(StatedDigest.matches("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N", bytes)).contains(true);
    assertThat(StatedDigest.matches("sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d", bytes))
        .contains(true);
    assertThat(StatedDigest.matches("md5:5d41402abc4b2a76b9719d911017c592", bytes)).contains(true);
    assertThat(StatedDigest.matches("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2A", bytes))
        .contains(false);
    assertThat(StatedDigest.matches("crc32:3610a686", bytes)).isEmpty();
  }
}
