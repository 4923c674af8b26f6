package stet.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Capture;
import stet.capture.CaptureSource.Live;
import stet.capture.Coder;
import stet.capture.ContentCodings;
import stet.capture.ContentCodings.Outcome;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOutcome.Answered;

class FetcherTest {
  private static final String STORY =
      "<!doctype html><title>Brindlemere</title><p>A sample story, fictional.";

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

  private Answered answered(String path) {
    FetchOutcome outcome = desk.get(newsroom.url(path));
    assertThat(outcome).isInstanceOf(Answered.class);
    return (Answered) outcome;
  }

  private static Http http(Capture capture) {
    return (Http) capture.exchange();
  }

  private static String text(Http http) {
    return new String(http.response().bytes(), ISO_8859_1);
  }

  @Test
  void captureHoldsTheBytesThatCrossedTheWire() throws IOException {
    newsroom.page(
        "/a", "Content-Type: text/html\r\nX-Odd :  caf\u00e9 \r\n", STORY.getBytes(UTF_8));
    Answered outcome = answered("/a?b=1&c=%7e");
    Capture capture = outcome.captures().get(0);

    assertThat(outcome.captures()).hasSize(1);
    assertThat(outcome.status()).isEqualTo(200);
    assertThat(capture.uri()).isEqualTo(newsroom.url("/a?b=1&c=%7e"));
    assertThat(capture.at()).isEqualTo(Desk.MORNING);
    assertThat(capture.mediaType()).isEqualTo("text/html");
    assertThat(capture.source()).isEqualTo(new Live(newsroom.url("/a?b=1&c=%7e")));
    assertThat(capture.payload().bytes()).isEqualTo(STORY.getBytes(UTF_8));
    Http http = http(capture);
    assertThat(http.request().bytes()).isEqualTo(newsroom.requests().get(1).getBytes(ISO_8859_1));
    assertThat(http.response().bytes())
        .isEqualTo(
            ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Odd :  caf\u00e9 \r\n"
                    + "Content-Length: 70\r\n\r\n")
                .getBytes(UTF_8));
    assertThat(http.transferred().bytes()).isEqualTo(capture.payload().bytes());
    assertThat(http.address()).isEqualTo("127.0.0.1");
  }

  @Test
  void requestNamesTheProjectAndAContactAndNothingElseOfThePerson() {
    newsroom.page("/a", STORY);
    answered("/a");
    assertThat(newsroom.requests().get(1))
        .isEqualTo(
            "GET /a HTTP/1.1\r\n"
                + "Host: "
                + newsroom.authority()
                + "\r\n"
                + "User-Agent: stet (+https://example.org/about)\r\n"
                + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                + "Accept-Encoding: gzip, deflate, br, zstd\r\n"
                + "Connection: keep-alive\r\n"
                + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw-deflate", "br", "zstd"})
  void payloadKeepsItsContentCoding(String coding) throws IOException {
    byte[] coded = Coder.encode(coding, STORY.getBytes(UTF_8));
    String name = coding.equals("raw-deflate") ? "deflate" : coding;
    newsroom.page("/a", "Content-Encoding: " + name + "\r\n", coded);
    Capture capture = answered("/a").captures().get(0);
    assertThat(capture.payload().bytes()).isEqualTo(coded);
    assertThat(
            ContentCodings.decode(capture.payload(), http(capture).contentEncoding(), 1 << 20)
                .bytes())
        .isEqualTo(STORY.getBytes(UTF_8));
  }

  @Test
  void chunksAreKeptAsTransferredAndTakenOffThePayload() throws IOException {
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          visit.say("5;name=\"x\"\r\nhel");
          visit.say("lo\r\nA\r\n, reader..\r\n0\r\nX-Trailer: 1\r\n\r\n");
        });
    Capture capture = answered("/a").captures().get(0);
    assertThat(new String(capture.payload().bytes(), UTF_8)).isEqualTo("hello, reader..");
    assertThat(new String(http(capture).transferred().bytes(), UTF_8))
        .isEqualTo("5;name=\"x\"\r\nhello\r\nA\r\n, reader..\r\n0\r\nX-Trailer: 1\r\n\r\n");
  }

  @Test
  void oddHeadsAreKeptAsTheyAre() {
    String head =
        "HTTP/1.1 200\r\n"
            + "no colon here\r\n"
            + "Folded: one\r\n"
            + " two\r\n"
            + "Empty:\r\n"
            + "Content-Length: 2\r\n\r\n";
    newsroom.on("/a", (head + "ok").getBytes(UTF_8));
    Http http = http(answered("/a").captures().get(0));
    assertThat(text(http)).isEqualTo(head);
    assertThat(http.response().first("Folded")).contains("one two");
    newsroom.on("/b", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok".getBytes(UTF_8));
    assertThat(text(http(answered("/b").captures().get(0))))
        .isEqualTo("HTTP/1.1 200 OK\nContent-Length: 2\n\n");
  }

  @Test
  void charsetAndTypeAreKeptAsDeclaredEvenWhenWrong() throws IOException {
    byte[] latin = "caf\u00e9".getBytes(ISO_8859_1);
    newsroom.page("/a", "Content-Type: text/html; charset=utf-8\r\n", latin);
    Capture capture = answered("/a").captures().get(0);
    assertThat(capture.mediaType()).isEqualTo("text/html; charset=utf-8");
    assertThat(capture.payload().bytes()).isEqualTo(latin);
  }

  @Test
  void pageThatIsNotCodedAsItSaysIsKeptAndRead() throws IOException {
    newsroom.page("/a", "Content-Encoding: gzip\r\n", STORY.getBytes(UTF_8));
    Capture capture = answered("/a").captures().get(0);
    var decoded = ContentCodings.decode(capture.payload(), http(capture).contentEncoding(), 9999);
    assertThat(decoded.outcome()).isEqualTo(Outcome.NOT_CODED);
    assertThat(decoded.bytes()).isEqualTo(STORY.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "410 Gone", "500 Oops", "503 Busy", "451 No"})
  void errorsAreAnswersToo(String status) throws IOException {
    newsroom.on("/a", Newsroom.answer(status, "ETag: \"x\"\r\n", "gone".getBytes(UTF_8)));
    Answered outcome = answered("/a");
    assertThat(outcome.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
    assertThat(outcome.validators()).isNull();
    assertThat(new String(outcome.captures().get(0).payload().bytes(), UTF_8)).isEqualTo("gone");
  }

  @Test
  void addressCannotInjectFields() {
    newsroom.page("/a%20HTTP/1.1X-Injected:%201", STORY);
    answered("/a HTTP/1.1\r\nX-Injected: 1");
    assertThat(newsroom.asked().get(1)).isEqualTo("GET /a%20HTTP/1.1X-Injected:%201 HTTP/1.1");
    assertThat(newsroom.requests().get(1)).doesNotContain("\r\nX-Injected");
  }

  @Test
  void retryAfterIsToldInSecondsOrAsADate() {
    newsroom.on("/a", Newsroom.answer("503 Busy", "Retry-After: 120\r\n", new byte[0]));
    assertThat(answered("/a").retryAt()).isEqualTo(Desk.MORNING.plusSeconds(120));
    assertThat(desk.throttle.mayAskAt(newsroom.authority(), Desk.MORNING))
        .isEqualTo(Desk.MORNING.plusSeconds(120));
    desk.clock.pass(java.time.Duration.ofHours(1));
    newsroom.on(
        "/a",
        Newsroom.answer("429 Slow", "Retry-After: Mon, 02 Mar 2026 12:00:00 GMT\r\n", new byte[0]));
    assertThat(answered("/a").retryAt()).isEqualTo("2026-03-02T12:00:00Z");
    desk.clock.pass(java.time.Duration.ofHours(10));
    newsroom.on(
        "/a",
        Newsroom.answer("429 Slow", "Retry-After: Mon Mar  2 23:00:00 2026\r\n", new byte[0]));
    assertThat(answered("/a").retryAt()).isEqualTo("2026-03-02T23:00:00Z");
  }

  @Test
  void hundredFetchesAtOnceEachGetTheirOwnPage() throws Exception {
    for (int i = 0; i < 100; i++) {
      newsroom.page("/p" + i, "<p>page " + i);
    }
    var pool = java.util.concurrent.Executors.newFixedThreadPool(8);
    Desk many =
        new Desk(
            Desk.hastyOptions(newsroom)
                .withAllowedPrivateHosts(
                    java.util.stream.IntStream.range(0, 100)
                        .mapToObj(i -> "h" + i + ".example")
                        .collect(java.util.stream.Collectors.toSet())));
    try (many) {
      List<java.util.concurrent.Future<FetchOutcome>> all = new java.util.ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String uri = "http://h" + i + ".example:" + newsroom.port() + "/p" + i;
        all.add(pool.submit(() -> many.get(uri)));
      }
      for (int i = 0; i < 100; i++) {
        Capture capture = all.get(i).get().captures().get(0);
        assertThat(new String(capture.payload().bytes(), UTF_8)).isEqualTo("<p>page " + i);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
