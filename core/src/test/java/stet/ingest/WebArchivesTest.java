package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.ingest.warc.Records.bytes;
import static stet.ingest.warc.Records.gzip;
import static stet.ingest.warc.Records.join;
import static stet.ingest.warc.Records.page;
import static stet.ingest.warc.Records.record;
import static stet.ingest.warc.Records.response;
import static stet.ingest.warc.Records.revisit;
import static stet.ingest.warc.Records.story;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;

class WebArchivesTest {
  private static final String URI = "https://www.quellmund.example/crane";
  private static final String DAY1 = "2026-03-01T10:00:00Z";
  private static final String DAY2 = "2026-03-02T10:00:00Z";
  private static final String STORY = story("Crane comes down", "It is old.");

  @TempDir Path dir;

  private final List<Capture> captures = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private Path write(String name, byte[]... parts) throws IOException {
    return Files.write(dir.resolve(name), join(List.of(parts)));
  }

  private RecordCounts read(Selection selection, EarlierPayloads here, Path... paths)
      throws IOException {
    captures.clear();
    refused.clear();
    return WebArchives.under(List.of(paths), selection, 1 << 20)
        .read(
            here,
            found -> {
              if (found instanceof Found.Page page) {
                captures.add(page.capture());
              } else {
                refused.add(found.subject() + " " + ((Found.Refused) found).why());
              }
            });
  }

  private RecordCounts read(Path... paths) throws IOException {
    return read(Selection.ALL, EarlierPayloads.NONE, paths);
  }

  @Test
  void aResponseBecomesTheExchangeThatItWas() throws IOException {
    byte[] body = bytes("5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: 1\r\n\r\n");
    String head =
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=utf-8\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    read(write("a.warc", response(URI, DAY1, head, body)));
    Capture capture = captures.get(0);
    assertThat(capture.uri()).isEqualTo(URI);
    assertThat(capture.at()).isEqualTo(DAY1);
    assertThat(capture.mediaType()).isEqualTo("text/html; charset=utf-8");
    assertThat(capture.payload().bytes()).asString().isEqualTo("hello world");
    assertThat(capture.source()).isInstanceOf(CaptureSource.WarcRecord.class);
    assertThat(capture.source().name()).isEqualTo("a.warc");
    Exchange.Http http = (Exchange.Http) capture.exchange();
    assertThat(http.status()).isEqualTo(404);
    assertThat(http.transferred().bytes()).isEqualTo(body);
    assertThat(http.response().bytes()).isEqualTo(bytes(head));
  }

  @Test
  void chunksThatACrawlerTookOutAreNotMissed() throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
    read(write("a.warc", response(URI, DAY1, head, bytes(STORY))));
    assertThat(captures.get(0).payload().bytes()).isEqualTo(bytes(STORY));
  }

  @Test
  void countsEveryRecordOnceAndSaysWhyItIsNotKept() throws IOException {
    RecordCounts counts =
        read(
            write(
                "a.warc",
                record("warcinfo", "", DAY1, "", bytes("software: none\r\n")),
                page(URI, DAY1, STORY),
                record("request", URI, DAY1, "", bytes("GET / HTTP/1.1\r\n\r\n")),
                response(
                    URI + ".png",
                    DAY1,
                    "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
                    bytes("png")),
                response(
                    URI + ".css",
                    DAY1,
                    "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n",
                    bytes("<p>no such style")),
                response(
                    URI + "/old",
                    DAY1,
                    "HTTP/1.1 301 Moved\r\nLocation: /crane\r\n\r\n",
                    bytes("")),
                response(
                    URI,
                    DAY2,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                        + "Content-Length: 9000\r\n\r\n",
                    bytes(STORY)),
                record("resource", "dns:quellmund.example", DAY1, "", bytes("192.0.2.1")),
                record("resource", URI + "/r", DAY1, "Content-Type: text/html\r\n", bytes(STORY)),
                page(URI, "2026-03", STORY)));
    assertThat(counts.total()).isEqualTo(10);
    assertThat(counts.seen())
        .containsEntry("response", 6L)
        .containsEntry("resource", 2L)
        .containsEntry("request", 1L);
    assertThat(counts.kept()).isEqualTo(3);
    assertThat(counts.skipped())
        .containsOnly(
            Map.entry("is a warcinfo record", 1L),
            Map.entry("is a request record", 1L),
            Map.entry("is no page: image media", 1L),
            Map.entry("is no page: text media", 1L),
            Map.entry("was cut off while it was recorded", 1L),
            Map.entry("has no web page's address", 1L),
            Map.entry("states no time that is known to the minute", 1L));
    assertThat(captures).extracting(Capture::uri).containsExactly(URI, URI + "/old", URI + "/r");
    assertThat(captures.get(2).exchange()).isEqualTo(Exchange.UNRECORDED);
    assertThat(refused).isEmpty();
  }

  @Test
  void aRevisitIsResolvedWithinAFileAcrossFilesAndAgainstTheCollection() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Second: yes\r\n\r\n";
    byte[] again = revisit(URI, DAY2, STORY, URI, DAY1, head);
    byte[] bare = revisit(URI, "2026-03-03T10:00:00Z", STORY, URI, DAY1, "");
    // The file that refers is read first.
    Path first = write("a.warc.gz", gzip(again));
    Path second = write("b.warc.gz", gzip(page(URI, DAY1, STORY)), gzip(bare));
    assertThat(read(first, second).kept()).isEqualTo(3);
    assertThat(captures).allMatch(c -> c.payload().size() == bytes(STORY).length);
    assertThat(captures)
        .extracting(c -> c.at().toString())
        .containsExactlyInAnyOrder(DAY1, DAY2, "2026-03-03T10:00:00Z");
    Exchange.Http own =
        (Exchange.Http)
            captures.stream()
                .filter(c -> c.at().equals(Instant.parse(DAY2)))
                .findFirst()
                .get()
                .exchange();
    assertThat(own.response().first("X-Second")).contains("yes");

    Capture original =
        captures.stream().filter(c -> c.at().equals(Instant.parse(DAY1))).findFirst().get();
    read(
        Selection.ALL,
        (uri, at) -> uri.equals(URI) && at.equals(original.at()) ? Optional.of(original) : null,
        first);
    assertThat(captures).hasSize(1);

    RecordCounts alone = read(first);
    assertThat(alone.skipped()).containsEntry(RecordConverter.UNRESOLVED, 1L);
    assertThat(refused).hasSize(1).first().asString().contains("import those files too");
  }

  @Test
  void selectsByAddressHostTimeAndMediaType() throws IOException {
    Path file =
        write(
            "a.warc",
            page(URI, DAY1, STORY),
            page(URI, DAY2, STORY),
            page("http://elsewhere.example/a(b)", DAY1, STORY),
            response(
                "http://elsewhere.example/n",
                DAY1,
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
                bytes("a note")));
    assertThat(kept(file, new Selection(List.of("*(b)"), List.of(), null, null, List.of())))
        .isEqualTo(1);
    assertThat(
            kept(
                file,
                new Selection(List.of(), List.of("Quellmund.example"), null, null, List.of())))
        .isEqualTo(2);
    Instant second = Instant.parse(DAY2);
    assertThat(kept(file, new Selection(List.of(), List.of(), second, null, List.of())))
        .isEqualTo(1);
    assertThat(kept(file, new Selection(List.of(), List.of(), null, second, List.of())))
        .isEqualTo(2);
    assertThat(kept(file, new Selection(List.of(), List.of(), null, null, List.of("text/*"))))
        .isEqualTo(4);
  }

  private long kept(Path file, Selection selection) throws IOException {
    return read(selection, EarlierPayloads.NONE, file).kept();
  }

  @Test
  void aDamagedFileIsToldInOneLineAndKeepsTheRest() throws IOException {
    byte[] broken = gzip(page(URI + "/b", DAY1, STORY));
    broken[broken.length / 2] ^= 0x40;
    Path file =
        write("a.warc.gz", gzip(page(URI, DAY1, STORY)), broken, gzip(page(URI, DAY2, STORY)));
    read(file);
    assertThat(captures).hasSize(2);
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0)).contains("a.warc.gz").contains("at byte").contains("2 captures");
  }

  @Test
  void aWaczIsReadWithoutBelievingItsNames() throws IOException {
    Path wacz = dir.resolve("crawl.wacz");
    try (OutputStream file = Files.newOutputStream(wacz);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("../../archive/one.warc.gz"));
      zip.write(gzip(page(URI, DAY1, STORY)));
      zip.putNextEntry(new ZipEntry("archive/two.warc"));
      zip.write(join(List.of(page(URI, DAY2, STORY), page(URI + "/2", DAY2, STORY))));
      zip.putNextEntry(new ZipEntry("pages/pages.jsonl"));
      zip.write(bytes("{}"));
    }
    read(wacz);
    assertThat(captures).hasSize(3);
    assertThat(captures).allMatch(c -> c.source().name().equals("crawl.wacz"));
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactly(wacz);
    }
  }

  @Test
  void anIndexNamesTheRecordsToTake() throws IOException {
    byte[] first = gzip(page(URI, DAY1, STORY));
    byte[] second = gzip(page(URI, DAY2, STORY));
    write("a.warc.gz", first, second);
    Path json =
        write(
            "a.cdxj",
            bytes(
                "!meta {}\nexample,quellmund)/crane 20260302100000 {\"filename\": \"../x/a.warc.gz\","
                    + " \"offset\": \""
                    + first.length
                    + "\"}\nexample,quellmund)/no 20260302100000 {\"filename\": \"none.warc.gz\","
                    + " \"offset\": 0}\n"));
    read(json);
    assertThat(captures).extracting(c -> c.at().toString()).containsExactly(DAY2);
    assertThat(refused).hasSize(1).first().asString().contains("line 3").contains("none.warc.gz");
    Path cdx =
        write(
            "b.cdx",
            bytes(
                " CDX N b a m s k r M S V g\nexample,quellmund)/crane 20260301100000 "
                    + URI
                    + " text/html 200 AAAA - - "
                    + first.length
                    + " 0 a.warc.gz\n"));
    read(cdx);
    assertThat(captures).extracting(c -> c.at().toString()).containsExactly(DAY1);
  }

  @Test
  void aMementoThatWasRecordedIsFiledUnderItsOwnAddress() throws IOException {
    String shown =
        STORY.replace(
            "<body>",
            "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><p>bar</p>"
                + "<!-- END WAYBACK TOOLBAR INSERT -->");
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            + "Memento-Datetime: Sun, 01 Mar 2026 10:00:00 GMT\r\nLink: <"
            + URI
            + ">; rel=\"original\"\r\n\r\n";
    String shownAt = "https://archive.example/web/20260301100000/" + URI;
    read(
        write(
            "a.warc",
            response(shownAt, "2026-06-01T00:00:00Z", head, bytes(shown)),
            page(shownAt.replace("20260301", "20260228"), DAY2, STORY)));
    assertThat(captures).hasSize(1);
    assertThat(captures.get(0).uri()).isEqualTo(URI);
    assertThat(captures.get(0).at()).isEqualTo(DAY1);
    assertThat(captures.get(0).payload().bytes()).isEqualTo(bytes(STORY));
    assertThat(captures.get(0).exchange()).isEqualTo(Exchange.UNRECORDED);
  }
}
