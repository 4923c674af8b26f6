package stet.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No address can end its own link, or the line that it stands in. */
class LinkFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://a.example/b?c=d&e=%20f#g | https://a.example/b?c=d&e=%20f#g",
        "https://a.example/(it's)_~!*;@[1] | https://a.example/(it's)_~!*;@[1]",
        "https://a.example/>;rel=\"x\" | https://a.example/%3E;rel=%22x%22",
        "https://a.example/ü/渡/😀 | https://a.example/%C3%BC/%E6%B8%A1/%F0%9F%98%80",
        "https://a.example/a b\\^{} | https://a.example/a%20b%5C%5E%7B%7D",
      })
  void whatMayNotStandInAnAddressIsEncoded(String address, String encoded) {
    assertThat(LinkFormat.uri(address)).isEqualTo(encoded);
    assertThat(LinkFormat.uri(encoded)).isEqualTo(encoded);
  }

  @Test
  void lineBreaksAndLoneSurrogatesAreEncodedToo() {
    assertThat(LinkFormat.uri("a\r\nb\u0000\u007f\u0085\u2028"))
        .isEqualTo("a%0D%0Ab%00%7F%C2%85%E2%80%A8");
    assertThat(LinkFormat.uri("a\ud800b")).isEqualTo("a%3Fb");
  }

  @Test
  void linksStandBehindOneAnotherAndTheLastGiveWayInAHeader() {
    LinkFormat links =
        new LinkFormat()
            .add("https://a.example/", "original")
            .add("https://b.example/", "first memento", "datetime", "x");
    String first = "<https://a.example/>; rel=\"original\"";
    String second = "<https://b.example/>; rel=\"first memento\"; datetime=\"x\"";
    assertThat(links.document()).isEqualTo(first + ",\n" + second + "\n");
    assertThat(links.header(1_000)).isEqualTo(first + ", " + second);
    assertThat(links.header(first.length() + second.length())).isEqualTo(first);
    assertThat(links.header(10)).isEmpty();
  }
}
