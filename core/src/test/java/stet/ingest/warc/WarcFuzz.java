package stet.ingest.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Records of web archives, sound or not. */
public final class WarcFuzz {
  private static final String DATE = "2026-03-05T14:05:00Z";
  private static final String URI = "https://portaldercourier.example/harbour";
  private static final long MOST = 1 << 14;

  private WarcFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "warc",
            4_000,
            files(),
            List.of(
                "WARC/1.0\r\n",
                "WARC/1.1\n",
                "WARC-Type: response\r\n",
                "Content-Length: ",
                "WARC-Block-Digest: sha1:",
                "\r\n\r\n",
                "\r\n\r\n\r\n",
                "filedesc://",
                "\u001f",
                URI + " 192.0.2.1 20260305140500 text/html 12\n"),
            WarcFuzz::walk),
        new FuzzTarget(
            "http-message",
            2_700,
            Seeds.texts(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n"),
            List.of("chunked", "\r\n", "\n\n", "7fffffff\r\n", "0\r\n", ";", "HTTP/1.0 204 "),
            WarcFuzz::message));
  }

  /** Archives of a few records, whole and by member, of either format. */
  public static List<byte[]> files() {
    byte[] page = Records.page(URI, DATE, Records.story("The harbour closes", "It rained."));
    byte[] revisit = Records.revisit(URI, DATE, "a", URI, DATE, "HTTP/1.1 200 OK\r\n\r\n");
    byte[] info = Records.record("warcinfo", URI, DATE, "", "software: fuzz\r\n".getBytes(UTF_8));
    byte[] arc =
        ("filedesc://a.arc 0.0.0.0 20260305140500 text/plain 22\n1 0 InternetArchive\nURL\n\n"
                + URI
                + " 192.0.2.1 20260305140500 text/html 26\nHTTP/1.0 200 OK\n\n<p>story\n\n"
                + URI
                + "?2 192.0.2.1 20260305140501 text/html 3\nabc\n\n")
            .getBytes(UTF_8);
    List<byte[]> records = List.of(info, page, revisit);
    List<byte[]> members = records.stream().map(Records::gzip).toList();
    return List.of(
        Records.join(records),
        Records.join(members),
        Records.gzip(Records.join(records)),
        arc,
        Records.gzip(arc));
  }

  /** The walk ends, its places ascend, and each record is found again at its place. */
  private static void walk(byte[] input) throws IOException {
    List<WalkItem.Found> found = new ArrayList<>();
    long blocks = 0;
    try (RecordWalk walk = RecordWalk.open(source(input), new Place(0, 0), MOST)) {
      Place last = new Place(-1, 0);
      for (WalkItem item = walk.next(); item != null; item = walk.next()) {
        Place place = item.place();
        assertThat(place.base()).isBetween(last.base(), (long) input.length);
        assertThat(place.skip()).isNotNegative();
        if (item instanceof WalkItem.Found record) {
          assertThat(place).isNotEqualTo(last);
          assertThat(record.block().length).isLessThanOrEqualTo((int) MOST);
          assertThat(record.fields().type()).isNotEmpty();
          found.add(record);
          blocks++;
          last = place;
        }
        assertThat(blocks).isLessThanOrEqualTo(200L * input.length);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("gzip member");
    }
    for (WalkItem.Found record : found.subList(0, Math.min(3, found.size()))) {
      again(input, record);
    }
  }

  private static void again(byte[] input, WalkItem.Found record) throws IOException {
    try (RecordWalk walk = RecordWalk.open(source(input), record.place(), MOST)) {
      WalkItem again = walk.next();
      assertThat(again).isInstanceOf(WalkItem.Found.class);
      assertThat(again.place()).isEqualTo(record.place());
      assertThat(((WalkItem.Found) again).block()).isEqualTo(record.block());
    }
  }

  private static void message(byte[] input) {
    HttpMessage.parse(input)
        .ifPresent(
            message -> {
              assertThat(message.body().length).isLessThanOrEqualTo(message.transferred().length);
              assertThat(message.head().bytes().length + message.transferred().length)
                  .isEqualTo(input.length);
            });
    byte[] headed = Records.join(List.of("HTTP/1.1 200 OK\r\n".getBytes(UTF_8), input));
    assertThat(HttpMessage.parse(headed)).isPresent();
  }

  private static ByteSource source(byte[] bytes) {
    return new ByteSource() {
      @Override
      public int read(ByteBuffer into, long at) {
        if (at >= bytes.length) {
          return -1;
        }
        int length = (int) Math.min(into.remaining(), bytes.length - at);
        into.put(bytes, (int) at, length);
        return length;
      }

      @Override
      public void close() {}
    };
  }
}
