package stet.ingest.memento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.fetch.Pause;
import stet.ingest.Found;
import stet.ingest.warc.Records;

class BackfillTest {
  private static final Path RECORDED = Path.of("../shared/data/wayback/edgi-wayback");
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
    Map<String, String> all = new TreeMap<>(fields);
    all.put("private", "yes");
    all.replaceAll((k, v) -> v.startsWith("/") ? archive.base() + v : v);
    ArchiveSite site = ArchiveSite.of("test", all);
    FetchOptions.Politeness quick =
        new FetchOptions.Politeness(
            Duration.ZERO,
            Duration.ZERO,
            100_000,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));
    FetchOptions options =
        FetchOptions.STANDARD.withPoliteness(quick).withAllowedPrivateHosts(site.privateHosts());
    try (Fetcher fetcher = new Fetcher(options, Clock.systemUTC())) {
      Getter getter = new Getter(fetcher, Clock.systemUTC(), Pause.SLEEP, Duration.ofMinutes(1));
      return new Backfill(
              site,
              getter,
              (uri, at) -> here.contains(uri + " " + at),
              found -> captures.add(((Found.Page) found).capture()))
          .run(url, since == null ? null : Instant.parse(since), null);
    }
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

  @Test
  void linesWithImpossibleTimesAreCountedAndPassedOver() throws IOException {
    assumeTrue(Files.isDirectory(RECORDED), RECORDED + " is not here");
    Listing listing = CdxAnswer.read(Files.readString(RECORDED.resolve("bad_timestamp_cdx.txt")));
    assertThat(listing.mementos()).hasSize(3);
    assertThat(listing.unreadable()).isEqualTo(2);
  }

  /** Serves recorded answers of a real archive, its own address replaced by this one's. */
  @SuppressWarnings("unchecked")
  private void play(String name) throws IOException {
    Path file = RECORDED.resolve(name + ".yaml");
    assumeTrue(Files.exists(file), file + " is not here");
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(1 << 26);
    Map<String, Object> root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    for (Map<String, Object> one : (List<Map<String, Object>>) root.get("interactions")) {
      Map<String, Object> request = (Map<String, Object>) one.get("request");
      Map<String, Object> response = (Map<String, Object>) one.get("response");
      Map<String, String> fields = new LinkedHashMap<>();
      ((Map<String, List<String>>) response.get("headers"))
          .forEach(
              (k, v) -> fields.put(k, v.get(0).replace("https://web.archive.org", archive.base())));
      fields
          .keySet()
          .removeIf(
              k ->
                  k.toLowerCase(Locale.ROOT)
                      .matches("transfer-encoding|connection|content-length"));
      Object body = ((Map<String, Object>) response.get("body")).get("string");
      int status = (int) ((Map<String, Object>) response.get("status")).get("code");
      archive.put(
          ((String) request.get("uri")).replace("https://web.archive.org", ""),
          new LoopbackArchive.Answer(
              status, fields, body instanceof byte[] b ? b : LoopbackArchive.bytes("" + body)));
    }
  }

  @Test
  void aListOfManyPagesIsFollowedByItsResumeKeys() throws IOException {
    play("test_search_multipage");
    String query =
        "/cdx/search/cdx?url=cnn.com&limit=25&from=20010410000000&to=20010510000000"
            + "&showResumeKey=true&resolveRevisits=true";
    Backfill.Outcome outcome =
        run(Map.of("cdx", query, "raw", "/web/{time}id_/{url}"), "http://cnn.com/", null);
    assertThat(archive.answered()).filteredOn(p -> p.startsWith("/cdx")).hasSize(15);
    assertThat(outcome.listed()).isEqualTo(96);
    // The recording has the list alone: what is listed and not to be had is said.
    assertThat(outcome.gaps().size() + outcome.skipped()).isEqualTo(outcome.listed());
  }

  private Backfill.Outcome fetchRecorded(String name, String url, String digits)
      throws IOException {
    play(name);
    archive.put(
        "/list",
        LoopbackArchive.Answer.text(200, "key " + digits + " " + url + " text/html 200 - 1\n"));
    return run(Map.of("cdx", "/list", "raw", "/web/{time}id_/{url}"), url, null);
  }

  @Test
  void aRecordedMementoIsTakenAsItWasArchived() throws IOException {
    String url = "https://www.fws.gov/birds/";
    Backfill.Outcome outcome =
        fetchRecorded("test_get_memento_with_archive_url", url, "20171124151315");
    assertThat(outcome.fetched()).isEqualTo(1);
    Capture capture = captures.get(0);
    assertThat(capture.uri()).isEqualTo(url);
    assertThat(capture.at()).isEqualTo("2017-11-24T15:13:15Z");
    Exchange.Http http = (Exchange.Http) capture.exchange();
    byte[] page = ContentCodings.decode(capture.payload(), http.contentEncoding(), 1 << 24).bytes();
    assertThat(new String(page, StandardCharsets.UTF_8))
        .contains("<title>U.S. Fish &amp; Wildlife Service")
        .doesNotContain("web.archive.org");
  }

  @Test
  void theNearestMementoIsTakenUnderItsOwnTime() throws IOException {
    Backfill.Outcome outcome =
        fetchRecorded(
            "test_get_memento_with_date_datetime", "https://www.fws.gov/birds/", "20171124000000");
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(times()).containsExactly("2017-11-24T15:13:15Z");
  }

  @Test
  void aRecordedRedirectToAnotherPageIsNoVersionOfThisOne() throws IOException {
    Backfill.Outcome outcome =
        fetchRecorded(
            "test_get_memento_follows_historical_redirects",
            "http://epa.gov/climatechange",
            "20200201020357");
    assertThat(outcome.skipped()).isEqualTo(1);
    assertThat(captures).isEmpty();
  }

  @Test
  void redirectsInALoopAndMissingCapturesAreGaps() throws IOException {
    Backfill.Outcome loop =
        fetchRecorded(
            "test_get_memento_raises_for_mementos_that_redirect_in_a_loop",
            "https://link.springer.com/article/10.1007/s00382-012-1331-2",
            "20200925075402");
    assertThat(loop.gaps()).hasSize(1);
    Backfill.Outcome none =
        fetchRecorded(
            "test_get_memento_raises_no_memento_error",
            "https://this-is-not-real-url.whatever/",
            "20170929002712");
    assertThat(none.gaps()).hasSize(1).first().asString().contains("404");
    assertThat(captures).isEmpty();
  }
}
