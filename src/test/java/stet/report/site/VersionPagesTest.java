package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import stet.diff.Label.Kind;
import stet.report.Stories;
import stet.report.Story;
import stet.report.page.Surround;
import stet.timeline.Timeline;

/** Whole texts: each stands on one page, and says which version brought its words. */
class VersionPagesTest {
  private static final String FIRST = "2026-01-05T10:00:00Z";
  private static final String SECOND = "2026-01-05T11:00:00Z";
  private static final String THIRD = "2026-01-05T12:00:00Z";
  private static final String FOURTH = "2026-01-05T13:00:00Z";

  private static Document page(Timeline timeline, String name) throws IOException {
    ServedArticle served =
        new ServedArticle(timeline, Basis.of(Story.DIFFER, Stories.OPTIONS), Surround.FILES, null);
    return Jsoup.parse(new String(served.file(name).orElseThrow(), StandardCharsets.UTF_8));
  }

  private static String[] paragraphs(int count, String last) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      all.add("Paragraph " + i + " of a story that stands unchanged for as long as it is watched.");
    }
    all.add(last);
    return all.toArray(String[]::new);
  }

  /** Versions 2 and 3 differ by headline alone; version 4 has another last paragraph. */
  private static Timeline renamed() {
    return new Story("a", "x.example")
        .headline("Ferry late")
        .text(paragraphs(40, "Nobody was hurt."))
        .seen(FIRST)
        .headline("Ferry very late")
        .seen(SECOND, Kind.SILENT)
        .headline("Ferry cancelled")
        .seen(THIRD, Kind.SILENT)
        .text(paragraphs(40, "Three were hurt."))
        .seen(FOURTH, Kind.SILENT)
        .timeline();
  }

  @Test
  void aTextThatDidNotChangeStandsOnThePageOfTheFirstVersionThatHasIt() throws IOException {
    for (String name : List.of("v2.html", "v3.html")) {
      Document same = page(renamed(), name);

      assertThat(same.select(".text .diff").text())
          .isEqualTo("The text is that of version 1, word for word: 40 paragraphs");
      assertThat(same.select(".text .diff a").attr("href")).isEqualTo("v1.html#p1");
      assertThat(same.select("fieldset")).isEmpty();
      assertThat(same.select("pre").text()).contains("stet verify");
    }
    assertThat(page(renamed(), "v2.html").select("h1").text()).isEqualTo("Ferry very late");
    assertThat(page(renamed(), "v3.html").select("h1").text()).isEqualTo("Ferry cancelled");
    assertThat(page(renamed(), "v1.html").select("#p1").text()).startsWith("Paragraph 1");
    assertThat(page(renamed(), "v4.html").select("#p40").text()).contains("Three were hurt.");
  }

  @Test
  void aSitesFrontPageIsSaidToBeOne() throws IOException {
    Story front = new Story("", "x.example").headline("News").text("Ferry late.").seen(FIRST);

    assertThat(page(front.timeline(), "v1.html").select(".dated").text())
        .contains("This address is a site’s front page, whose text is replaced as news comes.");
    assertThat(page(front.timeline(), "index.html").text())
        .contains("This address is a site’s front page");
    assertThat(page(renamed(), "v1.html").select(".dated").text()).doesNotContain("front page");
  }

  @Test
  void whatAComparisonFoldsIsOnThePageThatItLeadsTo() throws IOException {
    Document changed = page(renamed(), "r4.html");
    Document renamed = page(renamed(), "r3.html");

    assertThat(changed.select("p.fold a").eachAttr("href")).containsExactly("v4.html#p1");
    assertThat(renamed.select("p.fold a").eachAttr("href")).containsExactly("v1.html#p1");
  }

  @Test
  void aShortTextIsRepeated() throws IOException {
    Timeline timeline =
        new Story("a", "x.example")
            .headline("Ferry late")
            .text("Nobody was hurt.")
            .seen(FIRST)
            .headline("Ferry very late")
            .seen(SECOND, Kind.SILENT)
            .timeline();

    assertThat(page(timeline, "v2.html").select("#p1").text()).isEqualTo("Nobody was hurt.");
  }

  @Test
  void aVersionsNumberStandsWhereItsWordsBegin() throws IOException {
    Timeline timeline =
        new Story("a", "x.example")
            .headline("Ferry late")
            .text("Nobody was hurt.")
            .seen(FIRST)
            .text("Nobody was hurt.", "The harbour is shut.", "Tickets stay valid.")
            .seen(SECOND, Kind.SILENT)
            .timeline();

    assertThat(page(timeline, "v2.html").select("u").eachText())
        .containsExactly("v2The harbour is shut.", "Tickets stay valid.");
  }

  @Test
  void aTextIsInItsLanguageAndTheProgramsWordsInItAreEnglish() throws IOException {
    Timeline timeline =
        new Story("a", "x.example")
            .headline("Fähre fällt aus")
            .language("de")
            .text(paragraphs(40, "Verletzt wurde niemand."))
            .seen(FIRST)
            .headline("Fähre fällt ganz aus")
            .seen(SECOND, Kind.SILENT)
            .timeline();

    Document first = page(timeline, "v1.html");
    assertThat(first.select(".text .diff").attr("lang")).isEqualTo("de");
    assertThat(first.select("#p1").hasAttr("lang")).isFalse();
    assertThat(page(timeline, "v2.html").select(".text .fold").attr("lang")).isEqualTo("en");
  }
}
