package stet.fetch.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import stet.capture.HttpHead;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Lists in which new articles are looked for. */
public final class DiscoveryFuzz {
  private static final String URI = "https://portaldercourier.example/feed";

  private DiscoveryFuzz() {}

  public static List<FuzzTarget> targets() {
    List<byte[]> seeds =
        new ArrayList<>(
            Seeds.texts(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Courier</title><item>"
                    + "<title>Harbour &amp; crane</title><link>/harbour</link><guid"
                    + " isPermaLink=\"true\">https://portaldercourier.example/h</guid><pubDate>"
                    + "Thu, 05 Mar 2026 14:05:00 +0100</pubDate></item></channel></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/a/\"><title>C</title>"
                    + "<entry><link rel=\"alternate\" href=\"b\"/><updated>2026-03-05T14:05:00Z"
                    + "</updated><title type=\"html\">&lt;b&gt;Crane</title></entry></feed>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"C\",\"items\":[{"
                    + "\"url\":\"/h\",\"title\":\"Harbour\",\"date_published\":"
                    + "\"2026-03-05T14:05:00Z\"}]}",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http:"
                    + "//www.google.com/schemas/sitemap-news/0.9\"><url><loc>https://portaldercour"
                    + "ier.example/h</loc><lastmod>2026-03-05</lastmod><news:news><news:title>H"
                    + "</news:title></news:news></url></urlset>",
                "<sitemapindex><sitemap><loc>https://portaldercourier.example/1.xml</loc>"
                    + "</sitemap></sitemapindex>",
                "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><rss>"
                    + "<channel><item><title>&b;&d;</title></item></channel></rss>",
                "https://portaldercourier.example/1\nhttps://portaldercourier.example/2\n",
                "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><atom:link rel=\"hub\""
                    + " href=\"https://hub.example/\"/><atom:link rel=\"self\" href=\"/f\"/>"
                    + "</channel></rss>",
                "{\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}",
                "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/f>"
                    + "</head><body><a href=/h>Harbour</a></body></html>"));
    seeds.add(Seeds.gzip(seeds.get(3)));
    return List.of(
        new FuzzTarget(
            "discovery",
            2_000,
            seeds,
            List.of(
                "<item>",
                "<entry>",
                "<link>",
                "<loc>",
                "<![CDATA[",
                "]]>",
                "<!ENTITY a \"&b;\">",
                "&b;",
                "<!DOCTYPE",
                "xmlns:a=\"b\"",
                "<?xml encoding=\"utf-16\"?>",
                "{\"items\":[",
                "<url>",
                "&#xd800;",
                "&#0;",
                "http://",
                "\ufeff"),
            DiscoveryFuzz::read),
        new FuzzTarget(
            "link-fields",
            2_700,
            Seeds.texts(
                "<https://hub.example/>; rel=\"hub\", </feed?a=1,2;b>; rel=self; title=\"a\\\"b\"",
                "<//hub.example>;rel=hub;anchor=\"#a\" , <a>; rel*=UTF-8''x;REL = \"x hub\"",
                "<>,<;=\"\\"),
            List.of(
                "<", ">", "<https://a.example/>", ";", ",", "=", "\"", "\\", "rel=hub", "rel=self"),
            DiscoveryFuzz::links));
  }

  private static void links(byte[] input) {
    String field = Seeds.text(input).replaceAll("[\r\n]", " ");
    HttpHead head = HttpHead.of(("HTTP/1.1 200 OK\r\nLink: " + field + "\r\n\r\n").getBytes(UTF_8));
    HubLinks found = HubLinks.ofHeader(head, URI);
    assertThat(found.hubs()).hasSizeLessThanOrEqualTo(10);
    found.hubs().forEach(h -> assertThat(h).matches("(?i)https?://[^\\s\"<>]+"));
    assertThat(found.self()).matches("(?i)(https?://[^\\s\"<>]+)?");
  }

  private static void read(byte[] input) {
    Discovery discovery = DiscoveryReader.read(input, "text/html", URI);
    // The reader catches what its parsers throw; a fault of its own would look the same.
    assertThat(discovery.reason()).doesNotStartWith("unreadable");
    discovery.candidates().forEach(c -> assertThat(c.uri()).matches("(?i)https?://[^\\s\"<>]+"));
    discovery.children().forEach(c -> assertThat(c.uri()).matches("(?i)https?://[^\\s\"<>]+"));
    discovery.hubLinks().hubs().forEach(h -> assertThat(h).matches("(?i)https?://[^\\s\"<>]+"));
    assertThat(discovery.title()).doesNotContain("root:");
  }
}
