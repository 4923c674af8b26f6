package stet.serve.memento;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a client writes the address of a page, the page is found. */
class AskedUriTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/b | https://a.example/b",
        "http://a.example/b | https://a.example/b",
        "HTTPS://a.example/b | https://a.example/b",
        "https:/a.example/b | https://a.example/b",
        "a.example/b | https://a.example/b",
        "a.example/b | http://a.example/b",
        "https://a.example/b?c=1&d=https://e.example/ | https://a.example/b?c=1&d=https://e.example/",
        "https%3A%2F%2Fa.example%2Fb%3Fc%3D1 | https://a.example/b?c=1",
        "https%3a%2f%2fa.example%2fb?c=%20 | https://a.example/b?c=%20",
        "https:%2F%2Fa.example%2Fb | https://a.example/b",
        "https%3A%2F%2Fa.example%2Fb%2520c | https://a.example/b%20c",
        "https://a.example/b%20c | https://a.example/b%20c",
        "https://a.example/b%2Fc | https://a.example/b%2Fc",
        "https://a.example/%C3%BC | https://a.example/ü",
        "https://a.example/ü | https://a.example/%C3%BC",
        "https://a.example/%fc | https://a.example/%fc",
        "https://a.example/it%27s%22 | https://a.example/it's\"",
        "https://a.example/b%23stet-folder=x | https://a.example/b#stet-folder=x",
      })
  void thePageIsAmongTheCandidates(String sent, String page) {
    assertThat(AskedUri.candidates(sent)).contains(page);
  }

  @Test
  void whatWasSentIsTriedFirst() {
    assertThat(AskedUri.candidates("http://a.example/%C3%BC").iterator().next())
        .isEqualTo("http://a.example/%C3%BC");
    assertThat(AskedUri.candidates("")).isEmpty();
    assertThat(AskedUri.candidates("https://")).isEmpty();
  }

  /** An address of ours leads back to the page that it was made of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/b?c=d#stet-folder=e",
        "https://a.example/it's/ü/%2F/a%25b",
        "https://a.example/>;rel=\"x\"",
      })
  void anAddressSurvivesItsPlaceInAPath(String address) {
    assertThat(AskedUri.candidates(AskedUri.inPath(address))).contains(address);
  }
}
