package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.Sight;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;

/**
 * When an edit is called silent: a table of what a page states before and after it. Every row is
 * the same edit of a fictional page, a sum that changed, seen between 09:10 and 12:10 UTC on 5
 * March 2024. {@code L:} is a visible line, {@code J:} an update in JSON-LD beside the publication,
 * {@code M:} one in a meta element.
 */
class SilenceTest {
  private static final Instant FROM = Instant.parse("2024-03-05T09:10:00Z");
  private static final Instant TO = Instant.parse("2024-03-05T12:10:00Z");
  private static final String DATED = "2024-03-04T07:00:00Z";
  private static final String PUBLISHED = "L:Published 4 March 2024, 07:00 GMT;";

  private final Extractor extractor = Extractors.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // nothing that could have shown it
        "no-update-time|                       |",
        "cannot-tell   |L:Updated 5 March 2024 |L:Updated 5 March 2024",
        "cannot-tell   |M:2024-03-05           |M:2024-03-05",
        "cannot-tell   |J:2024-03-05           |J:2024-03-05",
        "cannot-tell   |L:Updated 5 March 2024, 08:05 GMT|",
        "cannot-tell   |J:2024-03-05T08:05:00Z |",
        // stated in any place
        "stamped       |L:Updated 4 March 2024 |L:Updated 5 March 2024",
        "stamped       |                       |L:Updated 5 March 2024",
        "stamped       |                       |L:Updated 5 March 2024, 12:02 GMT",
        "stamped       |L:Updated 5 March 2024, 08:05 GMT|L:Updated 5 March 2024, 12:02 GMT",
        "stamped       |L:Updated 5 March 2024 |L:Updated 5 March 2024, 12:02 GMT",
        "stamped       |J:2024-03-05T08:05:00Z |J:2024-03-05T12:02:00Z",
        "stamped       |M:2024-03-05T08:05:00Z |M:2024-03-05T12:02:00Z",
        "stamped       |L:Updated 08:05        |L:Updated 12:02",
        "stamped       |L:Updated: today, 08:05|L:Updated: today, 12:02",
        "stamped       |L:Updated 2 hours ago  |L:Updated 5 minutes ago",
        "stamped       |L:Updated yesterday    |L:Updated 5 minutes ago",
        "cannot-tell   |L:Updated 10 minutes ago|L:Updated 3 hours ago",
        "cannot-tell   |L:Updated today        |L:Updated today",
        // one place moved and another stood
        "stamped       |J:2024-03-04T07:00:00Z;L:Updated 5 March 2024, 08:05"
            + " GMT|J:2024-03-04T07:00:00Z;L:Updated 5 March 2024, 12:02 GMT",
        "stamped       |J:2024-03-05T08:05:00Z;L:Updated 5 March 2024, 08:05"
            + " GMT|J:2024-03-05T08:05:00Z;L:Updated 5 March 2024, 12:02 GMT",
        "stamped       |J:2024-03-05T08:05:00Z;L:Updated 5 March 2024, 08:05"
            + " GMT|J:2024-03-05T12:02:00Z;L:Updated 5 March 2024, 08:05 GMT",
        "stamped       |J:2024-03-05T08:05:00Z|J:2024-03-05T08:05:00Z;L:Updated 5 March 2024, 12:02"
            + " GMT",
        // could have shown it and did not
        "silent        |L:Updated 4 March 2024 |L:Updated 4 March 2024",
        "silent        |L:Last modified on 4 March 2024|L:Last modified on 4 March 2024",
        "silent        |L:Updated 5 March 2024, 08:05 GMT|L:Updated 5 March 2024, 08:05 GMT",
        "silent        |L:Updated 5 March 2024, 08:05|L:Updated 5 March 2024, 08:05",
        "silent        |L:Updated 5 March 2024, 3:05 am EST|L:Updated 5 March 2024, 3:05 am EST",
        "silent        |L:Updated at 8.05am GMT on 5 March 2024|L:Updated at 8.05am GMT on 5 March"
            + " 2024",
        "silent        |L:Updated March 5, 2024, 8:05 a.m. UTC|L:Updated March 5, 2024, 8:05 a.m."
            + " UTC",
        "silent        |L:Updated 05/03/2024 08:05 GMT|L:Updated 05/03/2024 08:05 GMT",
        "silent        |L:Updated 08:05        |L:Updated 08:05",
        "silent        |L:Updated: today, 08:05|L:Updated: today, 08:05",
        "silent        |L:Updated 2 hours ago  |L:Updated 5 hours ago",
        "silent        |L:Updated 2 days ago   |L:Updated 2 days ago",
        "silent        |J:2024-03-05T08:05:00Z |J:2024-03-05T08:05:00Z",
        "silent        |J:2024-03-05T09:05:00+01:00|J:2024-03-05T08:05:00Z",
        "silent        |J:2024-03-05T03:05:00-05:00|J:2024-03-05T03:05:00-05:00",
        "silent        |J:2024-03-04T07:00:00Z |J:2024-03-04T07:00:00Z",
        "silent        |J:2024-03-04           |J:2024-03-04",
        "silent        |M:2024-03-05T08:05:00Z |M:2024-03-05T08:05:00Z",
        "silent        |M:2024-03-04           |M:2024-03-04",
        "silent        |J:2024-03-05T08:05:00Z;L:Updated 5 March"
            + " 2024|J:2024-03-05T08:05:00Z;L:Updated 5 March 2024",
        "silent       "
            + " |J:2024-03-05T08:05:00Z;M:2024-03-05T08:05:00Z|J:2024-03-05T08:05:00Z;M:2024-03-05T08:05:00Z",
        "silent        |J:2024-03-05T08:05:00Z;L:Updated 5 March 2024, 08:05"
            + " GMT|J:2024-03-05T08:05:00Z",
        "silent        |J:2024-03-05T08:05:00Z;L:Reviewed 1 March"
            + " 2024|J:2024-03-05T08:05:00Z;L:Reviewed 5 March 2024",
      })
  void aRow(String expected, String before, String after) {
    assertThat(kind(before, after)).isEqualTo(expected.strip());
  }

  /** The published time that moves with the text is a class of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "published-moved|5 March 2024, 07:00 GMT|5 March 2024, 12:02 GMT",
        "published-moved|4 March 2024|5 March 2024",
        "published-moved|5 March 2024|5 March 2024, 12:02 GMT",
        "published-moved|5 March 2024, 08:00 GMT|5 March 2024, 07:00 GMT",
        "no-update-time |5 March 2024, 07:00 GMT|5 March 2024, 07:00 GMT",
        "no-update-time |5 March 2024|5 March 2024",
      })
  void publishedTimes(String expected, String before, String after) {
    ArticleVersion was = read("L:Published " + before, "four", FROM, "");
    ArticleVersion is = read("L:Published " + after, "six", TO, "");
    assertThat(kind(was, is, FROM, TO)).isEqualTo(expected.strip());
  }

  /** The window and the zone decide whether a day was over: fictional outlets of other clocks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the page's other time tells the clock
        "silent     |L:Published 4 March 2024, 22:00 EST;L:Updated 4 March"
            + " 2024|2024-03-05T06:30:00Z",
        "cannot-tell|L:Published 4 March 2024, 22:00 EST;L:Updated 4 March"
            + " 2024|2024-03-05T04:30:00Z",
        "silent     |L:Published 5 March 2024, 08:00 JST;L:Updated 5 March"
            + " 2024|2024-03-05T16:30:00Z",
        "cannot-tell|L:Published 5 March 2024, 08:00 JST;L:Updated 5 March"
            + " 2024|2024-03-05T14:30:00Z",
        // nothing tells it: any zone may be meant
        "cannot-tell|L:Published 3 March 2024;L:Updated 4 March 2024|2024-03-05T09:10:00Z",
        "silent     |L:Published 3 March 2024;L:Updated 4 March 2024|2024-03-05T12:10:00Z",
        // a minute has to be over, too
        "cannot-tell|L:Published 3 March 2024;L:Updated 5 March 2024, 09:10"
            + " GMT|2024-03-05T09:10:20Z",
        "silent     |L:Published 3 March 2024;L:Updated 5 March 2024, 09:10"
            + " GMT|2024-03-05T09:11:00Z",
        // a time of day alone comes again the next day
        "silent     |L:Published 3 March 2024, 07:00 GMT;L:Updated 08:05|2024-03-05T09:10:00Z",
      })
  void windowsAndZones(String expected, String lines, Instant from) {
    Instant to = from.plusSeconds(3 * 3600);
    ArticleVersion was = read(lines, "four", from, "");
    ArticleVersion is = read(lines, "six", to, "");
    assertThat(kind(was, is, from, to)).isEqualTo(expected.strip());
  }

  @Test
  void whatTheLastCaptureOfTheOldTextStatedIsWhatCounts() {
    ArticleVersion first = read("L:Updated 07:10", "four", FROM.minusSeconds(7200), "");
    ArticleVersion last =
        read("L:Updated 5 March 2024, 12:00 GMT", "four", TO.minusSeconds(60), "");
    ArticleVersion is = read("L:Updated 5 March 2024, 12:00 GMT", "six", TO, "");
    JudgedRevision judged =
        JudgedRevision.of(first, is, Differs.standard().diff(first, is))
            .seen(new Sight(TO.minusSeconds(60), TO, last));
    assertThat(Differs.labeller().label(judged, List.of()).get(0).kind())
        .isEqualTo(Label.Kind.SILENT);
  }

  private String kind(String before, String after) {
    ArticleVersion was = read(PUBLISHED + (before == null ? "" : before), "four", FROM, DATED);
    ArticleVersion is = read(PUBLISHED + (after == null ? "" : after), "six", TO, DATED);
    return kind(was, is, FROM, TO);
  }

  private static String kind(ArticleVersion was, ArticleVersion is, Instant from, Instant to) {
    JudgedRevision judged =
        JudgedRevision.of(was, is, Differs.standard().diff(was, is)).seen(new Sight(from, to, was));
    return Differs.labeller().label(judged, List.of()).get(0).kind().id();
  }

  /**
   * @param published the publication in JSON-LD; empty for none
   */
  private ArticleVersion read(String statements, String sum, Instant at, String published) {
    StringBuilder head = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    String modified = "";
    for (String statement : statements.split(";")) {
      String what = statement.strip();
      String value = what.isEmpty() ? "" : what.substring(2);
      if (what.startsWith("J:")) {
        modified = ",\"dateModified\":\"" + value + "\"";
      } else if (what.startsWith("M:")) {
        head.append("<meta property=\"article:modified_time\" content=\"" + value + "\">");
      } else if (!what.isEmpty()) {
        lines.append("<p class=\"date\">").append(value).append("</p>");
      }
    }
    if (!published.isEmpty()) {
      head.append(
          "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
              + "\"NewsArticle\",\"headline\":\"Council closes the swing bridge\","
              + "\"datePublished\":\""
              + published
              + "\""
              + modified
              + "}</script>");
    }
    String html =
        """
        <!doctype html><html lang="en"><head><title>Council closes the swing bridge</title>%s</head>
        <body><main><article><h1>Council closes the swing bridge</h1>%s
        <p>The harbour board of Port Ellery voted on Tuesday to close the swing bridge to lorries.</p>
        <p>The work will cost the county about %s million pounds, a sum set aside in the budget.</p>
        <p>Lorries bound for the fish market will have to take the northern road from May on.</p>
        </article></main></body></html>"""
            .formatted(head, lines, sum);
    Page page =
        new Page(
            "https://ledger.example/a", "text/html", at, "", html.getBytes(StandardCharsets.UTF_8));
    return ((Extraction.Article) extractor.extract(page)).version();
  }
}
