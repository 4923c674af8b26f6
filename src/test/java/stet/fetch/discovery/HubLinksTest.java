package stet.fetch.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.fetch.FetchOutcome;

/** Where lists name their hubs: the discovery steps of the specification's own test suite. */
class HubLinksTest {
  private static final String HERE = "https://paper.example/feeds/all.xml";
  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://hub.example/atom'/>"
          + "<link rel='self' href='https://paper.example/self.atom'/>"
          + "<entry><link rel='hub' href='https://evil.example/'/><link href='/a'/></entry></feed>";

  private static HubLinks markup(String text) {
    return DiscoveryReader.read(text.getBytes(UTF_8), "", HERE).hubLinks();
  }

  private static HubLinks answered(String fields, String text) throws IOException {
    HttpHead head = HttpHead.of(("HTTP/1.1 200 OK\r\n" + fields + "\r\n").getBytes(UTF_8));
    Payload payload = Payload.of(text.getBytes(UTF_8));
    Exchange http = new Exchange.Http(HttpHead.NONE, head, payload, "");
    Capture capture =
        new Capture(HERE, Instant.EPOCH, 0, "", payload, new CaptureSource.Live(HERE), http);
    return DiscoveryReader.read(new FetchOutcome.Answered(List.of(capture), HERE, 200, null, null))
        .hubLinks();
  }

  private static HubLinks links(String self, String... hubs) {
    return new HubLinks(self, List.of(hubs));
  }

  @Test
  void inTheHeader() throws IOException {
    HubLinks both = links("https://paper.example/feed?a=1,2;b", "https://hub.example/");
    String self = "<https://paper.example/feed?a=1,2;b>; rel=\"self\"";
    assertThat(answered("Link: <https://hub.example/>; rel=hub, " + self + "\r\n", "<rss/>"))
        .isEqualTo(both);
    assertThat(answered("link: " + self + "\r\nLINK: </>;rel=x,<//hub.example/>;rel=hub\r\n", "{}"))
        .isEqualTo(both);
    assertThat(
            answered(
                "Link: <https://hub.example/>; title=\"a, <b>; rel=self\"; REL=\"HUB x\"\r\n", ""))
        .isEqualTo(links("", "https://hub.example/"));
  }

  @Test
  void aLinkOfSomethingElseIsNone() throws IOException {
    assertThat(answered("Link: <https://hub.example/>; rel=hub; anchor=\"/other\"\r\n", ATOM))
        .isEqualTo(links("https://paper.example/self.atom", "https://hub.example/atom"));
    assertThat(answered("Link: <javascript:1>; rel=hub, <#x>; rel=self, <\r\n", "<rss/>"))
        .isEqualTo(HubLinks.NONE);
  }

  @Test
  void inAtom() {
    assertThat(markup(ATOM))
        .isEqualTo(links("https://paper.example/self.atom", "https://hub.example/atom"));
    assertThat(
            markup(
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://base.example/f/'>"
                    + "<entry><link href='/a'/></entry><link rel='self' href='x'/>"
                    + "<link rel='hub' href='https://one.example/'/>"
                    + "<link rel='hub' href='http://two.example/'/></feed>"))
        .isEqualTo(
            links("https://base.example/f/x", "https://one.example/", "http://two.example/"));
  }

  @Test
  void inRss() {
    assertThat(
            markup(
                "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel>"
                    + "<link>https://paper.example/</link><a:link rel='hub' href='https://hub.example/'/>"
                    + "<a:link rel='self' href='/feeds/rss'/>"
                    + "<item><a:link rel='hub' href='https://evil.example/'/></item></channel></rss>"))
        .isEqualTo(links("https://paper.example/feeds/rss", "https://hub.example/"));
  }

  @Test
  void inThePagesHeadAndNotInWhatOthersWrote() {
    assertThat(
            markup(
                "<!doctype html><html><head><link rel='hub' href='https://hub.example/'>"
                    + "<link rel='self' href='/section'></head><body>"
                    + "<link rel='hub' href='https://evil.example/'></body></html>"))
        .isEqualTo(links("https://paper.example/section", "https://hub.example/"));
  }

  @Test
  void inJsonFeed() {
    assertThat(
            markup(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"hubs\":[{\"type\":\"rssCloud\","
                    + "\"url\":\"https://cloud.example/\"},{\"type\":\"WebSub\",\"url\":"
                    + "\"https://hub.example/\"},3],\"items\":[],"
                    + "\"feed_url\":\"https://paper.example/feed.json\"}"))
        .isEqualTo(links("https://paper.example/feed.json", "https://hub.example/"));
  }

  @Test
  void theHeaderComesBeforeTheMarkup() throws IOException {
    String field = "Link: <https://head.example/>; rel=hub, </head>; rel=self\r\n";
    assertThat(answered(field, ATOM))
        .isEqualTo(links("https://paper.example/head", "https://head.example/"));
    assertThat(answered("Link: <https://head.example/>; rel=hub\r\n", ATOM))
        .isEqualTo(links("https://paper.example/self.atom", "https://head.example/"));
  }

  @Test
  void aHubThatCanBeToldASecretIsPreferred() {
    assertThat(links("", "http://a.example/", "https://b.example/", "https://c.example/").best())
        .contains("https://b.example/");
    assertThat(links("", "http://a.example/").best()).contains("http://a.example/");
    assertThat(HubLinks.NONE.best()).isEmpty();
  }
}
