package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.article.Block;
import stet.diff.Label.Kind;
import stet.report.site.Site;
import stet.timeline.Timeline;

/** Pages of revisions and versions as one finds them who comes by a link, without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonBrowserTest {
  private static final String OUTLET = "port-alder-courier.example";

  private Browsers browsers;
  private Path site;

  @BeforeAll
  void write(@TempDir Path dir) throws Exception {
    browsers = Browsers.open();
    site = dir;
    List<Timeline> all = new ArrayList<>(Stories.all());
    all.add(pierStory("middling-8c", 9));
    all.add(pierStory("endless-8d", 60));
    all.add(noticed());
    all.add(turned());
    all.add(voyages());
    new Site(Story.DIFFER, Stories.OPTIONS).write(all.iterator(), site);
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private static String paragraph(int number) {
    return "Paragraph number "
        + number
        + " tells of pier "
        + (number * 7 + 3)
        + " and of the people who work there, of the ships that come and go with the tide, and of"
        + " the weather on that coast, which has been told in print for a hundred years.";
  }

  /** A story in the middle of which one word changes. */
  private static Timeline pierStory(String key, int paragraphs) {
    Story story =
        new Story(key, OUTLET)
            .headline("The piers of Port Alder")
            .published("Mar 14, 2026, 6:10 am ALT", "2026-03-14T06:10", Story.ALDER);
    for (int i = 1; i <= paragraphs; i++) {
      story.paragraph(i, paragraph(i));
    }
    int middle = paragraphs / 2;
    return story
        .seen("2026-03-14T10:00:00Z")
        .paragraph(middle, paragraph(middle).replace("a hundred", "ninety"))
        .seen("2026-03-15T10:00:00Z", Kind.SILENT)
        .paragraph(middle, paragraph(middle).replace("a hundred", "eighty"))
        .seen("2026-03-16T10:00:00Z", Kind.SILENT)
        .timeline();
  }

  private static Timeline noticed() {
    Story story = new Story("noticed-9a", OUTLET).headline("Corrected").text(paragraph(1));
    for (int i = 1; i <= 30; i++) {
      story.notice("Correction " + i + ": an earlier version gave the depth of pier " + i + ".");
    }
    return story
        .seen("2026-03-14T10:00:00Z")
        .notice("Correction: the harbour master is called Ines Marlow.")
        .seen("2026-03-15T10:00:00Z", Kind.NOTICED)
        .timeline();
  }

  /** Sixty paragraphs that stand in another order, more than an article's page shows. */
  private static Timeline turned() {
    Story story = new Story("turned-9b", OUTLET).headline("Turned");
    for (int i = 1; i <= 60; i++) {
      story.paragraph(i, paragraph(i));
    }
    story.seen("2026-03-14T10:00:00Z");
    for (int i = 1; i <= 60; i++) {
      story.paragraph(i, paragraph(61 - i));
    }
    return story.seen("2026-03-15T10:00:00Z", Kind.SILENT).timeline();
  }

  private static Block row(String... cells) {
    return Block.TableRow.of(List.of(cells), "");
  }

  private static Timeline voyages() {
    Story story = new Story("voyages-9c", OUTLET).headline("Voyages").text(paragraph(1));
    story.block(row("", "Date", "Port", "Pier", "Tickets", "Children", "Dogs", "Bicycles"));
    story.block(row("", "23 April", "Alder Sound (North)", "4", "12", "6", "no", "yes"));
    story.block(row("late", "24 April", "Long Reef", "5", "14", "7", "no", "yes"));
    story.seen("2026-03-14T10:00:00Z");
    story.text(paragraph(1));
    story.block(row("", "Date", "Port", "Pier", "Tickets", "Children", "Dogs", "Bicycles"));
    story.block(row("", "30 April", "Alder Sound (North)", "4", "12", "6", "no", "yes"));
    story.block(row("late", "24 April", "Long Reef", "5", "14", "7", "no", "yes"));
    return story.seen("2026-03-15T10:00:00Z", Kind.SILENT).timeline();
  }

  private interface Visit {
    void at(Page page);
  }

  private void visit(String name, int width, Visit visit) {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setViewportSize(width, 900))) {
      Page page = PagesBrowserTest.watched(context, problems);
      page.navigate(site.resolve(name).toUri().toString());
      visit.at(page);
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r2.html", "v2.html", "first-latest.html"})
  void namesTheStory(String name) {
    visit(
        "a/endless-8d/" + name,
        1280,
        page -> {
          assertThat(page.locator("h1").textContent()).isEqualTo("The piers of Port Alder");
          assertThat(page.locator(".outlet.of").textContent())
              .contains(OUTLET)
              .contains("https://" + OUTLET + "/endless-8d");
          assertThat(page.locator(".dated").textContent())
              .contains("Mar 14, 2026, 6:10 am ALT")
              .contains("First seen 14 Mar 2026, 10:00 UTC");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void opensOnTheFirstChange(int width) {
    visit(
        "a/endless-8d/r2.html",
        width,
        page -> {
          // On a phone the head of the page takes a screen; the first line of the summary leads on.
          assertThat(page.locator(".inline ins").first().boundingBox().y)
              .isLessThan(width < 500 ? 1_100 : 900);
          assertThat(page.locator(".inline > p:not(.col):visible").count()).isEqualTo(4);
        });
  }

  @Test
  void aLineOfTheSummaryLeadsToItsMark() {
    visit(
        "a/middling-8c/r2.html",
        390,
        page -> {
          page.locator(".summary a").first().click();
          assertThat(page.url()).endsWith("#h3");
          assertThat(page.locator("#h3 ins").isVisible()).isTrue();
        });
  }

  @Test
  void whatIsFoldedIsOpenedOneByOneOrAsAWhole() {
    visit(
        "a/middling-8c/r2.html",
        1280,
        page -> {
          Locator first = page.locator("p", text("Paragraph number 2 tells"));
          assertThat(first.isVisible()).isFalse();
          page.locator(".folded summary").first().click();
          assertThat(first.isVisible()).isTrue();
          Locator last = page.locator("p", text("Paragraph number 9 tells"));
          assertThat(last.isVisible()).isFalse();
          page.locator("label[for=view-whole]").click();
          assertThat(last.isVisible()).isTrue();
        });
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** A long text stands on the page of its version; folds lead to their place there. */
  @Test
  void whatIsLongIsOneLinkAway() throws Exception {
    assertThat(Files.size(site.resolve("a/endless-8d/r2.html")))
        .isLessThan(Files.size(site.resolve("a/endless-8d/v2.html")) / 2);
    visit(
        "a/endless-8d/r2.html",
        1280,
        page -> {
          page.locator("p.fold a").nth(1).click();
          assertThat(page.url()).endsWith("v2.html#p32");
          assertThat(page.locator("#p32").textContent()).startsWith("Paragraph number 32");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void sideBySideHasItsHeadsAndEachSideItsWords(int width) {
    visit(
        "a/endless-8d/r2.html",
        width,
        page -> {
          page.locator("label[for=view-sides]").click();
          Locator heads = page.locator(".inline > .col");
          assertThat(heads.nth(0).textContent()).startsWith("Version 1, first seen");
          assertThat(heads.nth(1).textContent()).startsWith("Version 2, first seen");
          assertThat(heads.nth(1).isVisible()).isTrue();
          assertThat(page.locator(".inline > .l:not(.col)").innerText())
              .contains("a hundred")
              .doesNotContain("ninety");
          assertThat(page.locator(".inline > .r:not(.col)").innerText())
              .contains("ninety")
              .doesNotContain("a hundred");
          assertThat(page.locator(".inline > .r:not(.col)").boundingBox().y)
              .isEqualTo(page.locator(".inline > .l:not(.col)").boundingBox().y);
        });
  }

  @Test
  void onlyNewNoticesStandBeforeTheText() {
    visit(
        "a/noticed-9a/v2.html",
        1280,
        page -> {
          assertThat(page.locator(".notice:visible").allTextContents())
              .singleElement()
              .asString()
              .contains("Ines Marlow");
          page.locator("a", text("30 notices that stood there before")).click();
          assertThat(page.url()).endsWith("notices.html");
          assertThat(page.locator(".notice").count()).isEqualTo(31);
        });
    visit(
        "a/noticed-9a/v1.html",
        1280,
        page -> assertThat(page.locator(".notice:visible").count()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "r2.html"})
  void whatMovedLeadsSomewhereOrNowhere(String name) throws Exception {
    String page = Files.readString(site.resolve("a/turned-9b/" + name));
    assertThat(page).contains("class=\"moved\"");
    assertThat(
            org.jsoup.Jsoup.parse(page).select("a[href^=#]").eachAttr("href").stream()
                .filter(href -> !page.contains("id=\"" + href.substring(1) + "\"")))
        .isEmpty();
  }

  /** A table is one, its changed cell is marked, and on a phone it scrolls within itself. */
  @ParameterizedTest
  @ValueSource(strings = {"r2.html", "index.html"})
  void tablesAreTables(String name) {
    visit(
        "a/voyages-9c/" + name,
        390,
        page -> {
          Locator table = page.locator("table.rows");
          assertThat(table.locator("tr").count()).isEqualTo(name.startsWith("r") ? 3 : 1);
          assertThat(table.locator("td", new Locator.LocatorOptions().setHasText("30")).innerHTML())
              .contains("<del>23</del><ins>30</ins>")
              .doesNotContain("Alder");
          assertThat(table.locator("ins").count()).isEqualTo(1);
          assertThat(
                  page.evaluate(
                      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .isEqualTo(0);
        });
    visit(
        "a/voyages-9c/v2.html",
        390,
        page -> {
          assertThat(page.locator("table.rows tr").count()).isEqualTo(3);
          assertThat(page.locator("table.rows td").count()).isEqualTo(24);
        });
  }

  @Test
  void aCountedLabelLeadsToARevisionThatCarriesIt() {
    visit(
        "a/harbour-bridge-1f/index.html",
        390,
        page -> {
          page.locator(".now a", text("Silent 1")).click();
          assertThat(page.url()).endsWith("#r3");
          assertThat(page.locator("#r3 .label").first().textContent()).isEqualTo("Silent");
        });
  }

  /** On a phone the strip has fewer signs, with a number where one stands for several. */
  @Test
  void signsOfTheStripNeverLieOnEachOther() {
    visit(
        "a/storm-live-6a/index.html",
        390,
        page -> {
          Locator marks = page.locator(".narrow path:not(.axis)");
          List<Double> right = new ArrayList<>(List.of(-1.0));
          for (Locator mark : marks.all()) {
            var box = mark.boundingBox();
            assertThat(box.x).isGreaterThan(right.get(right.size() - 1));
            right.add(box.x + box.width);
          }
          assertThat(right).hasSizeBetween(3, 33);
          int counted =
              page.locator(".narrow text").allTextContents().stream()
                  .mapToInt(Integer::parseInt)
                  .sum();
          int alone = right.size() - 1 - page.locator(".narrow text").count();
          assertThat(counted + alone).isEqualTo(33);
        });
  }
}
