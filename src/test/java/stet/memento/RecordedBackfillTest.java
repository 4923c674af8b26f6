package stet.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.Exchange;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.read.Extractors;

/** Answers of the Wayback Machine as they were recorded, replayed. */
class RecordedBackfillTest {
  private static final String RAW = "/web/{time}id_/{url}";

  private final List<Capture> captures = new ArrayList<>();
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
    return new BackfillRun(archive, Set.of(), captures).run(fields, url, since);
  }

  private List<String> times() {
    return captures.stream().map(c -> c.at().toString()).toList();
  }

  @Test
  void linesWithImpossibleTimesAreCountedAndPassedOver() throws IOException {
    Listing listing = CdxAnswer.read(Files.readString(Recordings.file("bad_timestamp_cdx.txt")));
    assertThat(listing.mementos()).hasSize(3);
    assertThat(listing.unreadable()).isEqualTo(2);
  }

  private void play(String name) throws IOException {
    Recordings.play(name, archive);
  }

  @Test
  void aListOfManyPagesIsFollowedByItsResumeKeys() throws IOException {
    play("test_search_multipage");
    String query =
        "/cdx/search/cdx?url=cnn.com&limit=25&from=20010410000000&to=20010510000000"
            + "&showResumeKey=true&resolveRevisits=true";
    Backfill.Outcome outcome = run(Map.of("cdx", query, "raw", RAW), "http://cnn.com/", null);
    assertThat(archive.answered()).filteredOn(p -> p.startsWith("/cdx")).hasSize(15);
    assertThat(outcome.listed()).isEqualTo(96);
    // The recording has the list alone: what is listed and not to be had is said.
    assertThat(outcome.gaps().size() + outcome.skipped()).isEqualTo(outcome.listed());
  }

  private Backfill.Outcome fetchRecorded(String name, String url, String digits)
      throws IOException {
    play(name);
    return fetchRecorded(name, url, digits, RAW);
  }

  private Backfill.Outcome fetchRecorded(String name, String url, String digits, String raw)
      throws IOException {
    play(name);
    archive.put("/list", Recordings.listOf(url, digits));
    return run(Map.of("cdx", "/list", "raw", raw), url, null);
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

  @Test
  void whatTheArchiveShowsIsCleanedToWhatItKeeps() throws IOException {
    String url = "https://www.fws.gov/birds/";
    fetchRecorded("test_get_memento_with_string_datetime", url, "20171124151315");
    fetchRecorded("test_get_memento_with_mode", url, "20171124151315");
    fetchRecorded("test_get_memento_with_mode", url, "20171124151315", "/web/{time}/{url}");
    assertThat(times()).hasSize(3).containsOnly("2017-11-24T15:13:15Z");
    List<byte[]> pages = new ArrayList<>();
    for (Capture capture : captures) {
      pages.add(
          ContentCodings.decode(capture.payload(), capture.contentEncoding(), 1 << 24).bytes());
    }
    assertThat(pages.get(1)).isEqualTo(pages.get(0));
    assertThat(read(url, pages.get(2))).isEqualTo(read(url, pages.get(0)));
  }

  private static Extraction read(String url, byte[] page) {
    Instant at = Instant.parse("2017-11-24T15:13:15Z");
    return Extractors.standard().extract(new Page(url, "text/html", at, "", page));
  }

  @Test
  void thePageKeepsTheAddressUnderWhichItWasArchived() throws IOException {
    fetchRecorded(
        "test_get_memento_returns_memento_with_accurate_url", "http://fws.gov/", "20171124143728");
    assertThat(times()).containsExactly("2017-11-24T14:37:28Z");
    assertThat(captures.get(0).uri()).isEqualTo("http://fws.gov/");
  }

  @Test
  void recordedRedirectsToOtherPagesAreNoVersionsHoweverTheyAreWritten() throws IOException {
    Backfill.Outcome path =
        fetchRecorded(
            "test_get_memento_with_path_based_redirects",
            "https://www.whitehouse.gov/administration/eop/ostp/about/student/faqs",
            "20201027215555");
    assertThat(archive.answered()).filteredOn(p -> p.startsWith("/web/")).hasSize(3);
    Backfill.Outcome schemeless =
        fetchRecorded(
            "test_get_memento_with_schemeless_redirects",
            "https://www.census.gov/geography/gss-initiative.html",
            "20201102232816");
    assertThat(archive.answered()).filteredOn(p -> p.startsWith("/web/")).hasSize(6);
    assertThat(path.skipped()).isEqualTo(1);
    assertThat(schemeless.skipped()).isEqualTo(1);
    assertThat(captures).isEmpty();
  }

  @Test
  void aRecordedRedirectWithoutItsTargetIsAGap() throws IOException {
    Backfill.Outcome outcome =
        fetchRecorded(
            "test_get_memento_follow_redirects_does_not_follow_historical_redirects",
            "http://epa.gov/climatechange",
            "20200201020357");
    assertThat(outcome.gaps()).hasSize(1);
    assertThat(captures).isEmpty();
  }

  private Backfill.Outcome listed(String name, String query, String url) throws IOException {
    play(name);
    String cdx = "/cdx/search/cdx?url=" + query + "&showResumeKey=true&resolveRevisits=true";
    return run(Map.of("cdx", cdx, "raw", RAW), url, null);
  }

  @Test
  void recordedListsAreReadPackedAndWithoutTheirRepetitions() throws IOException {
    Backfill.Outcome nasa =
        listed(
            "test_search",
            "nasa.gov&limit=1000&from=19961001000000&to=19970201000000",
            "http://nasa.gov/");
    assertThat(nasa.listed()).isEqualTo(1);
    Backfill.Outcome energy =
        listed(
            "test_search_does_not_repeat_results",
            "energystar.gov%2F&limit=1000&from=20200612000000&to=20200613000000",
            "http://energystar.gov/");
    // Fifteen lines: the redirects of one address and the pages of the other.
    assertThat(energy.listed()).isEqualTo(15);
    assertThat(energy.gaps()).noneMatch(g -> g.contains("cannot be read"));
  }

  @Test
  void aListOfAThousandLinesGivesTheMementoThatWasRecordedAndItsTwin() throws IOException {
    play("tutorial");
    // The list has the port that the recorded address leaves out; the archive knows both.
    archive.put(
        "/web/19961231235847id_/http://www.nasa.gov:80/",
        archive.answer("/web/19961231235847id_/http://www.nasa.gov/"));
    String cdx = "/cdx/search/cdx?url=nasa.gov&limit=1000&showResumeKey=true&resolveRevisits=true";
    Backfill.Outcome outcome = run(Map.of("cdx", cdx, "raw", RAW), "http://nasa.gov/", null);
    // The list states for another capture the digest that the bytes of this one have.
    assertThat(times()).containsExactly("1996-12-31T23:58:47Z", "1997-07-11T09:46:01Z");
    assertThat(captures.get(1).payload().digest()).isEqualTo(captures.get(0).payload().digest());
    assertThat(outcome.fetched()).isEqualTo(1);
    assertThat(outcome.repeated()).isEqualTo(1);
    assertThat(outcome.listed()).isEqualTo(465);
    assertThat(outcome.gaps().size() + outcome.skipped()).isEqualTo(465 - 2);
  }
}
