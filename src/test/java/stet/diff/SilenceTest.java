package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.article.ArticleVersion;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Extractors;
import stet.extract.Page;

/**
 * When an edit is called silent: a table of what a page states before and after it. Every row is
 * the same edit of a fictional page, a sum that changed, seen between 09:10 and 12:10 UTC on 5
 * March 2024. {@code L:} is a visible line, {@code J:} an update in JSON-LD beside the publication,
 * {@code M:} one in a meta element.
 */
class SilenceTest {
  private static final Instant FROM = Instant.parse("2024-03-05T09:10:00Z");
  private static final Instant TO = Instant.parse("2024-03-05T12:10:00Z");
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
        "silent        |L:Updated 5 March 2024, 08:05 GMT|L:Updated 5 March 2024, 08:05 GMT",
        "silent        |L:Updated 5 March 2024, 08:05|L:Updated 5 March 2024, 08:05",
        "silent        |L:Updated 08:05        |L:Updated 08:05",
        "silent        |L:Updated: today, 08:05|L:Updated: today, 08:05",
        "silent        |L:Updated 2 hours ago  |L:Updated 5 hours ago",
        "silent        |L:Updated 2 days ago   |L:Updated 2 days ago",
        "silent        |J:2024-03-05T08:05:00Z |J:2024-03-05T08:05:00Z",
        "silent        |J:2024-03-04T07:00:00Z |J:2024-03-04T07:00:00Z",
        "silent        |M:2024-03-05T08:05:00Z |M:2024-03-05T08:05:00Z",
        "silent        |M:2024-03-04           |M:2024-03-04",
      })
  void aRow(String expected, String before, String after) {
    assertThat(kind(before, after)).isEqualTo(expected.strip());
  }

  private String kind(String before, String after) {
    ArticleVersion was = read(PUBLISHED + (before == null ? "" : before), "four", FROM);
    ArticleVersion is = read(PUBLISHED + (after == null ? "" : after), "six", TO);
    JudgedRevision judged =
        JudgedRevision.of(was, is, Differs.standard().diff(was, is)).seen(new Sight(FROM, TO, was));
    return Differs.labeller().label(judged, List.of()).get(0).kind().id();
  }

  private ArticleVersion read(String statements, String sum, Instant at) {
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
    head.append(
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
            + "\"NewsArticle\",\"headline\":\"Council closes the swing bridge\","
            + "\"datePublished\":\"2024-03-04T07:00:00Z\""
            + modified
            + "}</script>");
    String html =
        """
        <!doctype html><html lang="en"><head><title>Council closes the swing bridge</title>%s</head>
        <body><main><article><h1>Council closes the swing bridge</h1>%s
        <p>The harbour board of Port Ellery voted on Tuesday to close the swing bridge to lorries.</p>
        <p>The work will cost the county about %s million pounds, a sum set aside in the budget.</p>
        <p>Lorries bound for the fish market will have to take the northern road from May on.</p>
        </article></main></body></html>\
        """
            .formatted(head, lines, sum);
    Page page =
        new Page(
            "https://ledger.example/a", "text/html", at, "", html.getBytes(StandardCharsets.UTF_8));
    return ((Extraction.Article) extractor.extract(page)).version();
  }
}
