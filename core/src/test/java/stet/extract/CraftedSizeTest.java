package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.ProcessorTime;
import stet.extract.read.Extractors;

/** One piece of markup tens of thousands of times over: read or refused within seconds. */
class CraftedSizeTest {
  /** Three seconds or less alone on a machine; the first rows took 20 to 60. */
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private static final String PARAGRAPH =
      "<p>The harbour council of Port Ellery voted on Tuesday to keep the old ferry running for"
          + " another year, although repairs would cost more than a new boat.</p>";

  @ParameterizedTest(name = "{1} times {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div>                                                             | 115000
          <time datetime=2024-03-11T10:51:00Z>11 March</time>               |  50000
          <p>Would you pay more for the ferry?</p>                          |  15000
          <p>Subscribe to our newsletter today.</p>                         |  15000
          <div class=live-post><time></time><p>The ferry left at noon.</p>  |  10000
          <div class=locked-x id=post><p>And so on.</p>                     |  20000
          <figcaption>Ferry number #</figcaption>                           |  20000
          <div><b>bold</b>                                                  |  25000
          """)
  void manyCopiesEnd(String markup, int times) {
    StringBuilder html = new StringBuilder("<h1>Ferry stays</h1>" + PARAGRAPH.repeat(4));
    for (int i = 0; i < times; i++) {
      html.append(markup.replace("#", Integer.toString(i)));
    }
    byte[] bytes = html.append(PARAGRAPH).toString().getBytes(StandardCharsets.US_ASCII);
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    Page page = new Page("https://ellery.example/a", "text/html", at, "", bytes);
    assertThat(ProcessorTime.within(SECONDS, markup, () -> Extractors.standard().extract(page)))
        .isNotNull();
  }
}
