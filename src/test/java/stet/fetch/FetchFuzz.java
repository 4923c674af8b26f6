package stet.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import stet.capture.HttpHead;
import stet.capture.WebAddress;
import stet.capture.WebAddress.NotAnAddress;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** What servers answer with, beside the page. */
public final class FetchFuzz {
  private static final Instant NOW = Instant.parse("2026-03-05T14:00:00Z");
  private static final String ORIGIN = "https://portaldercourier.example";

  private FetchFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "robots-txt",
            1_700,
            Seeds.texts(
                "User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 10\n\n"
                    + "User-agent: stet\nDisallow: /drafts\nSitemap: "
                    + ORIGIN
                    + "/map.xml\n",
                "\ufeffuser-agent:a\r\ndisallow:%2F%zz\r\n"),
            List.of(
                "User-agent: ",
                "Disallow: ",
                "Allow: ",
                "Crawl-delay: ",
                "Sitemap: ",
                "*",
                "$",
                "\n",
                "%",
                "<html>",
                "#",
                "*a",
                "99999999999"),
            FetchFuzz::robots),
        new FuzzTarget(
            "answer-fields",
            2_000,
            Seeds.texts(
                "HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\nSet-Cookie: a=b; Max-Age=0\r\n"
                    + "Set-Cookie: consent=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: Thu, 05 Mar 2026 14:05:00 GMT\r\n\r\n"),
            List.of("Retry-After: ", "Set-Cookie: ", "\r\n", "=", ";", "99999999999", "Max-Age=-"),
            FetchFuzz::fields),
        new FuzzTarget(
            "web-address",
            3_300,
            Seeds.texts(
                ORIGIN + ":8443/a/../b?c=d#e",
                "http://user:pass@[2001:db8::1]/ä%zz",
                "HTTPS://bücher.example./",
                "//0x7f.1/"),
            List.of("http://", "https:", "//", "@", ":", "[", "]", "::1", "%", "..", "xn--", "。"),
            FetchFuzz::address));
  }

  private static void robots(byte[] input) throws NotAnAddress {
    RobotsCache cache = new RobotsCache();
    String text = new String(input, ISO_8859_1);
    cache.found(ORIGIN, text, "text/plain", NOW);
    WebAddress page = WebAddress.parse(ORIGIN + "/private/a%2Fb.html?q=*");
    assertThat(cache.verdict(page, NOW)).isNotNull();
    assertThat(cache.crawlDelay(ORIGIN)).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(cache.sitemaps(ORIGIN)).isNotNull();
  }

  private static void fields(byte[] input) throws NotAnAddress {
    HttpHead head = HttpHead.of(input);
    Instant at = RetryAfter.read(head, NOW);
    assertThat(at == null || at.isAfter(NOW)).isTrue();
    ChainCookies cookies = new ChainCookies();
    WebAddress from = WebAddress.parse(ORIGIN + "/");
    cookies.take(from, head);
    assertThat(cookies.field(from)).doesNotContain("\r", "\n");
  }

  private static void address(byte[] input) {
    try {
      WebAddress address = WebAddress.parse(Seeds.text(input));
      assertThat(address.toString()).matches("https?://[\\x21-\\x7e]+");
      assertThat(WebAddress.parse(address.toString())).isEqualTo(address);
    } catch (NotAnAddress e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
