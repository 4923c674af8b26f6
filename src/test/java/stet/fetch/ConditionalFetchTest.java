package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOutcome.Answered;
import stet.fetch.FetchOutcome.NotModified;

/** Asking for news only: which conditions are sent where, and what a 304 gives. */
class ConditionalFetchTest {
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

  @Test
  void unchangedPageIsConfirmedWithoutBeingSent() throws IOException {
    newsroom.on(
        "/a",
        visit ->
            visit.say(
                visit.field("if-none-match").equals("\"v1\"")
                    ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n".getBytes(UTF_8)
                    : Newsroom.answer(
                        "200 OK",
                        "ETag: \"v1\"\r\nLast-Modified: Mon, 02 Mar 2026 07:00:00 GMT\r\n"
                            + "Content-Type: text/html\r\n",
                        STORY.getBytes(UTF_8))));
    Validators known = answered("/a").validators();
    FetchOutcome outcome = desk.fetcher.fetch(new FetchRequest(newsroom.url("/a"), known));

    assertThat(outcome).isInstanceOf(NotModified.class);
    assertThat(((NotModified) outcome).validators()).isEqualTo(known);
    Capture capture = outcome.captures().get(0);
    assertThat(capture.payload().bytes()).isEqualTo(STORY.getBytes(UTF_8));
    assertThat(capture.mediaType()).isEqualTo("text/html");
    assertThat(http(capture).status()).isEqualTo(304);
    assertThat(http(capture).transferred().size()).isZero();
    assertThat(newsroom.requests().get(2))
        .contains("If-None-Match: \"v1\"\r\n")
        .contains("If-Modified-Since: Mon, 02 Mar 2026 07:00:00 GMT\r\n");
    assertThat(newsroom.connections()).isEqualTo(1);
  }

  @Test
  void conditionsGoOnlyToTheAddressTheyBelongTo() {
    newsroom.redirect("/old", "/new");
    newsroom.on("/new", "HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(UTF_8));
    Validators known =
        new Validators(
            newsroom.url("/new"), "\"v\"", "", "", stet.capture.Payload.of(new byte[] {1}));
    FetchOutcome outcome = desk.fetcher.fetch(new FetchRequest(newsroom.url("/old"), known));
    assertThat(outcome).isInstanceOf(NotModified.class);
    assertThat(newsroom.requests().get(1)).doesNotContain("If-None-Match");
    assertThat(newsroom.requests().get(2)).contains("If-None-Match: \"v\"");
    assertThat(outcome.captures()).hasSize(2);
  }

  @Test
  void validatorsThatWouldMakeAFieldOfTheirOwnAreNotSent() {
    newsroom.page("/a", STORY);
    Validators forged =
        new Validators(
            newsroom.url("/a"),
            "\"v\"\r\nX-Injected: 1",
            "",
            "",
            stet.capture.Payload.of(new byte[0]));
    desk.fetcher.fetch(new FetchRequest(newsroom.url("/a"), forged));
    assertThat(newsroom.requests().get(1)).doesNotContain("X-Injected");
  }
}
