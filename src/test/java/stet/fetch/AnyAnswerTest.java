package stet.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import stet.capture.Capture;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.Failed;

/** Whatever a server sends: a capture, and in it nothing but what was sent. */
class AnyAnswerTest {
  private static Newsroom newsroom;
  private static Desk desk;

  @BeforeContainer
  static void open() {
    newsroom = new Newsroom();
    desk = Desk.hasty(newsroom);
  }

  @AfterContainer
  static void close() throws IOException {
    desk.close();
    newsroom.close();
  }

  @Property(tries = 300)
  void isCapturedAsItCame(@ForAll("answers") String answer) {
    newsroom.on(
        "/a",
        visit -> {
          visit.say(answer.getBytes(ISO_8859_1));
          visit.socket().close();
        });
    // Out of the back-off that the last answer may have brought.
    desk.clock.pass(Duration.ofHours(13));
    FetchOutcome outcome = desk.get(newsroom.url("/a"));
    assertThat(outcome).isInstanceOfAny(Answered.class, Failed.class);
    assertThat(outcome.captures()).isNotEmpty();
    for (Capture capture : outcome.captures()) {
      // What answers at the end of a redirect to another address is none of these answers.
      if (capture.uri().equals(newsroom.url("/a")) && capture.exchange() instanceof Http http) {
        String head = new String(http.response().bytes(), ISO_8859_1);
        assertThat(answer).contains(head + text(http));
        assertThat(head).startsWith("HTTP/").endsWith("\n");
        assertThat(capture.payload().size()).isLessThanOrEqualTo(http.transferred().size());
      }
    }
  }

  private static String text(Http http) {
    try {
      return new String(http.transferred().bytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> answers() {
    Arbitrary<String> start =
        Arbitraries.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.0 200",
            "HTTP/1.1 404 Not Found",
            "HTTP/1.1 302 Found",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
            "HTTP/1.1 304 N",
            "HTTP/9.9 200 OK",
            "\r\n\r\nHTTP/1.1 200 OK",
            "HTTP/1.1 204 None",
            "HTTP/1.1 101 Switching",
            "200 OK");
    Arbitrary<String> field =
        Arbitraries.of(
            "Content-Length: 5",
            "Content-Length: 50",
            "Content-Length: -1",
            "Content-Length:",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: identity",
            "Connection: close",
            "Content-Encoding: gzip",
            "Location: /a",
            "Location: http://[",
            "Set-Cookie: a=b",
            "Set-Cookie: =",
            ": x",
            "no colon",
            " folded",
            "X: \u0000\u0001\u00ff",
            "ETag: \"\u00e9\"",
            "Retry-After: soon",
            "Connection: keep-alive",
            "Trailer: X");
    Arbitrary<String> end = Arbitraries.of("\r\n", "\n");
    Arbitrary<String> body =
        Arbitraries.of(
            "",
            "hello",
            "5\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello\r\n0\r\nX: 1\r\n\r\nmore",
            "\r\n",
            "ffffffffffffffff\r\n",
            "-5\r\nhello",
            "5\r\nhelloo\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n");
    Arbitrary<List<String>> fields = field.list().ofMaxSize(5);
    return Combinators.combine(start, fields, end, body)
        .as((s, f, e, b) -> s + e + f.stream().map(l -> l + e).reduce("", String::concat) + e + b);
  }
}
