package stet.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.Exchange.Failure;

/** What servers say that no library expects is an outcome like any other. */
class OddAnswersTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999999",
        "99999999999999999999999999",
        "999999999",
        "00000000000000000003600"
      })
  void retryAfterOfManyDigitsIsCapped(String digits) {
    newsroom.on(
        "/a",
        ("HTTP/1.1 503 Busy\r\nRetry-After: " + digits + "\r\nContent-Length: 0\r\n\r\n")
            .getBytes(US_ASCII));
    FetchOutcome outcome = desk.get(newsroom.url("/a"));
    assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
    Duration cap = digits.endsWith("3600") ? Duration.ofHours(1) : Duration.ofHours(24);
    assertThat(outcome.retryAt()).isEqualTo(Desk.MORNING.plus(cap));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "00", "0", "099", "-200", "1000", "99999999999"})
  void impossibleStatusIsNoHttp(String status) {
    newsroom.on(
        "/a", ("HTTP/1.1 " + status + " Odd\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII));
    FetchOutcome outcome = desk.get(newsroom.url("/a"));
    if (outcome instanceof FetchOutcome.Failed failed) {
      assertThat(failed.failure()).isEqualTo(Failure.NOT_HTTP);
      assertThat(failed.captures()).hasSize(1);
    } else {
      assertThat(((FetchOutcome.Answered) outcome).status()).isGreaterThan(599);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 200, 250})
  void redirectToAnOverlongLabelIsRefused(int length) {
    String host = "a".repeat(length) + ".example";
    newsroom.on(
        "/a",
        ("HTTP/1.1 302 Found\r\nLocation: https://" + host + "/\r\nContent-Length: 0\r\n\r\n")
            .getBytes(US_ASCII));
    assertThat(desk.get(newsroom.url("/a")))
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            f -> assertThat(f.failure()).isEqualTo(Failure.ADDRESS_REFUSED));
  }

  /** 500 KiB are read, as documented; the rest is nobody's loss. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void robotsFileOfAnySizeIsReadAtItsBeginning(boolean stated) throws IOException {
    int size = 20 << 20;
    newsroom.on(
        "/robots.txt",
        visit -> {
          String length = stated ? "Content-Length: " + size + "\r\n" : "";
          visit.say("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + length + "\r\n");
          visit.say("User-agent: *\nDisallow: /private\n");
          byte[] filler = "# nothing but words\n".repeat(1000).getBytes(US_ASCII);
          for (int n = 0; n < size; n += filler.length) {
            visit.say(filler);
          }
          visit.socket().close();
        });
    newsroom.page("/story", "a story");
    newsroom.page("/private/x", "a secret");
    assertThat(desk.get(newsroom.url("/story"))).isInstanceOf(FetchOutcome.Answered.class);
    assertThat(desk.get(newsroom.url("/private/x"))).isInstanceOf(FetchOutcome.Disallowed.class);
  }

  @Test
  void whatThePageSaidOfUsersIsNotKept() {
    newsroom.page("/story", "a story");
    FetchOutcome outcome =
        desk.get(newsroom.url("/story").replace("http://", "http://user:secret@"));
    assertThat(outcome.captures().toString()).doesNotContain("secret");
  }
}
