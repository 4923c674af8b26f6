package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
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
import stet.diff.Label.Kind;
import stet.report.site.Site;
import stet.timeline.Timeline;

/** What changed on a day, and where a story is found, in a report that lies on a disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaysBrowserTest {
  private Browsers browsers;
  private Path site;

  @BeforeAll
  void write(@TempDir Path dir) throws Exception {
    browsers = Browsers.open();
    site = dir;
    List<Timeline> all = new ArrayList<>(Stories.all());
    all.add(
        new Story("hostile-1a", "port-alder-courier.example")
            .headline("</a></li><script>document.title = 'run'</script>Élan “quoted” \\u003c")
            .text("One.")
            .seen("2026-09-01T06:00:00Z")
            .text("Two.")
            .seen("2026-09-02T06:00:00Z", Kind.SILENT)
            .timeline());
    new Site(Story.DIFFER, Stories.OPTIONS).write(all.iterator(), site);
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private interface Visit {
    void at(Page page);
  }

  private void visit(String name, boolean script, Visit visit) {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script))) {
      Page page = PagesBrowserTest.watched(context, problems);
      page.navigate(site.resolve(name).toUri().toString());
      visit.at(page);
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void theFrontPageLeadsToWhatChangedOnADay() {
    visit(
        "index.html",
        false,
        page -> {
          page.locator(".days a[href='days.html']").click();
          assertThat(page.locator("h1").textContent()).isEqualTo("Edits by day, 2029");
          page.locator("nav a", new Page.LocatorOptions().setHasText("2026")).click();
          page.locator(".calendar a[href='d/2026-03-14.html']").click();
          assertThat(page.locator("h1").textContent()).isEqualTo("Saturday, 14 March 2026");
          assertThat(page.locator(".edits .of").allTextContents())
              .anyMatch(t -> t.contains("Harbour bridge shut after crack found"));
          assertThat(page.locator(".views").textContent()).contains("Later: Sunday, 15 March 2026");
          page.locator(".edits a").first().click();
          assertThat(page.url()).matches(".*/a/[a-z0-9-]+/r[0-9]+\\.html");
        });
  }

  @Test
  void everyEditStandsUnderOneDay() throws Exception {
    int rows = 0;
    try (var days = Files.list(site.resolve("d"))) {
      for (Path day : days.toList()) {
        rows += Files.readString(day).split("<p class=\"of\">", -1).length - 1;
      }
    }
    assertThat(rows)
        .isEqualTo(Stories.all().stream().mapToInt(t -> t.revisions().size()).sum() + 1);
  }

  @Test
  void headlinesAndOutletsAreSearched() {
    visit(
        "search.html",
        true,
        page -> {
          page.locator("#q").fill("elan QUOTED courier");
          assertThat(page.locator("section.letter li:visible").count()).isEqualTo(1);
          assertThat(page.locator("#found").textContent()).isEqualTo("1 of 8 headlines");
          assertThat(page.title()).startsWith("Search");
          page.locator("#q").fill("大桥");
          page.locator("section.letter li:visible a").click();
          assertThat(page.url()).endsWith("a/qiao-5f/index.html");
        });
  }

  @Test
  void withoutAScriptAllHeadlinesStandThereInOrder() {
    visit(
        "search.html",
        false,
        page -> {
          assertThat(page.locator("#q").isVisible()).isFalse();
          assertThat(page.locator("section.letter li:visible").count()).isEqualTo(8);
          assertThat(page.locator("section.letter h2").allTextContents())
              .startsWith("A", "C")
              .contains("Chinese and Japanese");
        });
  }

  /** Of a page nothing runs but the one file that comes with the program. */
  @Test
  void onlyTheSearchRunsAScriptAndOnlyThatOne() throws Exception {
    try (var files = Files.walk(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        var page = org.jsoup.Jsoup.parse(Files.readString(file));
        boolean search = file.endsWith("search.html");
        assertThat(page.select("script").eachAttr("src"))
            .isEqualTo(search ? List.of("search.js") : List.of());
        assertThat(page.select("meta[http-equiv]").attr("content").contains("script-src"))
            .isEqualTo(search);
      }
    }
  }
}
