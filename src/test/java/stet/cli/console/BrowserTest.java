package stet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, 'xdg-open http://127.0.0.1:8080/'",
    "FreeBSD, 'xdg-open http://127.0.0.1:8080/'",
    "Mac OS X, 'open http://127.0.0.1:8080/'",
    "Windows 11, 'rundll32 url.dll,FileProtocolHandler http://127.0.0.1:8080/'"
  })
  void eachSystemHasItsOwn(String system, String command) {
    assertThat(String.join(" ", Browser.command(system, "http://127.0.0.1:8080/")))
        .isEqualTo(command);
  }
}
