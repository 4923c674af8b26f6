package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.diff.Label;
import stet.report.page.When;
import stet.report.site.Lately;
import stet.report.site.Site;
import stet.report.words.Addresses;
import stet.report.words.TellingEdit;
import stet.timeline.Timeline;

/** What one who opens the front page every evening finds there. */
class FrontPageTest {
  private static final When WHEN = new When("", When.Moment.NONE, "", When.Moment.NONE, "", "");
  private static final Instant LAST = Instant.parse("2026-05-31T12:00:00Z");

  @TempDir Path dir;

  private Document page(List<Timeline> timelines, String name) throws IOException {
    new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), dir);
    return Jsoup.parse(Files.readString(dir.resolve(name)));
  }

  private static Timeline story(String key, String outlet, String first, String second) {
    return new Story(key, outlet)
        .headline("Story " + key)
        .text("The mayor of " + key + " paid 40 crowns.")
        .seen(first)
        .text("The mayor of " + key + " paid 90 crowns.")
        .seen(second, Label.Kind.SILENT, Label.Kind.NUMBER)
        .timeline();
  }

  private static List<String> outlets(Document page, String section) {
    return page.select("section[aria-labelledby=" + section + "-h] .edits .of .quiet").eachText();
  }

  @Test
  void theNewestStretchComesFirstAndNothingIsShownTwice() throws IOException {
    List<Timeline> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(
          story("new-" + i, "a" + i + ".example", "2026-05-01T00:00:00Z", "2026-05-30T00:00:00Z"));
      all.add(
          story("old-" + i, "b" + i + ".example", "2020-05-01T00:00:00Z", "2020-05-02T00:00:00Z"));
    }

    Document page = page(all, "index.html");

    assertThat(outlets(page, "lately")).allMatch(o -> o.startsWith("a")).hasSize(4);
    assertThat(outlets(page, "telling")).allMatch(o -> o.startsWith("b")).hasSize(4);
    assertThat(page.select("#lately-h").text())
        .isEqualTo("Most telling edits of the 30 days to 30 May 2026");
    assertThat(page.select("section[aria-labelledby=lately-h] > .quiet").text())
        .endsWith("in 4 of 8 articles.");
  }

  @Test
  void noOutletCrowdsOutTheRest() throws IOException {
    List<Timeline> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(story("many-" + i, "many.example", "2026-05-01T00:00:00Z", "2026-05-30T00:00:00Z"));
    }
    all.add(
        new Story("small", "small.example")
            .text("One two three.")
            .seen("2026-05-01T00:00:00Z")
            .text("One two four.")
            .seen("2026-05-30T00:00:00Z", Label.Kind.SILENT)
            .timeline());

    assertThat(outlets(page(all, "index.html"), "lately").subList(0, 3))
        .containsExactly("many.example", "many.example", "small.example");
  }

  @Test
  void aSilentShareStandsBesideWhatLimitsIt() throws IOException {
    List<Timeline> all =
        List.of(story("a-1", "a.example", "2026-01-01T00:00:00Z", "2026-01-31T12:00:00Z"));

    Document page = page(all, "index.html");

    Elements counts = page.select(".counts div");
    assertThat(counts.eachText())
        .contains(
            "silent, of 1 revision of which it can be told 1",
            "of 1 revision with no update time stated 0",
            "of 1 revision of which it can’t be told 0",
            "of 1 revision held as a new template 0",
            "of 1 revision perhaps cut off 0",
            "article-days from each article’s first check to its last 30",
            "of 1 revision in a gap: between checks over a week apart 1");
  }

  @Test
  void anOutletsPageTellsWhatWasChangedAndHowSoon() throws IOException {
    List<Timeline> all = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      all.add(story("a-" + i, "a.example", "2026-01-01T00:00:00Z", "2026-01-01T0" + i + ":00:00Z"));
    }

    Document page = page(all, Addresses.outlet("a.example"));

    assertThat(page.select(".kinds tbody tr").eachText().get(0))
        .startsWith("Number")
        .endsWith("5 5");
    Element figures = page.selectFirst("#figures");
    assertThat(figures.select("> p").get(0).text())
        .startsWith("5 articles, 5 of them looked at twice at least, 10 checks");
    assertThat(figures.select("tbody tr").eachText())
        .contains("edited 5 of 5 too few", "edited silently, at least once 5 of 5 too few")
        .contains("1 hour 1 of 5 4 not known")
        .contains("silent 5 of 5 too few")
        .contains("number 5 0 0 5 0 0", "00–01 1.0 1 1 too few");
    assertThat(figures.select("figure")).isEmpty();
    assertThat(figures.select("a[href$=-figures.csv]")).hasSize(1);
  }

  @Test
  void theFilterSaysHowManyRowsWouldBeLeft() throws IOException {
    List<Timeline> all = new ArrayList<>(Stories.all());

    Document page = page(all, "index.html");

    int rows = page.select(".articles tbody tr").size();
    assertThat(page.select(".filter legend").text()).startsWith("Of these " + rows + ",");
    for (String label : List.of("silent", "noticed")) {
      assertThat(page.select("label[for=kind-" + label + "] .quiet").text())
          .isEqualTo("" + page.select("tr.has-" + label).size());
    }
  }

  @Test
  void peaksHoldTheMostTellingEditOfAnyStretch() {
    List<TellingEdit> edits =
        List.of(edit(90, 2, 40), edit(50, 3, 20), edit(70, 4, 10), edit(20, 5, 5), edit(30, 6, 1));

    List<TellingEdit> peaks = Lately.peaks(edits, LAST);

    assertThat(peaks).extracting(TellingEdit::version).containsExactly(6, 4);
  }

  private static TellingEdit edit(int score, int version, int daysAgo) {
    Instant at = LAST.minusSeconds(86_400L * daysAgo);
    return new TellingEdit(score, version, "", List.of(), "", "ltr", List.of(), "", at, WHEN);
  }
}
