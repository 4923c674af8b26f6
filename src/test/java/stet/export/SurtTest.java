package stet.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as pywb, warcio and the Wayback Machine look them up. */
class SurtTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "https://www.Quellmund.example:443/A?b=1 -> example,quellmund)/a?b=1",
        "http://quellmund.example:8080 -> example,quellmund:8080)/",
        "https://quellmund.example -> example,quellmund)/",
        "https://quellmund.example/town/ -> example,quellmund)/town",
        "https://quellmund.example/town? -> example,quellmund)/town",
        "http://www2.quellmund.example/x?b=2&a=1 -> example,quellmund)/x?a=1&b=2",
        "https://quellmund.example/a/../b//c -> example,quellmund)/b/c",
        "https://desk:key@quellmund.example/x -> example,quellmund)/x",
        "https://bücher.example/x -> example,xn--bcher-kva)/x",
        "https://quellmund.example/%7Edesk -> example,quellmund)/~desk",
        "https://[ -> https://[",
      })
  void isTheCanonicalOne(String uri, String key) {
    assertThat(Surt.of(uri)).isEqualTo(key);
  }
}
