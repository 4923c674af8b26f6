package stet.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.capture.WebAddress.NotAnAddress;

class WebAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "http://Example.ORG | http://example.org/",
        "https://example.org:443/a | https://example.org/a",
        "http://example.org:443/a | http://example.org:443/a",
        "http://example.org:80/a#b | http://example.org/a",
        "https://example.org./a | https://example.org/a",
        "https://example.org/a/../b/./c//d/%2e%2E/e | https://example.org/b/c//e",
        "https://example.org/a/.. | https://example.org/",
        "https://example.org/%7Euser/~x | https://example.org/%7Euser/~x",
        "https://example.org/a b?c d | https://example.org/a%20b?c%20d",
        "https://example.org/é?ü=東 | https://example.org/%C3%A9?%C3%BC=%E6%9D%B1",
        "https://example.org/b{c}?d[]=1 | https://example.org/b%7Bc%7D?d[]=1",
        "https://example.org/[a]^ | https://example.org/%5Ba%5D%5E",
        "https://example.org/100%/%zz?50% | https://example.org/100%25/%25zz?50%25",
        "https://example.org?q=1 | https://example.org/?q=1",
        "https://example.org/?a=b?c=d | https://example.org/?a=b?c=d",
        "https://example.org/? | https://example.org/?",
        "https://example.org\\a\\b?c\\d | https://example.org/a/b?c\\d",
        "https://user:pass@example.org/a | https://example.org/a",
        "https://a@b@example.org/ | https://example.org/",
        "https://bücher.example/ | https://xn--bcher-kva.example/",
        "https://faß.example/ | https://xn--fa-hia.example/",
        "https://under_score.example/ | https://under_score.example/",
        "https://a--b.example/ | https://a--b.example/",
        "http://[2606:4700::1]:8080/a | http://[2606:4700:0:0:0:0:0:1]:8080/a",
        "http://0x5DB8D70E/ | http://93.184.215.14/",
        "HTTPS:example.org/a | https://example.org/a"
      })
  void oneSpelling(String written, String spelled) throws NotAnAddress {
    WebAddress address = WebAddress.parse(written);
    assertThat(address.toString()).isEqualTo(spelled);
    assertThat(WebAddress.parse(address.toString())).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c | https://example.org/a/c",
        "./c?d | https://example.org/a/c?d",
        "../c | https://example.org/c",
        "../../../c | https://example.org/c",
        "/c/./d/.. | https://example.org/c/",
        "?x=1 | https://example.org/a/b?x=1",
        "#top | https://example.org/a/b?q=1",
        "//other.example/x | https://other.example/x",
        "http://other.example | http://other.example/",
        "HTTP://OTHER.example/ | http://other.example/",
        "c:d | refused",
        "./c:d | https://example.org/a/c:d",
        "mailto:a@example.org | refused",
        "\\\\other.example\\x | https://other.example/x"
      })
  void referencesAreResolvedAsBrowsersDo(String reference, String expected) throws NotAnAddress {
    WebAddress base = WebAddress.parse("https://example.org/a/b?q=1");
    if (expected.equals("refused")) {
      assertThatThrownBy(() -> base.resolve(reference)).isInstanceOf(NotAnAddress.class);
    } else {
      assertThat(base.resolve(reference).toString()).isEqualTo(expected);
    }
  }

  @Test
  void utf8ReadAsLatin1InAFieldIsUtf8() throws NotAnAddress {
    WebAddress base = WebAddress.parse("https://example.org/");
    assertThat(base.resolve("/caf\u00c3\u00a9").target()).isEqualTo("/caf%C3%A9");
    assertThat(base.resolve("/caf\u00e9").target()).isEqualTo("/caf%C3%A9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/a",
        "http://",
        "http:///",
        "http://a b/",
        "http://exa<mple/",
        "http://:80/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:x/",
        "http://example.org:22/",
        "http://[::1",
        "http://[1.2.3.4]/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://a..b/",
        "http://%zz/",
        "ws://example.org/",
        "about:blank"
      })
  void whatIsNoWebAddressIsRefused(String written) {
    assertThatThrownBy(() -> WebAddress.parse(written)).isInstanceOf(NotAnAddress.class);
  }

  @Test
  void barsAndBackticksAreEscaped() throws NotAnAddress {
    assertThat(WebAddress.parse("https://example.org/a|b`?c|d`").target())
        .isEqualTo("/a%7Cb%60?c%7Cd%60");
  }

  @Test
  void lengthIsBounded() {
    assertThatThrownBy(() -> WebAddress.parse("http://example.org/" + "a".repeat(9000)))
        .isInstanceOf(NotAnAddress.class);
  }

  @Property(tries = 500)
  void anyPathBecomesAnAddressThatOthersRead(@ForAll String path) throws NotAnAddress {
    String clean = path.length() > 500 ? path.substring(0, 500) : path;
    WebAddress address = WebAddress.parse("https://example.org/" + clean);
    assertThat(address.toString()).matches("[\\x21-\\x7e]+");
    assertThat(address.host()).isEqualTo("example.org");
    assertThat(URI.create(address.toString()).getHost()).isEqualTo("example.org");
    assertThat(WebAddress.parse(address.toString())).isEqualTo(address);
  }
}
