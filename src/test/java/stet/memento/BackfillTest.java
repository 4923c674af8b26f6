package stet.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.ingest.warc.Records;

class BackfillTest {
  private static final String URL = "https://quellmund.example/crane";
  private static final byte[] ONE = Records.bytes(Records.story("Crane stays", "A."));
  private static final byte[] TWO = Records.bytes(Records.story("Crane comes down", "B."));

  private final List<Capture> captures = new ArrayList<>();
  private final Set<String> here = new TreeSet<>();
  private LoopbackArchive archive;

  @BeforeEach
  void open() throws IOException {
    archive = new LoopbackArchive();
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private Backfill.Outcome run(Map<String, String> fields, String url, String since)
      throws IOException {
    return new BackfillRun(archive, here, captures).run(fields, url, since);
  }

  private void put(String digits, String time, byte[] html) {
    archive.put("/raw/" + digits + "id_/" + URL, LoopbackArchive.Answer.memento(URL, time, html));
  }

  private void putThree() {
    put("20260301100000", "Sun, 01 Mar 2026 10:00:00 GMT", ONE);
    put("20260302100000", "Mon, 02 Mar 2026 10:00:00 GMT", ONE);
    put("20260303100000", "Tue, 03 Mar 2026 10:00:00 GMT", TWO);
  }

  private List<String> times() {
    return captures.stream().map(c -> c.at().toString()).toList();
  }

  @Test
  void aTimeMapOfSeveralPagesIsReadToItsEnd() throws IOException {
    putThree();
    archive.put(
        "/map/1",
        LoopbackArchive.Answer.text(
            200,
            "<"
                + URL
                + ">; rel=\"original\",\n<"
                + archive.base()
                + "/map/1>; rel=\"self\",\n</raw/20260301100000id_/"
                + URL
                + ">; rel=\"first memento\"; datetime=\"Sun, 01 Mar 2026 10:00:00 GMT\",\n<"
                + archive.base()
                + "/map/2>; rel=\"timemap\"; type=\"application/link-format\""));
    archive.put(
        "/map/2",
        LoopbackArchive.Answer.text(
            200,
            "{\"original_uri\": \""
                + URL
                + "\", \"mementos\": {\"list\": [{\"datetime\": \"2026-03-02T10:00:00Z\", \"uri\":"
                + " \"x\"}, {\"datetime\": \"2026-03-03T10:00:00Z\", \"uri\": \"y\"}]},"
                + " \"timemap_index\": [{\"uri\": \""
                + archive.base()
                + "/map/1\"}]}"));
    Backfill.Outcome outcome =
        run(Map.of("timemap", "/map/1", "raw", "/raw/{time}id_/{url}"), URL, null);
    assertThat(outcome.listed()).isEqualTo(3);
    assertThat(outcome.fetched()).isEqualTo(3);
    assertThat(outcome.gaps()).isEmpty();
    assertThat(times())
        .containsExactly("2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z");
    Capture first = captures.get(0);
    assertThat(first.uri()).isEqualTo(URL);
    assertThat(first.payload().bytes()).isEqualTo(ONE);
    assertThat(first.source())
        .isEqualTo(
            new CaptureSource.Memento("test", archive.base() + "/raw/20260301100000id_/" + URL));
    assertThat(((Exchange.Http) first.exchange()).status()).isEqualTo(200);
  }

  @Test
  void aTimeGateLeadsToTheTimeMap() throws IOException {
    putThree();
    archive.put(
        "/gate",
        new LoopbackArchive.Answer(
            200, Map.of("Link", "<" + archive.base() + "/map>; rel=\"timemap\""), ONE));
    archive.put(
        "/map",
        LoopbackArchive.Answer.text(
            200, "<x>; rel=\"memento\"; datetime=\"Tue, 03 Mar 2026 10:00:00 GMT\""));
    assertThat(run(Map.of("timegate", "/gate", "raw", "/raw/{time}id_/{url}"), URL, null).fetched())
        .isEqualTo(1);
  }

  private Map<String, String> cdx(byte[]... bodies) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      lines.append("example,quellmund)/crane 2026030").append(i + 1).append("100000 ");
      lines.append(URL).append(" text/html 200 ");
      lines.append(Records.sha1(bodies[i])).append(" 100\n");
    }
    archive.put("/cdx", LoopbackArchive.Answer.text(200, lines.toString()));
    return Map.of("cdx", "/cdx", "raw", "/raw/{time}id_/{url}");
  }

  @Test
  void bytesThatTheArchiveListsTwiceAreFetchedOnce() throws IOException {
    putThree();
    Backfill.Outcome outcome = run(cdx(ONE, ONE, TWO), URL, null);
    assertThat(outcome.fetched()).isEqualTo(2);
    assertThat(outcome.repeated()).isEqualTo(1);
    assertThat(times()).hasSize(3);
    assertThat(captures.get(1).payload().bytes()).isEqualTo(ONE);
    assertThat(archive.answered()).noneMatch(p -> p.contains("20260302100000"));
  }

  @Test
  void whatIsHereOrOutsideTheTimeIsNotFetched() throws IOException {
    putThree();
    here.add(URL + " 2026-03-02T10:00:00Z");
    Backfill.Outcome outcome = run(cdx(ONE, TWO, TWO), URL, "2026-03-02T00:00:00Z");
    assertThat(outcome.listed()).isEqualTo(2);
    assertThat(outcome.here()).isEqualTo(1);
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(archive.answered()).filteredOn(p -> p.startsWith("/raw/")).hasSize(1);
  }

  @Test
  void aCaptureThatTheArchiveDoesNotGiveIsAGap() throws IOException {
    put("20260301100000", "Sun, 01 Mar 2026 10:00:00 GMT", ONE);
    Backfill.Outcome outcome = run(cdx(ONE, TWO), URL, null);
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(outcome.gaps()).hasSize(1).first().asString().contains("2026-03-02").contains("404");
  }

  @Test
  void aRewrittenMementoIsCleaned() throws IOException {
    String shown =
        new String(ONE, StandardCharsets.UTF_8)
            .replace(
                "<body>",
                "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><p>bar</p>"
                    + "<!-- END WAYBACK TOOLBAR INSERT -->");
    put("20260301100000", "Sun, 01 Mar 2026 10:00:00 GMT", Records.bytes(shown));
    run(cdx(ONE), URL, null);
    assertThat(captures.get(0).payload().bytes()).isEqualTo(ONE);
    assertThat(captures.get(0).exchange()).isEqualTo(Exchange.UNRECORDED);
  }

  @Test
  void robotsTxtOfTheArchiveIsObeyed() throws IOException {
    archive.put("/robots.txt", LoopbackArchive.Answer.text(200, "User-agent: *\nDisallow: /\n"));
    putThree();
    Backfill.Outcome outcome = run(cdx(ONE, TWO), URL, null);
    assertThat(outcome.stopped()).contains("robots.txt");
    assertThat(archive.answered()).containsExactly("/robots.txt");
  }
}
