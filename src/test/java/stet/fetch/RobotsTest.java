package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Capture;
import stet.capture.Coder;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Disallowed;
import stet.fetch.FetchOutcome.Failed;

class RobotsTest {
  private final Newsroom newsroom = new Newsroom();
  private Desk desk;

  @BeforeEach
  void open() {
    desk = Desk.hasty(newsroom);
    newsroom.page("/a", "<p>a").page("/b", "<p>b");
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    newsroom.close();
  }

  private void robots(String text) {
    newsroom.page("/robots.txt", "Content-Type: text/plain\r\n", text.getBytes(UTF_8));
  }

  private FetchOutcome get(String path) {
    return desk.get(newsroom.url(path));
  }

  private long askedForRobots() {
    return newsroom.asked().stream().filter(line -> line.contains("/robots.txt ")).count();
  }

  @Test
  void disallowedPageIsNotAskedForAndTheReasonIsRecorded() {
    robots("User-agent: *\nDisallow: /a");
    Disallowed outcome = (Disallowed) get("/a");
    assertThat(outcome.uri()).isEqualTo(newsroom.url("/a"));
    Capture capture = outcome.captures().get(0);
    assertThat(((Exchange.Failed) capture.exchange()).failure())
        .isEqualTo(Failure.ROBOTS_DISALLOWED);
    assertThat(newsroom.asked()).containsExactly("GET /robots.txt HTTP/1.1");
    assertThat(get("/b")).isInstanceOf(Answered.class);
  }

  @Test
  void redirectIntoWhatIsDisallowedIsNotFollowed() {
    robots("User-agent: *\nDisallow: /a");
    newsroom.redirect("/b", "/a");
    assertThat(get("/b").captures()).hasSize(2);
    assertThat(newsroom.asked()).doesNotContain("GET /a HTTP/1.1");
  }

  /** Group selection and rule precedence, RFC 9309 sections 2.2.1 to 2.2.3 and 5. */
  @ParameterizedTest
  @CsvSource({
    "'User-agent: stet\nDisallow: /a\n\nUser-agent: *\nAllow: /', false",
    "'User-agent: STET\nDisallow: /a', false",
    "'User-agent: stetson\nDisallow: /\n\nUser-agent: *\nDisallow: /b', true",
    "'User-agent: other\nUser-agent: stet\nDisallow: /a', false",
    "'User-agent: stet\nDisallow: /x\nUser-agent: stet\nDisallow: /a', false",
    "'User-agent: *\nDisallow: /\nAllow: /a', true",
    "'User-agent: *\nDisallow: /a\nAllow: /a', true",
    "'User-agent: *\nDisallow: /*a$', false",
    "'User-agent: *\nDisallow: /A', true",
    "'User-agent: *\nDisallow: /%61', false",
    "'User-agent: *\nDisallow:', true",
    "'Disallow: /', true",
    "'\ufeffUser-agent: *\nDisallow: /a', false",
    "'User-agent: *\rDisallow: /a\r', false",
    "'# nothing', true",
    "'', true"
  })
  void groupsAndRules(String text, boolean allowed) {
    robots(text);
    assertThat(get("/a") instanceof Answered).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "401 No", "403 Forbidden", "410 Gone", "400 Bad"})
  void everythingIsAllowedWhereThereIsNoFile(String status) {
    newsroom.on("/robots.txt", Newsroom.answer(status, "", "Disallow: /".getBytes(UTF_8)));
    assertThat(get("/a")).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 Oops", "503 Busy", "429 Slow", "502 Bad"})
  void nothingIsAllowedForAWhileWhereTheFileCannotBeHad(String status) {
    newsroom.on("/robots.txt", Newsroom.answer(status, "", new byte[0]));
    Failed outcome = (Failed) get("/a");
    assertThat(outcome.failure()).isEqualTo(Failure.ROBOTS_UNREACHABLE);
    assertThat(outcome.retryAt()).isEqualTo(Desk.MORNING.plus(Duration.ofMinutes(10)));
    desk.clock.pass(Duration.ofMinutes(5));
    assertThat(((Failed) get("/a")).failure()).isEqualTo(Failure.ROBOTS_UNREACHABLE);
    assertThat(askedForRobots()).isEqualTo(1);
    desk.clock.pass(Duration.ofMinutes(5));
    robots("User-agent: *\nAllow: /");
    assertThat(get("/a")).isInstanceOf(Answered.class);
    assertThat(askedForRobots()).isEqualTo(2);
  }

  @Test
  void brokenAnswerCountsAsUnreachable() {
    newsroom.on("/robots.txt", Newsroom.Visit::reset);
    assertThat(((Failed) get("/a")).failure()).isEqualTo(Failure.ROBOTS_UNREACHABLE);
  }

  @Test
  void lastKnownFileHoldsWhileItCannotBeHad() {
    robots("User-agent: *\nDisallow: /a");
    assertThat(get("/a")).isInstanceOf(Disallowed.class);
    newsroom.on("/robots.txt", Newsroom.answer("500 Oops", "", new byte[0]));
    desk.clock.pass(Duration.ofHours(25));
    assertThat(get("/a")).isInstanceOf(Disallowed.class);
    desk.clock.pass(Duration.ofMinutes(2));
    assertThat(get("/b")).isInstanceOf(Answered.class);
    assertThat(askedForRobots()).isEqualTo(2);
  }

  @Test
  void afterThirtyDaysWithoutAFileEverythingIsAllowed() {
    newsroom.on("/robots.txt", Newsroom.answer("500 Oops", "", new byte[0]));
    for (int day = 0; day < 29; day++) {
      assertThat(get("/a")).as("day %d", day).isInstanceOf(Failed.class);
      desk.clock.pass(Duration.ofHours(25));
    }
    assertThat(get("/a")).isInstanceOf(Answered.class);
  }

  @Test
  void fileIsAskedForOnceInTwentyFourHours() {
    robots("User-agent: *\nDisallow: /b");
    get("/a");
    desk.clock.pass(Duration.ofHours(23));
    get("/a");
    get("/b");
    assertThat(askedForRobots()).isEqualTo(1);
    desk.clock.pass(Duration.ofHours(2));
    get("/a");
    assertThat(askedForRobots()).isEqualTo(2);
  }

  @Test
  void clockThatWasSetBackDoesNotKeepAFileForYears() {
    desk.clock.pass(Duration.ofDays(700));
    robots("User-agent: *\nDisallow: /a");
    get("/a");
    desk.clock.pass(Duration.ofDays(-700));
    robots("");
    assertThat(get("/a")).isInstanceOf(Answered.class);
  }

  @Test
  void upToFiveRedirectsAreFollowedAndMoreMeanThereIsNone() {
    newsroom.redirect("/robots.txt", "/r1");
    for (int i = 1; i < 5; i++) {
      newsroom.redirect("/r" + i, "/r" + (i + 1));
    }
    newsroom.page(
        "/r5", "Content-Type: text/plain\r\n", "User-agent: *\nDisallow: /".getBytes(UTF_8));
    assertThat(get("/a")).isInstanceOf(Disallowed.class);
    newsroom.redirect("/r5", "/r6");
    newsroom.page(
        "/r6", "Content-Type: text/plain\r\n", "User-agent: *\nDisallow: /".getBytes(UTF_8));
    desk.clock.pass(Duration.ofHours(25));
    assertThat(get("/a")).isInstanceOf(Answered.class);
  }

  @Test
  void onlyTheBeginningOfAHugeFileIsRead() {
    String rest = "# filler\n".repeat(80_000);
    robots("User-agent: *\nDisallow: /a\n" + rest + "Disallow: /b\n");
    assertThat(get("/a")).isInstanceOf(Disallowed.class);
    assertThat(get("/b")).isInstanceOf(Answered.class);
  }

  @Test
  void codedFileIsRead() {
    newsroom.page(
        "/robots.txt",
        "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n",
        Coder.encode("gzip", "User-agent: *\nDisallow: /a".getBytes(UTF_8)));
    assertThat(get("/a")).isInstanceOf(Disallowed.class);
  }

  @Test
  void eachOriginHasAFileOfItsOwn() throws IOException {
    robots("User-agent: *\nDisallow: /a");
    try (Newsroom other = new Newsroom();
        Desk both =
            new Desk(Desk.hastyOptions(newsroom).withAllowedPrivateHosts(Set.of("127.0.0.1")))) {
      other.page("/a", "hello");
      assertThat(both.get(newsroom.url("/a"))).isInstanceOf(Disallowed.class);
      assertThat(both.get(other.url("/a"))).isInstanceOf(Answered.class);
    }
  }

  @Test
  void crawlDelayIsKeptUpToABound() {
    robots("User-agent: *\nCrawl-delay: 7\nAllow: /\nSitemap: https://news.example/map.xml");
    get("/a");
    assertThat(desk.throttle.mayAskAt(newsroom.authority(), Desk.MORNING))
        .isEqualTo(Desk.MORNING.plusSeconds(7));
    assertThat(desk.robots.sitemaps(newsroom.url("")))
        .containsExactly("https://news.example/map.xml");
    robots("User-agent: *\nCrawl-delay: 86400\nAllow: /");
    desk.clock.pass(Duration.ofHours(25));
    assertThat(get("/a")).isInstanceOf(Answered.class);
    assertThat(desk.throttle.mayAskAt(newsroom.authority(), desk.clock.instant()))
        .isEqualTo(desk.clock.instant().plus(Duration.ofMinutes(2)));
  }

  @Test
  void whatIsKnownOutlivesTheProcess() {
    robots("User-agent: *\nDisallow: /a\nCrawl-delay: 3");
    get("/a");
    RobotsCache restored = new RobotsCache();
    restored.restore(desk.robots.entries());
    assertThat(restored.entries()).isEqualTo(desk.robots.entries());
    assertThat(restored.isDue(newsroom.url(""), Desk.MORNING)).isFalse();
    assertThat(restored.crawlDelay(newsroom.url(""))).isEqualTo(Duration.ofSeconds(3));
  }
}
