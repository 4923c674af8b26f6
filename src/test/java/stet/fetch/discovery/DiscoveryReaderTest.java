package stet.fetch.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.ProcessorTime;
import stet.article.StatedDate.Role;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Child;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;

class DiscoveryReaderTest {
  private static final String HERE = "https://paper.example/feeds/all.xml";

  private static Discovery read(String text) {
    return DiscoveryReader.read(text.getBytes(UTF_8), "", HERE);
  }

  private static List<String> addresses(Discovery d) {
    return d.candidates().stream().map(Candidate::uri).toList();
  }

  @Test
  void readsRssWithItsDatesAsPrinted() {
    Discovery d =
        read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
              <title>The &amp;lt;Daily&amp;gt; Example</title><language>en-GB</language>
              <atom:link rel="self" href="https://paper.example/feeds/all.xml"/>
              <item><title>Mayor &lt;b&gt;resigns&lt;/b&gt;</title><link>/a?x=1&amp;y=2#top</link>
                <pubDate>Tue, 03 Mar 2026 07:05:00 EST</pubDate>
                <atom:updated>2026-03-03T13:00:00Z</atom:updated></item>
              <item><guid isPermaLink="true">https://paper.example/b</guid></item>
              <item><title>No address</title></item>
            </channel></rss>""");
    assertThat(d.kind()).isEqualTo(Kind.RSS);
    assertThat(d.reach()).isEqualTo(Reach.READ);
    assertThat(addresses(d))
        .containsExactly("https://paper.example/a?x=1&y=2", "https://paper.example/b");
    Candidate first = d.candidates().get(0);
    assertThat(first.title()).isEqualTo("Mayor resigns");
    assertThat(first.language()).isEqualTo("en-GB");
    assertThat(first.dates().get(0).printed()).isEqualTo("Tue, 03 Mar 2026 07:05:00 EST");
    assertThat(first.published()).contains(Instant.parse("2026-03-03T12:05:00Z"));
    assertThat(first.latest()).contains(Instant.parse("2026-03-03T13:00:00Z"));
  }

  @Test
  void readsAtomUnderAnyPrefixWithItsBasesAndLanguages() {
    Discovery d =
        read(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="/x/">
              <a:title>Blatt</a:title>
              <a:entry xml:base="2026/" xml:lang="fr"><a:link rel="enclosure" href="n.mp3"/>
                <a:link rel="alternate" href="une"/><a:published>2026-03-03</a:published></a:entry>
              <a:entry><a:link href="zwei"/></a:entry>
            </a:feed>""");
    assertThat(d.kind()).isEqualTo(Kind.ATOM);
    assertThat(addresses(d))
        .containsExactly("https://paper.example/x/2026/une", "https://paper.example/x/zwei");
    assertThat(d.candidates().stream().map(Candidate::language)).containsExactly("fr", "de");
    assertThat(d.title()).isEqualTo("Blatt");
  }

  @Test
  void readsJsonFeedAsFarAsItGoes() {
    String feed =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"T","language":"nl",
         "items":[{"id":"1","url":"https://paper.example/1","date_published":"2026-03-03T10:00:00+01:00"},
                  {"id":"https://paper.example/2","title":"Two"}]}""";
    Discovery whole = read(feed);
    Discovery cut = read(feed.substring(0, feed.indexOf("\"Two")));
    assertThat(whole.kind()).isEqualTo(Kind.JSON_FEED);
    assertThat(whole.reach()).isEqualTo(Reach.READ);
    assertThat(addresses(whole))
        .containsExactly("https://paper.example/1", "https://paper.example/2");
    assertThat(cut.reach()).isEqualTo(Reach.PARTLY);
    assertThat(addresses(cut)).containsExactly("https://paper.example/1");
  }

  @Test
  void readsSitemapsIndexesAndTheNewsExtensionAlsoPacked() throws IOException {
    String news =
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc>https://paper.example/1</loc><lastmod>2026-03-04T08:00Z</lastmod>
            <n:news><n:publication><n:name>P</n:name><n:language>pl</n:language></n:publication>
              <n:publication_date>2026-03-03</n:publication_date><n:title>Jeden</n:title></n:news></url>
        </urlset>""";
    Discovery d = DiscoveryReader.read(gzip(gzip(news.getBytes(UTF_8))), "application/gzip", HERE);
    assertThat(d.kind()).isEqualTo(Kind.NEWS_SITEMAP);
    Candidate only = d.candidates().get(0);
    assertThat(only.title()).isEqualTo("Jeden");
    assertThat(only.language()).isEqualTo("pl");
    assertThat(only.dates().stream().map(s -> s.role()))
        .containsExactly(Role.PUBLISHED, Role.UPDATED);
    Discovery index = read("<sitemapindex><sitemap><loc>/s1.xml.gz</loc></sitemap></sitemapindex>");
    assertThat(index.kind()).isEqualTo(Kind.SITEMAP_INDEX);
    assertThat(index.children().stream().map(Child::uri))
        .containsExactly("https://paper.example/s1.xml.gz");
    assertThat(addresses(read("https://paper.example/1\nhttps://paper.example/2\n"))).hasSize(2);
  }

  @Test
  void findsTheStoriesOfASectionPageAndTheFeedsItOffers() {
    Discovery d =
        read(
            """
            <!doctype html><html lang="en"><head><title>Politics</title>
            <link rel="alternate" type="application/rss+xml" href="/rss"></head><body>
            <nav><a href="/politics/council-votes-to-close-bridge">Council votes to close bridge</a></nav>
            <a href="/2026/03/03/a">A</a><a href="/news/mayor-resigns-after-vote">x</a>
            <a href="/news/mayor-resigns-after-vote#comments">Mayor resigns after the vote</a>
            <a href="/about">About us</a><a href="/tag/some-very-long-tag">A tag with very many words</a>
            <a href="https://other.example/news/not-our-story-at-all">Not our story at all, sorry</a>
            <a href="mailto:a@b.example">Write to the editor in chief</a></body></html>""");
    assertThat(d.kind()).isEqualTo(Kind.SECTION_PAGE);
    assertThat(addresses(d))
        .containsExactly(
            "https://paper.example/2026/03/03/a",
            "https://paper.example/news/mayor-resigns-after-vote");
    assertThat(d.candidates().get(1).title()).isEqualTo("Mayor resigns after the vote");
    assertThat(d.children().stream().map(Child::uri)).containsExactly("https://paper.example/rss");
  }

  @Test
  void readsTheIllFormedAsFarAsItGoes() {
    Discovery d =
        read(
            """

            <?xml version="1.0"?><rss><channel><item><link>https://paper.example/?a=1&section=2</link>
            <title>Fish & chips&nbsp;<br>again</title></item><item><link>https://paper.example/2</link>
            <item><link>https://paper.ex""");
    assertThat(d.reach()).isEqualTo(Reach.PARTLY);
    assertThat(d.reason()).startsWith("not well-formed at line");
    assertThat(addresses(d))
        .contains("https://paper.example/?a=1&section=2", "https://paper.example/2");
  }

  @Test
  void aTitleThatIsTooLongIsCutBetweenWhatAReaderSees() {
    String feed =
        "<rss><channel><item><title>"
            + "a".repeat(999)
            + "\ud83d\ude00 and on</title><link>https://paper.example/1</link></item></channel></rss>";
    String page =
        "<!doctype html><a href='/2026/03/03/one'>" + "a".repeat(999) + "\ud83d\ude00 and on</a>";
    for (String list : new String[] {feed, page}) {
      Discovery d = DiscoveryReader.read(list.getBytes(UTF_8), "", HERE);
      assertThat(d.candidates().get(0).title()).isEqualTo("a".repeat(999));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "IBM037", "windows-1251", "UTF-8"})
  void readsEveryEncodingThatXmlTellsApart(String charset) {
    String feed =
        "<?xml version=\"1.0\" encoding=\""
            + charset
            + "\"?><rss><channel><item><title>"
            + (charset.equals("IBM037")
                ? "Caf\u00e9"
                : charset.equals("windows-1251") ? "\u041c\u044d\u0440" : "Caf\u00e9")
            + "</title><link>https://paper.example/1</link></item></channel></rss>";
    Discovery d = DiscoveryReader.read(feed.getBytes(Charset.forName(charset)), "text/xml", HERE);
    assertThat(d.reach()).isEqualTo(Reach.READ);
    assertThat(feed).contains(d.candidates().get(0).title());
    assertThat(d.candidates().get(0).title()).isNotEmpty();
  }

  /** As browsers do: Windows' quotation marks are no control characters. */
  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "iso8859-1", "latin1", "US-ASCII", "windows-1252"})
  void readsLatin1AsWhatItMostlyIs(String charset) {
    String feed =
        "<?xml version=\"1.0\" encoding=\""
            + charset
            + "\"?><rss><channel><item><title>\u201cCaf\u00e9\u201d\u2026</title>"
            + "<link>https://paper.example/1</link></item></channel></rss>";
    Discovery d =
        DiscoveryReader.read(feed.getBytes(Charset.forName("windows-1252")), "text/xml", HERE);
    assertThat(d.reach()).isEqualTo(Reach.READ);
    assertThat(d.candidates().get(0).title()).isEqualTo("\u201cCaf\u00e9\u201d\u2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY f SYSTEM"
            + " \"file:///etc/passwd\">]><rss><channel><item><title>&f;</title><link>https://a.example/</link></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY"
            + " c \"&b;&b;&b;&b;&b;&b;\">]><rss><channel><item><title>&c;</title><link>https://a.example/</link></item></channel></rss>",
        "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
            + " \"http://127.0.0.1:1/rss-0.91.dtd\"><rss><channel><item><title>t</title><link>https://a.example/</link></item></channel></rss>"
      })
  void expandsNoEntityAndLooksAtNothingOutside(String feed) {
    Discovery d = read(feed);
    assertThat(addresses(d)).containsExactly("https://a.example/");
    assertThat(d.candidates().get(0).title()).doesNotContain("root:", "aaaa");
  }

  @Test
  void boundsTheWorkThatHostileBytesCanCause() {
    List<String> hostile =
        List.of(
            "<rss>" + "<a>".repeat(200_000),
            "<rss>" + "<a>".repeat(100_000) + "</b>".repeat(100_000),
            "<rss><channel>" + "<item>".repeat(100_000),
            "<rss " + "a='b' ".repeat(200_000) + ">",
            "<" + "a".repeat(2_000_000),
            "<!DOCTYPE " + "<".repeat(200_000),
            "<!--".repeat(100_000),
            "<rss>" + "&".repeat(300_000),
            "<rss><![CDATA[".repeat(200_000),
            "{\"items\":" + "[".repeat(200_000),
            "<html><body>" + "<div><a href='/a-b-c-d-e'>".repeat(20_000),
            "http://a.example/ ".repeat(100_000),
            "<urlset>" + "<url><loc>https://a.example/1</loc></url>".repeat(20_000));
    for (String text : hostile) {
      String head = text.substring(0, 20);
      assertThat(ProcessorTime.within(Duration.ofSeconds(20), head, () -> read(text))).isNotNull();
    }
  }

  @Test
  void aPackedBombIsReadUpToTheBound() throws IOException {
    byte[] many = new byte[64 << 20];
    Arrays.fill(many, (byte) ' ');
    System.arraycopy("<rss><channel>".getBytes(UTF_8), 0, many, 0, 14);
    Discovery d = DiscoveryReader.read(gzip(many), "", HERE);
    assertThat(d.reach()).isEqualTo(Reach.PARTLY);
    assertThat(d.reason()).startsWith("larger than 20 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "hello",
        "{\"a\":1}",
        "<opml><body/></opml>",
        "\u0000\u0001\u0002",
        "{",
        "<"
      })
  void refusesWhatIsNoListAndSaysWhy(String text) {
    Discovery d = read(text);
    assertThat(d.reach()).isEqualTo(Reach.REFUSED);
    assertThat(d.reason()).isNotEmpty();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
