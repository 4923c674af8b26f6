package stet.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.ProcessorTime;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.DiscoveryReader;

/** Lists of a fifth of a million entries: the last one costs no more than the first. */
class DiscoveryWorkTest {
  /**
   * A second alone on a machine; a quarter of a minute where each entry costs more than the last.
   */
  private static final Duration SECONDS = Duration.ofSeconds(8);

  private static Discovery read(String text) {
    return ProcessorTime.within(
        SECONDS,
        text.substring(0, 60),
        () -> DiscoveryReader.read(text.getBytes(US_ASCII), "", "https://e.example/f"));
  }

  private static String times(int n, String entry) {
    return IntStream.range(0, n)
        .mapToObj(i -> entry.replace("#", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rss><channel>  | <item><link>/#</link></item>                      | 50000
          <rss><channel>  | <item><link>/#</link></item><x/>                  | 50000
          <rss><channel>  | <item><link>/1</link></item>                      | 1
          <rss><channel>  | <item/>                                           | 0
          <rss><channel>  | <item><link>/#                                    | 0
          <rss><channel>  | <title>t</title><language>en</language>           | 0
          <feed>          | <entry><link href='/#'/></entry>                  | 50000
          <urlset>        | <url><loc>/#</loc></url>                          | 50000
          <rss><item><link>/1</link> | <pubDate>Mon, 11 Mar 2024 10:00:00 GMT</pubDate> | 1
          """)
  void manyEntriesEnd(String head, String entry, int candidates) {
    Discovery d = read(head + times(200_000, entry));
    assertThat(d.candidates()).hasSize(candidates);
  }

  @Test
  void whatIsLetGoIsNotMissed() {
    String around = "<generator>g</generator>\n<!-- c -->".repeat(200);
    Discovery d =
        read(
            "<rss><channel><title>Daily</title><language>de</language>"
                + around
                + times(300, "\n <item><title>t#</title><link>/#</link></item>" + " <x/>")
                + "</channel></rss>");
    assertThat(d.title()).isEqualTo("Daily");
    assertThat(d.reach()).isEqualTo(Discovery.Reach.READ);
    assertThat(d.candidates()).hasSize(300).allMatch(c -> c.language().equals("de"));
    List<String> titles = d.candidates().stream().map(Candidate::title).toList();
    assertThat(titles).startsWith("t0", "t1").endsWith("t299");
  }
}
