package stet.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadTest {
  private static HttpHead head(String text) {
    return HttpHead.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK, 200",
    "HTTP/1.1 404, 404",
    "HTTP/1.1   503   Busy, 503",
    "HTTP/1.1 099 Odd, 0",
    "HTTP/1.1 2000 Odd, 0",
    "GET / HTTP/1.1, 0",
    "nonsense, 0"
  })
  void theStatusIsThatOfTheFirstLine(String line, int status) {
    assertThat(head(line + "\r\n\r\n").status()).isEqualTo(status);
  }

  @Test
  void fieldsAreReadAsTolerantlyAsBrowsersDo() {
    HttpHead head =
        head(
            "HTTP/1.1 200 OK\nETag: \"a\"\r\nno colon here\r\nX-Folded: one\r\n\ttwo\r\n"
                + "etag: \"b\"\r\n\r\n");
    assertThat(head.first("etag")).contains("\"a\"");
    assertThat(head.first("x-folded")).contains("one two");
    assertThat(head.first("no colon here")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n\r\n", "\n", " ", ":"})
  void aHeadOfNothingHasNoStatusAndNoFields(String text) {
    HttpHead head = head(text);
    assertThat(head.status()).isZero();
    assertThat(head.first("")).isEmpty();
    assertThat(head.bytes()).asString(StandardCharsets.ISO_8859_1).isEqualTo(text);
  }
}
