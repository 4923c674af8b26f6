package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.Coder;
import stet.capture.Exchange;
import stet.capture.Exchange.Failure;
import stet.fetch.FetchOptions.Limits;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Failed;

/** Everything a server can do wrong, and what becomes of it. */
class FetchFailureTest {
  private final Newsroom newsroom = new Newsroom();
  private Desk desk;

  @BeforeEach
  void open() {
    desk = Desk.hasty(newsroom);
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    newsroom.close();
  }

  private Failed failed(String path, Failure failure) {
    // Out of the back-off that an earlier failure brought.
    desk.clock.pass(Duration.ofHours(13));
    FetchOutcome outcome = desk.get(newsroom.url(path));
    assertThat(outcome).isInstanceOf(Failed.class);
    Failed failed = (Failed) outcome;
    assertThat(failed.failure()).as(failed.detail()).isEqualTo(failure);
    Capture capture = failed.captures().get(failed.captures().size() - 1);
    assertThat(capture.exchange()).isEqualTo(new Exchange.Failed(failure, failed.detail()));
    assertThat(capture.payload().size()).isZero();
    assertThat(failed.detail()).doesNotContain("\n").isNotBlank();
    return failed;
  }

  private void slowly(Limits limits) {
    desk.close();
    desk = new Desk(Desk.hastyOptions(newsroom).withLimits(limits));
    // The file is asked for without haste, so that only the page is late.
    desk.robots.unavailable(newsroom.url(""), Desk.MORNING.plus(Duration.ofHours(13)));
  }

  @Test
  void answerThatEndsBeforeItsLengthIsBrokenOff() {
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello");
          visit.socket().close();
        });
    failed("/a", Failure.BROKEN_OFF);
  }

  @Test
  void chunksThatEndEarlyAreBrokenOff() {
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhello");
          visit.socket().close();
        });
    failed("/a", Failure.BROKEN_OFF);
    newsroom.on(
        "/b",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
          visit.socket().close();
        });
    failed("/b", Failure.BROKEN_OFF);
  }

  @Test
  void resetIsBrokenOff() {
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhel");
          visit.reset();
        });
    failed("/a", Failure.BROKEN_OFF);
    newsroom.on("/b", Newsroom.Visit::reset);
    failed("/b", Failure.BROKEN_OFF);
    newsroom.on("/c", visit -> visit.socket().close());
    failed("/c", Failure.BROKEN_OFF);
  }

  @Test
  void whatIsNoHttpIsSaidSo() {
    for (String said :
        new String[] {
          "220 mail.example ESMTP\r\n",
          "SSH-2.0-OpenSSH_9.6\r\n",
          "<html>no head at all</html>\r\n",
          "HTTP/1.1 abc\r\n\r\n",
          "ICY 200 OK\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nhello",
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
          "HTTP/1.1 304 Not Modified\r\n\r\n"
        }) {
      newsroom.on(
          "/a",
          visit -> {
            visit.say(said);
            visit.socket().close();
          });
      failed("/a", Failure.NOT_HTTP);
    }
  }

  @Test
  void hugeHeadsAreTooLarge() {
    String line = "X-Long: " + "x".repeat(20_000) + "\r\n";
    newsroom.on("/a", ("HTTP/1.1 200 OK\r\n" + line + "\r\n").getBytes(UTF_8));
    failed("/a", Failure.TOO_LARGE);
    String many = "X-Many: 1\r\n".repeat(1500);
    newsroom.on("/b", ("HTTP/1.1 200 OK\r\n" + many + "\r\n").getBytes(UTF_8));
    failed("/b", Failure.TOO_LARGE);
    String middling = ("X-Line: " + "x".repeat(900) + "\r\n").repeat(19);
    newsroom.on("/c", ("HTTP/1.1 200 OK\r\n" + middling + "\r\n").getBytes(UTF_8));
    failed("/c", Failure.TOO_LARGE);
    String hints = "HTTP/1.1 103 Hint\r\nX: " + "x".repeat(5000) + "\r\n\r\n";
    newsroom.on("/d", hints.repeat(20).getBytes(UTF_8));
    failed("/d", Failure.TOO_LARGE);
  }

  @Test
  void hugeBodiesAreTooLargeHoweverTheyAreFramed() {
    byte[] large = new byte[(1 << 20) + 1];
    newsroom.page("/stated", "", large);
    failed("/stated", Failure.TOO_LARGE);
    newsroom.on(
        "/endless",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\n\r\n");
          while (!visit.socket().isClosed()) {
            visit.say(large);
          }
        });
    failed("/endless", Failure.TOO_LARGE);
    newsroom.on(
        "/chunked",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (!visit.socket().isClosed()) {
            visit.say("1000\r\n" + "x".repeat(4096) + "\r\n");
          }
        });
    failed("/chunked", Failure.TOO_LARGE);
    newsroom.on(
        "/extended",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (!visit.socket().isClosed()) {
            visit.say(("1;" + "x".repeat(4096) + "\r\ny\r\n").repeat(50));
          }
        });
    failed("/extended", Failure.TOO_LARGE);
  }

  @Test
  void largestBodyAllowedIsTaken() {
    newsroom.page("/a", "", new byte[1 << 20]);
    assertThat(desk.get(newsroom.url("/a"))).isInstanceOf(Answered.class);
  }

  @Test
  void bombsAreTooLarge() {
    byte[] zeros = new byte[8 << 20];
    for (String coding : new String[] {"gzip", "deflate", "zstd"}) {
      byte[] coded = Coder.encode(coding, zeros);
      newsroom.page("/a", "Content-Encoding: " + coding + "\r\n", coded);
      failed("/a", Failure.TOO_LARGE);
    }
    byte[] twice = Coder.encode("gzip", Coder.encode("gzip", zeros));
    newsroom.page("/a", "Content-Encoding: gzip, gzip\r\n", twice);
    failed("/a", Failure.TOO_LARGE);
  }

  @Test
  void trickleEndsAtTheTotalTime() {
    slowly(Desk.limits(Duration.ofSeconds(2)));
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          trickle(visit);
        });
    assertThat(failed("/a", Failure.TIMEOUT).detail()).contains("not done within");
  }

  @Test
  void trickleInTheHeadEndsToo() {
    slowly(Desk.limits(Duration.ofSeconds(2)));
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nX: ");
          trickle(visit);
        });
    failed("/a", Failure.TIMEOUT);
  }

  @Test
  void slowAnswerEndsWhenPatienceIsOver() {
    Limits usual = Desk.limits(Duration.ofMinutes(5));
    slowly(
        new Limits(
            usual.maxHead(),
            usual.maxBody(),
            usual.maxDecoded(),
            usual.maxRedirects(),
            usual.connectTimeout(),
            usual.idleTimeout(),
            usual.totalTime(),
            50_000,
            Duration.ofMillis(1500),
            usual.maxConnections()));
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          trickle(visit);
        });
    assertThat(failed("/a", Failure.TIMEOUT).detail()).contains("slower than 50000 bytes");
  }

  private static void trickle(Newsroom.Visit visit) throws IOException {
    for (int i = 0; i < 100_000; i++) {
      visit.say("x");
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void silenceEndsAtTheIdleTimeout() {
    Limits usual = Desk.limits(Duration.ofMinutes(5));
    slowly(
        new Limits(
            usual.maxHead(),
            usual.maxBody(),
            usual.maxDecoded(),
            usual.maxRedirects(),
            usual.connectTimeout(),
            Duration.ofMillis(1500),
            usual.totalTime(),
            1,
            usual.patience(),
            usual.maxConnections()));
    newsroom.on(
        "/a",
        visit -> {
          for (int i = 0; i < 5000 && !visit.socket().isClosed(); i++) {
            pause();
          }
        });
    assertThat(failed("/a", Failure.TIMEOUT).reached()).isTrue();
    // The same before TLS has begun.
    String secure = newsroom.url("/a").replace("http:", "https:");
    desk.robots.unavailable(secure.substring(0, secure.length() - 2), desk.clock.instant());
    desk.clock.pass(Duration.ofHours(13));
    assertThat(desk.get(secure))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.reached()).isTrue());
  }

  @Test
  void nobodyThereAndNoSuchHost() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    FetchOptions options =
        FetchOptions.STANDARD.withAllowedPrivateHosts(java.util.Set.of("127.0.0.1"));
    try (Desk other = new Desk(options)) {
      Failed failed = (Failed) other.get("http://127.0.0.1:" + port + "/");
      assertThat(failed.failure()).isEqualTo(Failure.NO_CONNECTION);
    }
    HostResolver nothing =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Desk other = new Desk(options, nothing)) {
      Failed failed = (Failed) other.get("http://no.such.example/");
      assertThat(failed.failure()).isEqualTo(Failure.NO_SUCH_HOST);
      assertThat(failed.captures()).hasSize(1);
    }
  }

  @Test
  void whatIsUnderWayWhenTheFetcherClosesSaysNothingAboutThePage() throws Exception {
    var started = new java.util.concurrent.CountDownLatch(1);
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx");
          started.countDown();
          while (!visit.socket().isClosed()) {
            pause();
          }
        });
    var outcome =
        java.util.concurrent.CompletableFuture.supplyAsync(() -> desk.get(newsroom.url("/a")));
    started.await();
    desk.fetcher.close();
    FetchOutcome said = outcome.get(20, java.util.concurrent.TimeUnit.SECONDS);
    assertThat(said).isInstanceOf(FetchOutcome.Deferred.class);
    assertThat(said.captures()).isEmpty();
    assertThat(desk.throttle.state(newsroom.authority()).failures()).isZero();
  }

  @Test
  void failuresPutTheHostIntoBackOff() {
    newsroom.on("/a", Newsroom.Visit::reset);
    failed("/a", Failure.BROKEN_OFF);
    assertThat(desk.get(newsroom.url("/a"))).isInstanceOf(FetchOutcome.Deferred.class);
    assertThat(desk.throttle.state(newsroom.authority()).failures()).isEqualTo(1);
    desk.clock.pass(Duration.ofMinutes(5));
    newsroom.page("/a", "well again");
    assertThat(desk.get(newsroom.url("/a"))).isInstanceOf(Answered.class);
    assertThat(desk.throttle.state(newsroom.authority()).failures()).isZero();
  }
}
