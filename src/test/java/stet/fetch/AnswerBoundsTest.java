package stet.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOutcome.Answered;

/** Where one answer on a connection ends and the next begins. */
class AnswerBoundsTest {
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
  void connectionIsKeptForTheNextRequest() {
    newsroom.page("/a", STORY).page("/b", STORY);
    newsroom.on(
        "/c",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n".getBytes(UTF_8));
    answered("/a");
    answered("/b");
    answered("/c");
    answered("/a");
    assertThat(newsroom.connections()).isEqualTo(1);
    assertThat(newsroom.asked())
        .containsExactly(
            "GET /robots.txt HTTP/1.1",
            "GET /a HTTP/1.1",
            "GET /b HTTP/1.1",
            "GET /c HTTP/1.1",
            "GET /a HTTP/1.1");
  }

  @Test
  void connectionThatTheServerClosedIsReplaced() {
    newsroom.on(
        "/a",
        visit -> {
          visit.say(Newsroom.answer("200 OK", "", STORY.getBytes(UTF_8)));
          visit.socket().close();
        });
    for (int i = 0; i < 5; i++) {
      assertThat(answered("/a").status()).isEqualTo(200);
    }
  }

  @Test
  void bodyWithoutLengthEndsWithTheConnection() throws IOException {
    newsroom.on(
        "/a",
        visit -> {
          visit.say("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n");
          visit.say(STORY);
          visit.socket().close();
        });
    assertThat(answered("/a").captures().get(0).payload().bytes()).isEqualTo(STORY.getBytes(UTF_8));
    assertThat(answered("/a").status()).isEqualTo(200);
  }

  @Test
  void bytesAfterTheStatedLengthAreNotPartOfTheAnswerNorOfTheNext() throws IOException {
    newsroom.on(
        "/a",
        visit ->
            visit.say(
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\n"
                    + "Content-Length: 6\r\n\r\nforged"));
    newsroom.page("/b", STORY);
    assertThat(new String(answered("/a").captures().get(0).payload().bytes(), UTF_8))
        .isEqualTo("hello");
    assertThat(answered("/b").captures().get(0).payload().bytes()).isEqualTo(STORY.getBytes(UTF_8));
  }

  @Test
  void answerThatNobodyAskedForIsNotTakenForTheNext() throws Exception {
    var said = new java.util.concurrent.CountDownLatch(1);
    newsroom.on(
        "/a",
        visit -> {
          visit.say(Newsroom.answer("200 OK", "", "hello".getBytes(UTF_8)));
          visit.say(Newsroom.answer("408 Request Timeout", "", "late".getBytes(UTF_8)));
          said.countDown();
        });
    newsroom.page("/b", STORY);
    assertThat(answered("/a").status()).isEqualTo(200);
    said.await();
    assertThat(answered("/b").captures().get(0).payload().bytes()).isEqualTo(STORY.getBytes(UTF_8));
  }

  @Test
  void lengthStatedTwiceAlikeIsTaken() throws IOException {
    newsroom.on(
        "/a",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello".getBytes(UTF_8));
    assertThat(new String(answered("/a").captures().get(0).payload().bytes(), UTF_8))
        .isEqualTo("hello");
  }

  @Test
  void interimAnswersArePassedOver() throws IOException {
    newsroom.on(
        "/a",
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
            .getBytes(UTF_8));
    Capture capture = answered("/a").captures().get(0);
    assertThat(text(http(capture))).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
    assertThat(new String(capture.payload().bytes(), UTF_8)).isEqualTo("hi");
  }
}
